package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/** Letters, bars, values and numbers about regions; windows that nobody gave; the display function. */
class ReadingsTest {
    private final Random random = new Random(23);

    @Test
    void lettersOfStraightAndObliqueDirections() {
        assertEquals("L", OrientationLetters.of(new Vec3(1, 0, 0)));
        assertEquals("A", OrientationLetters.of(new Vec3(0, -3, 0)));
        assertEquals("H", OrientationLetters.of(new Vec3(0.05, 0, 1)));
        assertEquals("LA", OrientationLetters.of(new Vec3(0.9, -0.4, 0)));
        assertEquals("LA", OrientationLetters.of(new Vec3(1, -1, 0)));
        assertEquals("FRP", OrientationLetters.of(new Vec3(-0.5, 0.3, -0.8)));
        assertEquals("", OrientationLetters.of(Vec3.ZERO));
    }

    @Test
    void oppositeDirectionsHaveOppositeLetters() {
        for (int n = 0; n < 500; n++) {
            Vec3 d = MadeVolumes.direction(random);
            String there = OrientationLetters.of(d);
            String back = OrientationLetters.of(d.times(-1));
            assertEquals(there.length(), back.length());
            for (int i = 0; i < there.length(); i++) {
                assertEquals("RLFHPA".charAt("LRHFAP".indexOf(there.charAt(i))), back.charAt(i));
            }
        }
    }

    @Test
    void lettersOfAFrameFollowFlipsAndTurns() {
        FrameView view = FrameView.plain(10, 10);
        Vec3 l = new Vec3(1, 0, 0);
        Vec3 p = new Vec3(0, 1, 0);
        assertEquals(new OrientationLetters.Edges("R", "L", "A", "P"), OrientationLetters.edges(view, l, p));
        assertEquals(new OrientationLetters.Edges("L", "R", "A", "P"), OrientationLetters.edges(view.flippedHorizontally(), l, p));
        assertEquals(new OrientationLetters.Edges("P", "A", "R", "L"), OrientationLetters.edges(view.turned(90), l, p));
    }

    @Test
    void barsAreRoundAndFit() {
        assertEquals(Optional.of(new ScaleBar(50, 100, "5 cm")), ScaleBar.of(0.5, 120));
        assertEquals("1 mm", ScaleBar.of(0.01, 150).orElseThrow().label());
        assertEquals("200 µm", ScaleBar.of(0.001, 300).orElseThrow().label());
        for (int n = 0; n < 1000; n++) {
            double mm = Math.pow(10, random.nextDouble() * 6 - 4);
            ScaleBar bar = ScaleBar.of(mm, 200).orElseThrow();
            assertTrue(bar.pixels() <= 200.0001 && bar.pixels() > 79.9, bar.toString());
        }
        assertEquals(Optional.empty(), ScaleBar.of(Double.NaN, 100));
        assertEquals(Optional.empty(), ScaleBar.of(0, 100));
    }

    @Test
    void theValueUnderTheCursorIsTheVoxels() {
        VoxelGrid grid = VoxelGrid.axial(4, 3, 2, new Vec3(2, 2, 5), Vec3.ZERO);
        Samples.Words low = new Samples.Words(new short[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (short) 60000}, false);
        ArrayVoxels voxels = new ArrayVoxels(grid, List.of(low, low), List.of(new Rescale(1, -1024, "HU"), new Rescale(2, 0, "HU")),
                Optional.of(new PixelPadding(60000, 60000)), "HU");
        Probe probe = Probe.at(voxels, grid.toLps(1.4, 2.49, 0.6), OptionalDouble.of(0.5)).orElseThrow();
        assertEquals(List.of(1, 2, 1), List.of(probe.i(), probe.j(), probe.k()));
        assertEquals(9, probe.stored());
        assertEquals(18, probe.real());
        assertEquals(9, probe.suv().orElseThrow());
        assertEquals("HU", probe.unit());
        assertTrue(Probe.at(voxels, grid.toLps(3, 2, 0), OptionalDouble.empty()).orElseThrow().padding());
        assertEquals(Optional.empty(), Probe.at(voxels, grid.toLps(3.6, 0, 0), OptionalDouble.empty()));
    }

    @Test
    void statisticsAreThoseOfTheDefinition() {
        for (int n = 0; n < 100; n++) {
            ArrayVoxels voxels = MadeVolumes.any(random);
            VoxelGrid grid = voxels.grid();
            int k = random.nextInt(grid.nz());
            BitSet bits = new BitSet();
            for (int at = 0; at < grid.nx() * grid.ny(); at++) {
                bits.set(at, random.nextBoolean());
            }
            double[] values = bits.stream().mapToDouble(at -> voxels.slice(k).at(at))
                    .filter(v -> voxels.padding().isEmpty() || !voxels.padding().get().contains(v))
                    .map(v -> voxels.rescale(k).apply(v)).toArray();
            RegionStatistics found = RegionStatistics.of(voxels, k, bits);
            check(values, found, grid);
            RegionStatistics volume = RegionStatistics.of(voxels, 0, grid.nz(), (i, j, s) -> s == k && bits.get(j * grid.nx() + i));
            assertEquals(found, volume);
        }
    }

    private static void check(double[] values, RegionStatistics found, VoxelGrid grid) {
        assertEquals(values.length, found.count());
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        MadeVolumes.assertClose(mean, found.mean(), "mean");
        MadeVolumes.assertClose(Math.sqrt(squares / values.length), found.deviation(), "deviation");
        assertEquals(Arrays.stream(values).min().orElse(Double.NaN), found.least());
        assertEquals(Arrays.stream(values).max().orElse(Double.NaN), found.greatest());
        Vec3 x = grid.indexToLps().x();
        Vec3 y = grid.indexToLps().y();
        double face = Math.sqrt(x.dot(x) * y.dot(y) - x.dot(y) * x.dot(y));
        assertEquals(values.length * face, found.area(), 1e-9 * values.length * face + 1e-12);
        assertEquals(values.length * grid.voxelVolume(), found.volume(), 1e-9);
    }

    @Test
    void windowsThatNobodyGave() {
        short[] values = new short[100_000];
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) (n < 1000 ? -2000 : n % 1000);
        }
        values[5000] = 32000;
        VoiWindow window = AutoWindow.of(new Samples.Words(values, true), new ModalityMap.Linear(new Rescale(2, 0, "")),
                Optional.of(new PixelPadding(-2000, -2000)), 16);
        assertEquals(10, window.centre() - window.width() / 2, 4);
        assertEquals(1988, window.centre() + window.width() / 2, 4);
        Samples bytes = new Samples.Words(new short[] {3, 200}, false);
        VoiMap plain = new VoiMap.Windowed(AutoWindow.of(bytes, new ModalityMap.Linear(Rescale.NONE), Optional.empty(), 8));
        for (int v = 0; v < 256; v++) {
            assertEquals(v, plain.level(v) * 255, 1e-9);
        }
        Samples same = new Samples.Floats(new float[] {7, 7, Float.NaN});
        assertEquals(7, AutoWindow.of(same, new ModalityMap.Linear(Rescale.NONE), Optional.empty(), 32).centre(), 1);
        Samples none = new Samples.Floats(new float[] {Float.NaN});
        AutoWindow.of(none, new ModalityMap.Linear(Rescale.NONE), Optional.empty(), 32);
    }

    @Test
    void presetsHaveNamesAndModalities() {
        WindowPresets presets = WindowPresets.shipped();
        VoiWindow brain = presets.named("ct-brain").orElseThrow().window();
        assertEquals(40, brain.centre());
        assertEquals(80, brain.width());
        assertTrue(presets.of("CT").size() >= 8);
        assertEquals(List.of(), presets.of("MR"));
        assertEquals(Optional.empty(), presets.named("nobody"));
    }

    /** PS3.14 Table B-1: the first and the last JND index, and that equation 2 undoes equation 1. */
    @Test
    void displayFunctionOfTheStandard() {
        assertEquals(0.05, GreyscaleDisplay.luminance(1), 0.0001);
        assertEquals(3993.404, GreyscaleDisplay.luminance(1023), 0.5);
        for (double j = 1; j <= 1023; j += 7) {
            assertEquals(j, GreyscaleDisplay.index(GreyscaleDisplay.luminance(j)), 0.1);
        }
        int[] greys = new GreyscaleDisplay(0.5, 300, 2.2).colours().rgb();
        assertEquals(0, greys[0]);
        assertEquals(0xFFFFFF, greys[255]);
        for (int n = 1; n < 256; n++) {
            assertTrue((greys[n] & 0xFF) >= (greys[n - 1] & 0xFF));
        }
    }
}
