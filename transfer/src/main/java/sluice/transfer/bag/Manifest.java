package sluice.transfer.bag;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A SHA-256 manifest (RFC 8493 sections 2.1.3 and 2.2.1): which file has which digest. Ordered by path. */
public final class Manifest {

    private static final int DIGITS = 2 * Digest.BYTES;

    private final SortedMap<BagPath, Digest> entries;

    private Manifest(SortedMap<BagPath, Digest> entries) {
        this.entries = entries;
    }

    /** @throws BagException {@code PATH_COLLISION} when two paths are one file on some supported disk */
    public static Manifest of(Map<BagPath, Digest> entries) throws BagException {
        PathSet paths = new PathSet();
        TreeMap<BagPath, Digest> sorted = new TreeMap<>(entries);
        for (BagPath path : sorted.keySet()) {
            paths.add(path);
        }
        return new Manifest(Collections.unmodifiableSortedMap(sorted));
    }

    /**
     * Reads the text of a manifest: digest, spaces or tabs, percent-encoded path. A path may start with {@code ./} or
     * {@code *} as some tools write it; line ends are LF, CRLF or CR.
     *
     * @throws BagException {@code TAG_FILE_SYNTAX}, {@code BAD_PATH} or {@code PATH_COLLISION}
     */
    public static Manifest parse(byte[] text) throws BagException {
        TreeMap<BagPath, Digest> entries = new TreeMap<>();
        int number = 0;
        for (String line : decodeUtf8(text).split("\r\n|\r|\n")) {
            number++;
            if (!line.isBlank()) {
                parseLine(line, number, entries);
            }
        }
        return of(entries);
    }

    private static void parseLine(String line, int number, Map<BagPath, Digest> entries) throws BagException {
        int at = DIGITS;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        if (at == DIGITS || at >= line.length()) {
            throw syntax("manifest line " + number + " is not a digest followed by a path");
        }
        String path = line.substring(at);
        if (path.startsWith("*")) {
            path = path.substring(1);
        }
        if (path.startsWith("./")) {
            path = path.substring(2);
        }
        try {
            if (entries.put(BagPath.decode(path), Digest.parse(line.substring(0, DIGITS))) != null) {
                throw syntax("manifest line " + number + " names a file a second time");
            }
        } catch (IllegalArgumentException e) {
            throw syntax("manifest line " + number + " does not start with a SHA-256 digest");
        }
    }

    static String decodeUtf8(byte[] text) throws BagException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            throw syntax("a tag file is not UTF-8");
        }
    }

    static BagException syntax(String what) {
        return new BagException(BagException.Reason.TAG_FILE_SYNTAX,
                "The bag's description cannot be read: " + what + ". The bag proves nothing; ask for it again.");
    }

    /** The entries in path order, not modifiable. */
    public SortedMap<BagPath, Digest> entries() {
        return entries;
    }

    /** The text of the manifest in UTF-8: one line per file, two spaces, LF, as {@code sha256sum -c} reads it. */
    public byte[] format() {
        StringBuilder text = new StringBuilder();
        entries.forEach((path, digest) -> text.append(digest.hex()).append("  ").append(path.encoded()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
