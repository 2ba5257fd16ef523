package sluice.app.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One file of an artefact. Its name and digest are of the new, pseudonymous file and stored in clear.
 *
 * @param name relative to the artefact's folder, forward slashes
 * @param size bytes
 * @param sha256 64 lower-case hexadecimal digits
 * @param source number of the {@link SourceInstance} it was made of, if it was made of one
 */
public record ArtefactFile(String name, long size, String sha256, OptionalLong source) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ArtefactFile {
        boolean climbs = name.isEmpty() || name.startsWith("/") || Arrays.asList(name.split("/", -1)).contains("..");
        if (climbs || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("an artefact's file is named relative to its folder, with forward slashes");
        }
        if (size < 0 || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("size or digest of an artefact's file is none");
        }
    }

    /**
     * The digest of a set of files, whatever their order: SHA-256 over, for each file by UTF-8 bytes of its name, the length
     * of the name (4 bytes, big-endian), the name, the size (8 bytes) and the file's SHA-256 (32 bytes).
     *
     * @throws IllegalArgumentException when a name occurs twice
     */
    public static String setDigest(Collection<ArtefactFile> files) {
        record Named(byte[] name, ArtefactFile file) {}
        List<Named> sorted = files.stream()
                .map(file -> new Named(file.name().getBytes(StandardCharsets.UTF_8), file))
                .sorted(Comparator.comparing(Named::name, Arrays::compareUnsigned))
                .toList();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] before = null;
            for (Named named : sorted) {
                if (Arrays.equals(before, named.name())) {
                    throw new IllegalArgumentException("two files of an artefact have one name");
                }
                before = named.name();
                digest.update(ByteBuffer.allocate(4).putInt(before.length).array());
                digest.update(before);
                digest.update(ByteBuffer.allocate(8).putLong(named.file().size()).array());
                digest.update(HexFormat.of().parseHex(named.file().sha256()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
