package sluice.app.deid.recipe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sluice.app.deid.table.ProfileOption;

/**
 * A recipe: the Basic Profile plus options and overrides.
 *
 * @param name for people and command lines, lower-case letters, digits and hyphens
 * @param version changes with every change of content
 * @param description one sentence
 * @param options options of PS3.15 E.3
 * @param patientPrefix start of every patient pseudonym, at most 16 characters, no separators of DICOM
 * @param overrides single attributes, the last of several for one tag wins
 */
public record Recipe(String name, String version, String description, Set<ProfileOption> options, String patientPrefix,
        List<AttributeOverride> overrides) {

    public Recipe {
        EnumSet<ProfileOption> copy = EnumSet.noneOf(ProfileOption.class);
        copy.addAll(options);
        options = Collections.unmodifiableSet(copy);
        overrides = List.copyOf(overrides);
    }

    /** The content in one canonical form (UTF-8 lines), independent of layout and order in the file it came from. */
    public byte[] canonical() {
        StringBuilder s = new StringBuilder("sluice-recipe/1\n");
        s.append("name ").append(name).append('\n').append("version ").append(version).append('\n');
        s.append("description ").append(description).append('\n').append("patientPrefix ").append(patientPrefix).append('\n');
        Set<String> keys = new TreeSet<>();
        options.forEach(o -> keys.add(o.key()));
        keys.forEach(k -> s.append("option ").append(k).append('\n'));
        for (AttributeOverride o : overrides) {
            s.append("override ").append(o.pattern()).append(' ').append(o.action().code()).append('\n');
        }
        return s.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of {@link #canonical()} in lower-case hexadecimal, for the audit. Nothing of a patient goes into it. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
