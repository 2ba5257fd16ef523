package sluice.transfer.bag;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bag says about itself: its description and its two manifests. The files themselves are on disk or in an archive.
 *
 * @param info    bag-info.txt
 * @param payload manifest-sha256.txt: every file under {@code data/}
 * @param tags    tagmanifest-sha256.txt: every tag file but itself
 */
public record Bag(BagInfo info, Manifest payload, Manifest tags) {

    /** The declaration that makes a folder a bag. */
    public static final BagPath DECLARATION = new BagPath("bagit.txt");
    /** The description. */
    public static final BagPath INFO = new BagPath("bag-info.txt");
    /** The payload manifest. */
    public static final BagPath MANIFEST = new BagPath("manifest-sha256.txt");
    /** The tag manifest. */
    public static final BagPath TAG_MANIFEST = new BagPath("tagmanifest-sha256.txt");
    /** The list of files to fetch, which is not supported. */
    public static final BagPath FETCH = new BagPath("fetch.txt");

    private static final String VERSION = "1.0";
    private static final String DECLARATION_TEXT =
            "BagIt-Version: " + VERSION + "\nTag-File-Character-Encoding: UTF-8\n";

    /** The text of bagit.txt (RFC 8493 section 2.1.1). */
    public static byte[] declaration() {
        return DECLARATION_TEXT.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this text declares BagIt 1.0 in UTF-8, with any line ends. */
    public static boolean isDeclaration(byte[] text) throws BagException {
        BagInfo fields = BagInfo.parse(text);
        Optional<String> version = fields.value("BagIt-Version");
        Optional<String> encoding = fields.value("Tag-File-Character-Encoding");
        return fields.fields().size() == 2 && version.equals(Optional.of(VERSION))
                && encoding.filter("UTF-8"::equalsIgnoreCase).isPresent();
    }

    /**
     * Composes the tag files of a bag, tag manifest last.
     *
     * @param payload digest of every payload file by its path, all under {@code data/}
     * @param extra   further tag files by path, none under {@code data/} and none of the five reserved names
     * @throws BagException {@code BAD_PATH} for a file in the wrong place, {@code PATH_COLLISION}
     */
    static SortedMap<BagPath, byte[]> tagFiles(BagInfo info, Manifest payload, Map<BagPath, byte[]> extra) throws BagException {
        SortedMap<BagPath, byte[]> files = new TreeMap<>();
        for (Map.Entry<BagPath, byte[]> file : extra.entrySet()) {
            if (file.getKey().isPayload() || isReserved(file.getKey())) {
                throw misplaced("a further tag file has the name of a payload file or of one that BagIt reserves");
            }
            files.put(file.getKey(), file.getValue());
        }
        for (BagPath path : payload.entries().keySet()) {
            if (!path.isPayload()) {
                throw misplaced("a payload file is not under data/");
            }
        }
        files.put(DECLARATION, declaration());
        files.put(INFO, info.format());
        files.put(MANIFEST, payload.format());
        return files;
    }

    static boolean isReserved(BagPath path) {
        String name = path.foldKey();
        return name.equals("bagit.txt") || name.equals("bag-info.txt") || name.equals("fetch.txt")
                || name.matches("(tag)?manifest-[^/]*\\.txt") || name.equals("data");
    }

    private static BagException misplaced(String what) {
        return new BagException(BagException.Reason.BAD_PATH, "The bag cannot be made: " + what + ". Nothing was written.");
    }
}
