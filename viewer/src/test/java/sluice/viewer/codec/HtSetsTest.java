package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** High-throughput code-blocks in every form that the standard has and the encoder does not write. */
class HtSetsTest {
    private static final int PRECISION = 12;

    private static HtSets block(SplittableRandom random) {
        int width = 1 + random.nextInt(64);
        int height = 1 + random.nextInt(64);
        int[] values = new int[width * height];
        int density = 1 + random.nextInt(20);
        int bits = 1 + random.nextInt(PRECISION);
        for (int i = 0; i < values.length; i++) {
            int magnitude = random.nextInt(density) == 0 ? random.nextInt(1 << bits) : random.nextInt(4);
            values[i] = random.nextBoolean() ? magnitude : -magnitude;
        }
        values[random.nextInt(values.length)] = (1 << PRECISION) - 1;
        return new HtSets(width, height, values, PRECISION);
    }

    private static void assertTold(HtSets sets, String what) throws CodecException {
        Raster raster = new J2kDecoder().decode(sets.codestream(), sets.format());
        int[] values = new int[raster.bytes().length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = raster.bytes()[2 * i] & 0xff | raster.bytes()[2 * i + 1] << 8;
        }
        assertArrayEquals(sets.told(), values, what);
    }

    /** Sets at every plane, with and without refining passes, behind empty passes, and with context that ends at four rows. */
    private static List<HtSets> single(SplittableRandom random) {
        List<HtSets> all = new ArrayList<>();
        for (int plane = 0; plane < PRECISION; plane++) {
            for (int refining = 0; refining <= Math.min(plane, 1) * 2; refining++) {
                int skipped = PRECISION - plane;
                int placeholders = random.nextInt(skipped + 1);
                int style = random.nextBoolean() ? J2kCoding.CAUSAL : 0;
                all.add(block(random).style(style).zeroPlanes(skipped - placeholders).set(3 * placeholders, plane, refining));
                all.add(block(random).style(style | J2kCoding.MIXED).zeroPlanes(skipped - placeholders)
                        .set(3 * placeholders, plane, refining));
            }
        }
        return all;
    }

    /** In layers: empty passes only, a set, what completes it, a finer set, and again nothing. */
    private static List<HtSets> several(SplittableRandom random) {
        List<HtSets> all = new ArrayList<>();
        for (int plane = 1; plane < PRECISION; plane++) {
            int skipped = PRECISION - plane;
            all.add(block(random).zeroPlanes(skipped).set(0, plane, 2).set(0, plane - 1, 0));
            int refining = Math.min(2, plane - 1);
            all.add(block(random).zeroPlanes(skipped).set(0, plane, 0).emptyLayer(2).set(0, plane - 1, refining)
                    .emptyLayer(refining == 0 ? new int[] {2, 1} : refining == 2 ? new int[] {1, 2} : new int[0]));
            all.add(block(random).zeroPlanes(skipped - 1).emptyLayer(3).set(0, plane, 1));
        }
        return all;
    }

    private static List<HtSets> all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HtSets> all = single(random);
        all.addAll(several(random));
        for (int i = 0; i < 10; i++) {
            all.add(block(random).style(J2kCoding.MIXED).arithmetic());
        }
        return all;
    }

    @Test
    void everyFormIsDecodedAsItsPassesTell() throws CodecException {
        for (int seed = 1; seed <= 4; seed++) {
            List<HtSets> all = all(seed);
            for (int i = 0; i < all.size(); i++) {
                assertTold(all.get(i), "seed " + seed + " number " + i);
            }
        }
    }

    @Test
    void everyCutIsRefused() {
        for (HtSets sets : all(9)) {
            byte[] whole = sets.codestream();
            for (int length = 0; length < whole.length - 2; length += 1 + length / 9) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThrows(CodecException.class, () -> new J2kDecoder().decode(cut, sets.format()));
            }
        }
    }

    @Test
    void mutatedFormsAreRefusedOrHaveTheirSize() {
        assertTrue(mutate(5, 6000) > 0);
    }

    /** @return how many of the mutations were refused */
    static int mutate(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HtSets> all = all(seed);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            HtSets sets = all.get(random.nextInt(all.size()));
            byte[] bad = LosslessHostileTest.mutated(sets.codestream(), random);
            try {
                Raster raster = new J2kDecoder().decode(bad, sets.format());
                assertEquals(2L * sets.format().pixels(), raster.bytes().length);
            } catch (CodecException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + " mutation " + i, e);
            }
        }
        return refused;
    }

    @Test
    void blocksThatTheHeaderDoesNotAnnounceAreRefused() {
        HtSets sets = block(new SplittableRandom(3)).zeroPlanes(PRECISION).set(0, 0, 0);
        byte[] silent = sets.codestream();
        int cap = 2 + 2 + 41;
        assertEquals(0x50, silent[cap + 1]);
        silent[cap + 5] = 0;
        assertEquals(CodecException.Reason.CORRUPT,
                assertThrows(CodecException.class, () -> new J2kDecoder().decode(silent, sets.format())).reason());
        silent[cap + 5] = 3;
        assertEquals(CodecException.Reason.UNSUPPORTED,
                assertThrows(CodecException.class, () -> new J2kDecoder().decode(silent, sets.format())).reason());
    }

    @Test
    void codewordsArePrefixFreeAndComplete() {
        for (boolean first : new boolean[] {true, false}) {
            for (int context = 0; context < 8; context++) {
                int[] taken = new int[128];
                for (HtCodewords.Word w : HtCodewords.STANDARD.words()) {
                    boolean here = w.first() == first && w.context() == context;
                    for (int rest = w.bits(); rest < 128 && here; rest += 1 << w.length()) {
                        taken[rest]++;
                    }
                }
                assertTrue(Arrays.stream(taken).allMatch(t -> t == 1), "context " + context);
            }
        }
    }
}
