package sluice.app.deid.recipe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
 * @param dates agrees with the longitudinal options
 * @param pseudonyms new names of patients and UIDs
 * @param pixels under the Clean Pixel Data Option
 * @param documents encapsulated documents
 * @param ages where patient characteristics are retained
 * @param overrides the last of several that hold for one attribute wins
 */
public record Recipe(String name, String version, String description, Set<ProfileOption> options, DatePolicy dates,
        PseudonymPolicy pseudonyms, PixelPolicy pixels, DocumentPolicy documents, AgePolicy ages,
        List<AttributeOverride> overrides) {

    public Recipe {
        EnumSet<ProfileOption> copy = EnumSet.noneOf(ProfileOption.class);
        copy.addAll(options);
        options = Collections.unmodifiableSet(copy);
        overrides = List.copyOf(overrides);
    }

    public boolean has(ProfileOption option) {
        return options.contains(option);
    }

    /**
     * Why this version of the product cannot carry the recipe out; empty if it can. A run refuses before it reads the first
     * file, because a promise that is kept in part would look like one that is kept.
     */
    public Optional<String> hindrance() {
        if (has(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)) {
            return Optional.of("recipe " + name + " asks for cleanRecognizableVisualFeatures, and de-facing is not available"
                    + " in this version; without that option heads are held for a person");
        }
        return Optional.empty();
    }

    /**
     * The content in one canonical form (UTF-8 lines), independent of layout and order in the file it came from. What has its
     * default is left out, so that a recipe of format 1 and the same content in format 2 agree.
     */
    public byte[] canonical() {
        StringBuilder s = new StringBuilder("sluice-recipe/1\n");
        s.append("name ").append(name).append('\n').append("version ").append(version).append('\n');
        s.append("description ").append(description).append('\n');
        s.append("patientPrefix ").append(pseudonyms.patientPrefix()).append('\n');
        Set<String> keys = new TreeSet<>();
        options.forEach(o -> keys.add(o.key()));
        keys.forEach(k -> s.append("option ").append(k).append('\n'));
        if (dates.mode() != DatePolicy.Mode.REMOVE) {
            s.append("dates ").append(dates.mode().key()).append(' ').append(dates.maximumDays()).append(' ')
                    .append(dates.shiftTimes()).append('\n');
        }
        if (pseudonyms.scheme() != PseudonymPolicy.Scheme.KEYED) {
            s.append("scheme ").append(pseudonyms.scheme().key()).append('\n');
        }
        if (!pixels.equals(PixelPolicy.DEFAULT)) {
            s.append("pixels ").append(pixels.regionRules()).append(' ').append(pixels.text()).append(' ')
                    .append(pixels.tesseract().key()).append(' ').append(pixels.look().key()).append('\n');
            pixels.regions().forEach(r -> s.append("region ").append(r.canonical()).append('\n'));
        }
        if (documents != DocumentPolicy.REFUSE) {
            s.append("documents ").append(documents.key()).append('\n');
        }
        if (!ages.equals(AgePolicy.DEFAULT)) {
            s.append("ages ").append(ages.cap()).append(' ').append(ages.derive()).append('\n');
        }
        for (AttributeOverride o : overrides) {
            s.append("override ").append(o.canonical()).append('\n');
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
