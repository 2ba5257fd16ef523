package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarHostileTest {

    private static final int END = 1024;

    private static BagException.Reason refused(byte[] archive) {
        return refused(archive, TarLimits.GENEROUS);
    }

    private static BagException.Reason refused(byte[] archive, TarLimits limits) {
        return assertThrows(BagException.class, () -> TarTest.read(archive, limits)).reason();
    }

    /** Headers and content blocks with an end mark. */
    private static byte[] archive(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
            out.writeBytes(new byte[(512 - part.length % 512) % 512]);
        }
        out.writeBytes(new byte[END]);
        return out.toByteArray();
    }

    private static byte[] header(String name, long size, char type) {
        return new TarHeader(name, size, type).encode();
    }

    private static byte[] pax(String records) {
        byte[] content = records.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(header("pax", content.length, 'x'), 512 + (content.length + 511) / 512 * 512);
        System.arraycopy(content, 0, block, 512, content.length);
        return block;
    }

    private static byte[] reseal(byte[] header) {
        int sum = 8 * ' ';
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? 0 : header[i] & 0xff;
        }
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII), 0, header, 148, 8);
        return header;
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '6', '7', 'g', 'L', 'K', 'S', 'V', 'D', 'M', 'Z', '\u0001'})
    void onlyPlainFilesAreUnpacked(char type) {
        assertEquals(BagException.Reason.ARCHIVE_REFUSED, refused(archive(header("bag/x", 0, type))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "bag/../../x", "bag/./x", "bag//x", "bag\\..\\x", "C:x", "bag/x/", "bag/nul"})
    void climbingPathsAreRefusedHoweverTheyAreWritten(String name) {
        assertEquals(BagException.Reason.BAD_PATH, refused(archive(header(name, 0, '0'))));
        String record = "path=" + name + "\n";
        String prefix = record.length() + 3 + " ";
        assertEquals(BagException.Reason.BAD_PATH, refused(archive(pax(prefix + record), header("bag/ok", 0, '0'))));
        assertEquals(BagException.Reason.BAD_PATH, refused(archive(header(name + "/x", 0, '0'))));
    }

    @Test
    void foldersAreCheckedAndSkipped() throws IOException {
        assertEquals(1, TarTest.read(archive(header("bag/data/", 0, '5'), header("bag/data/x", 0, '0')), TarLimits.GENEROUS).size());
        assertEquals(BagException.Reason.BAD_PATH, refused(archive(header("../data/", 0, '5'))));
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(archive(header("bag/data/", 5, '5'))));
    }

    @Test
    void duplicatesAreRefused() {
        byte[] one = header("bag/x", 0, '0');
        assertEquals(BagException.Reason.PATH_COLLISION, refused(archive(one, one)));
        assertEquals(BagException.Reason.PATH_COLLISION, refused(archive(one, header("BAG/X", 0, '0'))));
        assertEquals(BagException.Reason.PATH_COLLISION, refused(archive(one, header("bag/x/y", 0, '0'))));
    }

    @Test
    void limitsHold() throws IOException {
        byte[] two = TarTest.write(new java.util.TreeMap<>(Map.of("a", new byte[600], "b", new byte[600])));
        assertEquals(2, TarTest.read(two, new TarLimits(2, 600, 1200)).size());
        assertEquals(BagException.Reason.LIMIT_EXCEEDED, refused(two, new TarLimits(1, 600, 1200)));
        assertEquals(BagException.Reason.LIMIT_EXCEEDED, refused(two, new TarLimits(2, 599, 1200)));
        assertEquals(BagException.Reason.LIMIT_EXCEEDED, refused(two, new TarLimits(2, 600, 1199)));
        assertEquals(BagException.Reason.LIMIT_EXCEEDED, refused(archive(pax("27 size=999999999999999999\n"), header("a", 0, '0'))));
        assertEquals(BagException.Reason.LIMIT_EXCEEDED, refused(archive(header("pax", 65537, 'x'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "5 a=b\n", "99 path=x\n", "10 path=xx\n10 path=yy\n", "11 size=-1x\n", "0 \n", "12 path=x", "9999999999 path=x\n",
        "28 size=9999999999999999999\n", "6 path\n"})
    void brokenPaxRecordsAreNamed(String records) {
        BagException.Reason reason = refused(archive(pax(records), header("bag/x", 0, '0')));
        assertTrue(reason == BagException.Reason.ARCHIVE_CORRUPT || records.contains("a=b"), reason::name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14 linkpath=x\n", "21 GNU.sparse.major=1\n", "18 SCHILY.xattr=1\n", "18 hdrcharset=abc\n"})
    void paxRecordsThatChangeTheMeaningAreRefused(String records) {
        String fixed = records.substring(records.indexOf(' '));
        int length = fixed.length() + 2;
        assertEquals(BagException.Reason.ARCHIVE_REFUSED, refused(archive(pax(length + fixed), header("bag/x", 0, '0'))));
    }

    @Test
    void paxHeadersBelongToOneEntry() {
        byte[] pax = pax("10 path=ab\n".replace("10", "11"));
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(archive(pax, pax, header("x", 0, '0'))));
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(archive(pax)));
    }

    @Test
    void aFlippedBitInAHeaderIsNoticed() throws IOException {
        byte[] archive = TarTest.write(Map.of("bag/data/x", new byte[10]));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2000; i++) {
            byte[] altered = archive.clone();
            int bit = random.nextInt(512 * 8);
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            // Blanks and zeros around the checksum's own digits mean the same.
            if (bit / 8 < 148 || bit / 8 >= 156) {
                refused(altered);
            }
        }
    }

    @Test
    void otherFormatsAreRefused() {
        byte[] gnu = header("bag/x", 0, '0');
        System.arraycopy("ustar  \0".getBytes(StandardCharsets.US_ASCII), 0, gnu, 257, 8);
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(archive(reseal(gnu))));
        byte[] base256 = header("bag/x", 0, '0');
        base256[124] = (byte) 0x80;
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(archive(reseal(base256))));
        byte[] latin1 = header("bag/x", 0, '0');
        latin1[0] = (byte) 0xe9;
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(archive(reseal(latin1))));
    }

    @Test
    void nothingFollowsTheEnd() {
        byte[] once = archive(header("bag/x", 0, '0'));
        byte[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(header("bag/y", 0, '0'), 0, twice, once.length, 512);
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(twice));
        byte[] hole = Arrays.copyOf(once, once.length);
        System.arraycopy(header("bag/y", 0, '0'), 0, hole, once.length - 512, 512);
        assertEquals(BagException.Reason.ARCHIVE_CORRUPT, refused(hole));
        assertEquals(BagException.Reason.ARCHIVE_TRUNCATED, refused(new byte[0]));
    }

    @Test
    void noiseNeverEndsInAnythingElse() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(4000)];
            random.nextBytes(noise);
            refused(noise);
        }
    }
}
