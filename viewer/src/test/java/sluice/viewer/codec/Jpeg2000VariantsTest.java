package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Codestreams of another encoder in forms that ours does not write; all are lossless, so they have to give the image. */
class Jpeg2000VariantsTest {
    private static final int COLUMNS = 33;
    private static final int ROWS = 29;

    /** One line of the table. */
    private record Variant(String name, ImageFormat format, byte[] expected, byte[] codestream) {}

    @Test
    void everyVariantGivesTheImage() throws IOException {
        List<Variant> all = variants();
        assertTrue(all.size() >= 25, "variants: " + all.size());
        for (Variant v : all) {
            Raster raster = new J2kDecoder().decode(v.codestream, v.format);
            assertArrayEquals(v.expected, raster.bytes(), v.name);
        }
    }

    /** In volumes that together are the order that the codestream has anyway. */
    @Test
    void packetsAreReadInVolumes() throws IOException {
        for (Variant v : variants()) {
            String volumes = switch (v.name) {
                case "LRCP, precincts, layers" -> "ff5f00100000000103010000000003030100";
                case "RLCP, precincts, layers" -> "ff5f00100000000301010100000003030101";
                case "CPRL, precincts, layers" -> "ff5f00170000000203010400010002030204" + "00000002030304";
                default -> "";
            };
            if (!volumes.isEmpty()) {
                byte[] changed = inserted(v.codestream, volumes);
                assertArrayEquals(v.expected, new J2kDecoder().decode(changed, v.format).bytes(), v.name);
                byte[] first = inserted(v.codestream, "ff5f0009" + volumes.substring(8, 22));
                assertThrows(CodecException.class, () -> new J2kDecoder().decode(first, v.format));
            }
        }
    }

    /** With a segment before the first tile-part. */
    private static byte[] inserted(byte[] codestream, String segment) {
        byte[] more = HexFormat.of().parseHex(segment);
        int at = 0;
        while (codestream[at] != (byte) 0xff || codestream[at + 1] != (byte) 0x90) {
            at++;
        }
        byte[] out = Arrays.copyOf(codestream, codestream.length + more.length);
        System.arraycopy(more, 0, out, at, more.length);
        System.arraycopy(codestream, at, out, at + more.length, codestream.length - at);
        return out;
    }

    @Test
    void everyVariantIsRefusedWhenItIsCut() throws IOException {
        for (Variant v : variants()) {
            int end = v.codestream.length - 4;
            for (int length = 0; length < end; length += 7) {
                byte[] cut = Arrays.copyOf(v.codestream, length);
                assertThrows(CodecException.class, () -> new J2kDecoder().decode(cut, v.format),
                        () -> v.name + " cut at " + cut.length);
            }
        }
    }

    @Test
    void mutatedVariantsAreRefusedOrHaveTheirSize() throws IOException {
        assertTrue(mutate(variants(), 31, 4000) > 0);
    }

    /** @return how many of the mutations were refused */
    static int mutate(long seed, int count) throws IOException {
        return mutate(variants(), seed, count);
    }

    private static int mutate(List<Variant> all, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            Variant v = all.get(random.nextInt(all.size()));
            byte[] bad = LosslessHostileTest.mutated(v.codestream, random);
            try {
                assertEquals(v.expected.length, new J2kDecoder().decode(bad, v.format).bytes().length);
            } catch (CodecException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + " mutation " + i + " of " + v.name, e);
            }
        }
        return refused;
    }

    private static List<Variant> variants() throws IOException {
        try (InputStream in = Jpeg2000VariantsTest.class.getResourceAsStream("jpeg2000-variants.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(l -> !l.startsWith("#")).map(l -> variant(l.split("\t"))).toList();
        }
    }

    private static Variant variant(String[] cells) {
        int samples = Integer.parseInt(cells[1]);
        int bits = Integer.parseInt(cells[2]);
        boolean signed = cells[3].equals("signed");
        int bytes = bits > 8 ? 2 : 1;
        byte[] expected = new byte[ROWS * COLUMNS * samples * bytes];
        int at = 0;
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                for (int c = 0; c < samples; c++) {
                    int v = x * x * 3 + y * y * 5 + x * y * (c + 1) >> 4;
                    v += (x / 5 + y / 4) % 3 == 0 ? 1 << bits - 2 : 0;
                    v = signed ? v << 32 - bits >> 32 - bits : v & (1 << bits) - 1;
                    for (int b = 0; b < bytes; b++) {
                        expected[at++] = (byte) (v >> 8 * b);
                    }
                }
            }
        }
        String photometric = samples == 1 ? "MONOCHROME2" : cells[4].equals("RCT") ? "YBR_RCT" : "RGB";
        return new Variant(cells[0], new ImageFormat(ROWS, COLUMNS, samples, 8 * bytes, bits, bits - 1, signed, photometric, false),
                expected, Base64.getDecoder().decode(cells[5]));
    }
}
