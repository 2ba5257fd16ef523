package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Files that want to hurt: only a {@link DicomException} may come of them, in little time and memory. */
class HostileInputTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String RLE = "1.2.840.10008.1.2.5";

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();

    /** Small files that together use every path of the parser. */
    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        byte[] implicitItem = RawBytes.little().implicit(0x00081155, "1.2\0").toBytes();
        RawBytes body = RawBytes.little().explicit(0x00080005, "CS", "ISO_IR 100").explicit(0x00080060, "CS", "MR")
                .header(0x00081140, "SQ", RawBytes.UNDEFINED).item(RawBytes.UNDEFINED)
                .explicit(0x00081155, "UI", "1.2\0").header(0x00081199, "SQ", 20).item(12)
                .explicit(0x00081155, "UI", "1.3\0").endItem().endSequence()
                .explicit(0x00290010, "LO", "ACME").header(0x00291001, "UN", implicitItem.length + 8)
                .item(implicitItem.length).bytes(implicitItem).header(0x00280010, "US", 2).u16(1)
                .header(0x00280011, "US", 2).u16(2).header(0x00280100, "US", 2).u16(8);
        seeds.add(RawBytes.little().bytes(body.toBytes()).explicit(0x7FE00010, "OW", (byte) 1, (byte) 2)
                .explicit(0xFFFCFFFC, "OB", new byte[6]).file(EXPLICIT));
        seeds.add(RawBytes.little().bytes(body.toBytes()).header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(4).u32(0)
                .item(4).text("abcd").item(2).text("ef").endSequence().explicit(0xFFFCFFFC, "OB", new byte[6])
                .file(RLE));
        seeds.add(RawBytes.little().implicit(0x00080060, "MR").tag(0x00081140).u32(RawBytes.UNDEFINED)
                .item(implicitItem.length).bytes(implicitItem).endSequence().implicit(0x00291001, "ABCDEFGHIJ")
                .tag(0x00280010).u32(2).u16(1).tag(0x00280011).u32(2).u16(2).tag(0x00280100).u32(2).u16(8)
                .implicit(0x7FE00010, (byte) 1, (byte) 2).file(IMPLICIT));
        seeds.add(RawBytes.little().bytes(deflated(body.toBytes())).file(DEFLATED));
        seeds.add(body.toBytes());
        return seeds;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** Reads in every way there is, and writes what was read. Returns whether the file could be read. */
    private boolean exercise(byte[] bytes) throws IOException {
        GuardedSource source = new GuardedSource(bytes);
        try {
            reader.read(source, new PixelStore.InMemory(bytes), true);
            DicomFile file = reader.read(new GuardedSource(bytes), new PixelStore.InMemory(bytes), false);
            assertNotNull(file.dataset());
            if (file.pixels().isPresent()) {
                PixelSource pixels = file.pixels().get();
                pixels.fragments();
                pixels.frame(Math.min(1, pixels.frames() - 1));
            }
            writer.write(new ByteArrayOutputStream(), file.fileMeta(), file.dataset(), file.pixels().orElse(null),
                    file.transferSyntax());
            return true;
        } catch (DicomException e) {
            assertFalse(e.getMessage().isBlank());
            return false;
        }
    }

    @Test
    void seedsAreReadable() throws IOException {
        for (byte[] seed : seeds()) {
            assertTrue(exercise(seed));
        }
    }

    @Test
    void cutAtEveryByte() throws IOException {
        for (byte[] seed : seeds()) {
            for (int length = 0; length < seed.length; length++) {
                exercise(Arrays.copyOf(seed, length));
            }
        }
    }

    @Test
    void flippedBytes() throws IOException {
        SplittableRandom random = new SplittableRandom(20240229);
        byte[] nasty = {0, 1, (byte) 0xFF, (byte) 0xFE, 0x7F, (byte) 0x80, (byte) 0xE0, 0x0D, (byte) 0xDD, 'U', 'N', 'S', 'Q'};
        int read = 0;
        int cases = 0;
        for (byte[] seed : seeds()) {
            int from = seed.length > 132 ? 128 : 0;
            for (int n = 0; n < 6000; n++) {
                byte[] mutant = seed.clone();
                int flips = 1 + random.nextInt(4);
                for (int i = 0; i < flips; i++) {
                    int at = from + random.nextInt(mutant.length - from);
                    mutant[at] = random.nextBoolean() ? nasty[random.nextInt(nasty.length)] : (byte) random.nextInt(256);
                }
                cases++;
                read += exercise(mutant) ? 1 : 0;
            }
        }
        assertTrue(read > cases / 20 && read < cases, "read " + read + " of " + cases);
    }

    @Test
    void splicedAndRepeatedPieces() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<byte[]> seeds = seeds();
        for (int n = 0; n < 4000; n++) {
            byte[] a = seeds.get(random.nextInt(seeds.size()));
            byte[] b = seeds.get(random.nextInt(seeds.size()));
            int head = random.nextInt(a.length);
            int tail = random.nextInt(b.length);
            exercise(RawBytes.little().bytes(Arrays.copyOf(a, head)).bytes(Arrays.copyOfRange(b, tail, b.length))
                    .toBytes());
        }
    }

    @Test
    void depthBombs() {
        for (String vr : new String[] {"SQ", "UN"}) {
            RawBytes bomb = RawBytes.little().explicit(0x00080060, "CS", "MR");
            for (int i = 0; i < 200_000; i++) {
                if (i == 0 || vr.equals("SQ")) {
                    bomb.header(0x00081140, vr, RawBytes.UNDEFINED);
                } else {
                    bomb.tag(0x00081140).u32(RawBytes.UNDEFINED);
                }
                bomb.item(RawBytes.UNDEFINED);
            }
            DicomException e = assertThrows(DicomException.class, () -> reader.read(bomb.file(EXPLICIT)));
            assertEquals(DicomException.Reason.LIMIT_EXCEEDED, e.reason());
        }
    }

    @Test
    void nestedValuesThatNearlyAreSequencesCostLittle() throws IOException {
        // each level fails only at its very end, so trying again and again would take exponential time
        byte[] inner = {1, 2, 3, 4};
        for (int i = 0; i < 60; i++) {
            byte[] element = RawBytes.little().implicit(0x00091001, inner).toBytes();
            inner = RawBytes.little().item(element.length + 2).bytes(element).toBytes();
        }
        assertTrue(exercise(RawBytes.little().explicit(0x00080060, "CS", "MR").explicit(0x00091001, "UN", inner)
                .file(EXPLICIT)));
    }

    @Test
    void itemBombsAndElementBombs() {
        ReadLimits limits = new ReadLimits(1 << 20, 1 << 20, 8, 1000, 1 << 20);
        RawBytes items = RawBytes.little().header(0x00081140, "SQ", RawBytes.UNDEFINED);
        for (int i = 0; i < 2000; i++) {
            items.item(0);
        }
        DicomException e = assertThrows(DicomException.class,
                () -> new DicomReader(limits).read(items.endSequence().file(EXPLICIT)));
        assertEquals(DicomException.Reason.LIMIT_EXCEEDED, e.reason());
        RawBytes elements = RawBytes.little().explicit(0x00080060, "CS", "MR");
        for (int i = 0; i < 20_000; i++) {
            elements.tag(0x00090010 + i).text("LO").u16(0);
        }
        DicomException many = assertThrows(DicomException.class,
                () -> new DicomReader(limits).read(elements.file(EXPLICIT)));
        assertEquals(DicomException.Reason.LIMIT_EXCEEDED, many.reason());
    }

    @Test
    void runsOfZerosCostNoMoreThanTheirLength() throws IOException {
        RawBytes data = RawBytes.little().implicit(0x00080060, "MR").implicit(0x00080070, "ACME");
        byte[] zeros = new byte[4080];
        for (int i = 0; i < 2000; i++) {
            data.bytes(zeros).implicit(0x00100010, "AB");
        }
        assertTrue(exercise(data.file(IMPLICIT)));
    }

    @Test
    void aMillionElementsInDescendingOrderAreReadInLinearTime() throws IOException {
        RawBytes bomb = RawBytes.little().explicit(0x00080060, "CS", "MR");
        for (int group = 0xFFF1; group > 0x5000; group -= 2) {
            for (int element = 0xFF; element > 0xEE; element--) {
                bomb.tag(group << 16 | element).text("LO").u16(0);
            }
        }
        assertTrue(reader.read(bomb.file(EXPLICIT)).dataset().size() > 300_000);
    }

    @Test
    void hugeLengthsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (long length : new long[] {0xFFFFFFFEL, 0x7FFFFFFFL, 0x80000000L, 0x10000000L}) {
            for (String vr : new String[] {"OB", "UN", "SQ", "UT", "OV"}) {
                byte[] file = RawBytes.little().explicit(0x00080060, "CS", "MR").header(0x00420011, vr, length)
                        .text("abcdefgh").file(EXPLICIT);
                assertThrows(DicomException.class, () -> reader.read(file));
                long before = threads.getCurrentThreadAllocatedBytes();
                assertThrows(DicomException.class, () -> reader.read(file));
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                assertTrue(allocated < 200_000, () -> vr + " " + length + " allocated " + allocated);
            }
        }
    }

    @Test
    void valuesBeyondTheLimitAreRefusedBeforeTheyAreRead() {
        ReadLimits limits = new ReadLimits(100, 150, 8, 1000, 1 << 20);
        for (int[] lengths : new int[][] {{102}, {80, 80}}) {
            RawBytes data = RawBytes.little();
            int tag = 0x00420010;
            for (int length : lengths) {
                data.explicit(tag++, "UT", new byte[length]);
            }
            DicomException e = assertThrows(DicomException.class,
                    () -> new DicomReader(limits).read(data.file(EXPLICIT)));
            assertEquals(DicomException.Reason.LIMIT_EXCEEDED, e.reason());
        }
    }

    @Test
    void inflationIsBounded() {
        ReadLimits limits = new ReadLimits(1 << 20, 1 << 20, 8, 1000, 1 << 20);
        byte[] bomb = RawBytes.little().bytes(deflated(RawBytes.little().explicit(0x00080060, "CS", "MR")
                .explicit(0x7FE00010, "OB", new byte[50 << 20]).toBytes())).file(DEFLATED);
        DicomException e = assertThrows(DicomException.class, () -> new DicomReader(limits).read(bomb));
        assertEquals(DicomException.Reason.LIMIT_EXCEEDED, e.reason());
    }

    @Test
    void noMessageHoldsAValue() throws IOException {
        for (byte[] seed : seeds()) {
            byte[] marked = new String(seed, java.nio.charset.StandardCharsets.ISO_8859_1).replace("ISO_IR 100", "SECRETNAME")
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            for (int length = 132; length < marked.length; length += 3) {
                try {
                    reader.read(Arrays.copyOf(marked, length));
                } catch (DicomException e) {
                    assertFalse(e.getMessage().contains("SECRET"));
                }
            }
        }
    }

    /** Fails the test where the parser asks for bytes that are not there. */
    private static final class GuardedSource extends ByteSource {
        private static final int WINDOW = 24;
        private final byte[] all;

        GuardedSource(byte[] all) {
            this.all = all;
        }

        @Override
        boolean has(long position, long count) {
            assertTrue(position >= 0 && count >= 0, "negative");
            return position <= all.length - count;
        }

        @Override
        void load(long position, int count) {
            assertTrue(position >= 0 && position + count <= all.length, "beyond the end");
            int to = (int) Math.min(all.length, position + Math.max(count, WINDOW));
            window = Arrays.copyOfRange(all, (int) position, to);
            windowStart = position;
            windowLength = window.length;
        }

        @Override
        void copy(long position, byte[] target, int from, int count) {
            assertTrue(position >= 0 && position + count <= all.length, "beyond the end");
            System.arraycopy(all, (int) position, target, from, count);
        }

        @Override
        long size() {
            return all.length;
        }
    }
}
