package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;

/** Data sets made at random: whatever is written comes back, in every Transfer Syntax and through conversions. */
class GeneratedDataSetTest {
    private static final List<TransferSyntax> NATIVE = List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
    /** Standard elements of one VR each, from all parts of the registry. */
    private static final List<String[]> ROWS = Resources.rows("data-elements.tsv", 6).stream()
            .filter(row -> row[1].length() == 2 && row[0].matches("(000[89]|001|002[0-9]|004|005|300A|FFF[AC])[0-9A-F]*")
                    && !row[0].endsWith("0000") && !row[0].equals("00080001"))
            .toList();

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();

    private static byte[] value(SplittableRandom random, VR vr) {
        int unit = Math.max(2, vr == VR.AT ? 4 : VrCode.wordLength(vr.code()));
        int most = vr.headerLength() == 12 ? 70_000 : 400;
        int length = random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(20) == 0 ? most : 40) / unit * unit;
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (length >= 8 && (bytes[0] & 0xFF) == 0xFE) {
            bytes[0] = 1;
        }
        return bytes;
    }

    private static Attributes dataset(SplittableRandom random, int depth) {
        Attributes data = new Attributes();
        int count = random.nextInt(depth == 0 ? 40 : 8);
        for (int i = 0; i < count; i++) {
            String[] row = ROWS.get(random.nextInt(ROWS.size()));
            int tag = (int) Long.parseLong(row[0], 16);
            boolean wide = row[1].matches("SV|UV|OV");
            VR vr = wide ? VR.UN : VR.valueOf(row[1]);
            if (vr == VR.SQ) {
                Sequence sequence = data.newSequence(tag, 2);
                for (int item = random.nextInt(depth < 5 ? 4 : 1); item > 0; item--) {
                    sequence.add(dataset(random, depth + 1));
                }
            } else if (wide) {
                data.setBytes(tag, vr, new byte[8 * random.nextInt(4)]);
            } else {
                data.setBytes(tag, vr, value(random, vr));
            }
        }
        if (random.nextBoolean()) {
            data.setBytes(0x00090010, VR.LO, "ACME".getBytes());
            data.setBytes(0x00091001, VR.UN, value(random, VR.UN));
        }
        return data;
    }

    private DicomFile write(Attributes data, PixelSource pixels, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(writer.write(out, new Attributes(), data, pixels, syntax), out.size());
        return reader.read(out.toByteArray());
    }

    @Test
    void comesBackInEveryTransferSyntax() throws IOException {
        SplittableRandom random = new SplittableRandom(99);
        for (int n = 0; n < 400; n++) {
            Attributes data = dataset(random, 0);
            byte[] value = new byte[2 * random.nextInt(500)];
            random.nextBytes(value);
            PixelSource pixels = random.nextBoolean() ? null : PixelSource.ofNative(value, VR.OW, data);
            for (TransferSyntax syntax : NATIVE) {
                if (data.isEmpty() && pixels == null) {
                    continue;
                }
                DicomFile there = write(data, pixels, syntax);
                String what = n + " " + syntax.name() + " ";
                assertEquals(syntax, there.transferSyntax(), what);
                assertEquals(List.of(), there.deviations(), what);
                DicomFile back = write(there.dataset(), there.pixels().orElse(null),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                assertNull(RawBytes.difference(data, back.dataset()), what);
                if (pixels != null) {
                    assertArrayEquals(value, EncodingVariantsTest.copy(back.pixels().orElseThrow()), what);
                }
            }
        }
    }

    @Test
    void headerAloneIsTheSameUpToThePixels() throws IOException {
        SplittableRandom random = new SplittableRandom(17);
        for (int n = 0; n < 200; n++) {
            Attributes data = dataset(random, 0);
            data.remove(0xFFFAFFFA);
            data.remove(0xFFFCFFFC);
            PixelSource pixels = PixelSource.ofNative(new byte[10], VR.OW, data);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(out, new Attributes(), data, pixels, NATIVE.get(n % NATIVE.size()));
            byte[] file = out.toByteArray();
            DicomFile header = reader.read(new HeapSource(file), new PixelStore.InMemory(file), true);
            assertNull(RawBytes.difference(header.dataset(), reader.read(file).dataset()), "case " + n);
            assertEquals(10, header.pixels().orElseThrow().length());
        }
    }
}
