package sluice.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.geometry.Vec3;

/** Sorting by place: whatever the numbers and the order of the files, values lie where their headers say. */
final class SeriesSortingTest {
    private static final Vec3 FIRST = new Vec3(-20, 30, -40);
    private static final Vec3 UP = new Vec3(0, 0, 3);

    @TempDir
    Path folder;

    private static Set<Finding.Kind> kinds(Volume v) {
        return v.findings().stream().map(Finding::kind).collect(Collectors.toSet());
    }

    private static List<Aside.Reason> reasons(SeriesReader.Series s) {
        return s.aside().stream().map(Aside::reason).toList();
    }

    @Test
    void anyOrientationAnyOrderAnyNumbers() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 20; round++) {
            Vec3 along = vec(random).unit();
            Vec3 down = along.cross(vec(random)).unit();
            Path own = Files.createDirectory(folder.resolve("r" + round));
            MadeSeries made = new MadeSeries(own, along, down, 0.5 + random.nextDouble(), 0.5 + random.nextDouble());
            Vec3 normal = along.cross(down);
            Vec3 step = normal.times((random.nextBoolean() ? 1 : -1) * (1 + 3 * random.nextDouble()));
            Vec3 first = vec(random).times(40);
            int n = 2 + random.nextInt(6);
            List<Integer> numbers = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                numbers.add(k);
            }
            Collections.rotate(numbers, round);
            for (int k = 0; k < n; k++) {
                made.slice(first.plus(step.times(k)), numbers.get(k));
            }
            Volume sorted = MadeSeries.only(made.read());
            assertEquals(List.of(), sorted.findings());
            assertEquals(n, sorted.grid().nz());
            assertTrue(MadeSeries.worst(sorted, 0) < 0.51);
            assertTrue(sorted.grid().indexToLps().z().dot(normal) > 0, "slices are counted along the normal");
            List<Path> shuffled = new ArrayList<>(made.files);
            Collections.rotate(shuffled, 1 + random.nextInt(n));
            Collections.swap(shuffled, 0, n - 1);
            Volume again = MadeSeries.only(MadeSeries.read(shuffled));
            assertEquals(sorted.grid(), again.grid());
            for (int k = 0; k < n; k++) {
                assertEquals(((DicomVolume) sorted).stack().frame(k, 0), ((DicomVolume) again).stack().frame(k, 0));
            }
        }
    }

    private static Vec3 vec(SplittableRandom random) {
        return new Vec3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
    }

    @Test
    void missingSliceIsAGap() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, UP, 7);
        Volume v = MadeSeries.only(MadeSeries.read(List.of(made.files.get(6), made.files.get(0), made.files.get(1),
                made.files.get(4), made.files.get(5))));
        assertEquals(7, v.grid().nz());
        assertEquals(Set.of(Finding.Kind.GAP), kinds(v));
        assertEquals(2, v.findings().get(0).count());
        for (int k : new int[] {2, 3}) {
            assertEquals(new Slice.Absent(MadeSeries.NX, MadeSeries.NY, Slice.Absent.Reason.MISSING), v.slice(k, 0));
        }
        assertTrue(MadeSeries.worst(v, 0) < 0.51);
    }

    @Test
    void sameInstanceTwiceIsTakenOnce() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, UP, 4);
        Path copy = Files.copy(made.files.get(2), folder.resolve("copy.dcm"));
        made.files.add(copy);
        SeriesReader.Series s = made.read();
        assertEquals(4, MadeSeries.only(s).grid().nz());
        assertEquals(List.of(Aside.Reason.REPEATED_INSTANCE), reasons(s));
        assertEquals(Finding.Kind.REPEATED_INSTANCE, s.findings().get(0).kind());
    }

    @Test
    void samePlaceTwiceWithNothingToTellApartIsSaid() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, UP, 4).slice(FIRST.plus(UP), 9);
        SeriesReader.Series s = made.read();
        Volume v = MadeSeries.only(s);
        assertEquals(1, v.times());
        assertEquals(Set.of(Finding.Kind.DUPLICATE_POSITION), kinds(v));
        assertEquals(List.of(Aside.Reason.DUPLICATE_POSITION), reasons(s));
        assertEquals(made.files.get(4), s.aside().get(0).file());
    }

    @Test
    void tiltKeepsValuesAndShearsTheGrid() throws IOException {
        Volume v = MadeSeries.only(MadeSeries.axial(folder).slices(FIRST, new Vec3(0, -1, 3), 5).read());
        assertInstanceOf(DicomVolume.class, v);
        assertEquals(Set.of(Finding.Kind.TILT), kinds(v));
        assertTrue(v.findings().get(0).message().contains("18.43 degrees"));
        assertTrue(MadeSeries.worst(v, 0) < 0.51);
        assertEquals(new Vec3(0, -1, 3).z(), v.grid().indexToLps().z().z(), 1e-9);
        assertEquals(-1, v.grid().indexToLps().z().y(), 1e-9);
    }

    @Test
    void unevenSlicesAreInterpolatedAtOneDistance() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        double[] depths = {0, 3, 6, 10.1, 14.2};
        for (int k = 0; k < depths.length; k++) {
            made.slice(FIRST.plus(new Vec3(0, 0.2, 1).times(depths[k])), k);
        }
        Volume v = MadeSeries.only(made.read());
        assertInstanceOf(EvenedVolume.class, v);
        assertEquals(Set.of(Finding.Kind.UNEVEN_SPACING, Finding.Kind.TILT), kinds(v));
        assertEquals(3, v.grid().indexToLps().z().z(), 1e-9);
        assertTrue(MadeSeries.worst(v, 0) < 1.01, "a linear function survives linear interpolation");
    }

    @Test
    void timePointsBecomeTimes() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        int number = 100;
        for (int t = 11; t >= 9; t--) {
            for (int k = 0; k < 4; k++) {
                int moment = t;
                // the third time point lacks one slice
                if (t != 11 || k != 2) {
                    made.slice(FIRST.plus(UP.times(k)), number--, a -> {
                        a.setString(0x00200100, VR.IS, Integer.toString(moment));
                        a.setString(0x00080032, VR.TM, "1200" + moment);
                    });
                }
            }
        }
        DicomVolume v = (DicomVolume) MadeSeries.only(made.read());
        assertEquals(3, v.times());
        assertEquals(TimeAxis.TEMPORAL_POSITION, v.stack().axis());
        assertEquals(Set.of(Finding.Kind.GAP), kinds(v));
        for (int t = 0; t < 3; t++) {
            assertTrue(MadeSeries.worst(v, t) < 0.51);
            assertEquals(t == 2, v.slice(2, t) instanceof Slice.Absent, "9 sorts before 10 and 11");
        }
    }

    @Test
    void acquisitionsThatOverlapAreOneStack() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        for (int k = 0; k < 9; k++) {
            int acquisition = k < 5 ? 1 : 2;
            made.slice(FIRST.plus(UP.times(k < 5 ? k : k - 1)), k, a -> a.setString(0x00200012, VR.IS, Integer.toString(acquisition)));
        }
        Volume v = MadeSeries.only(made.read());
        assertEquals(List.of(8, 1), List.of(v.grid().nz(), v.times()));
        assertEquals(Set.of(Finding.Kind.DUPLICATE_POSITION), kinds(v));
    }

    @Test
    void weightingsKeepTheOrderOfAcquisition() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        double[] weights = {0, 1000, 500};
        for (int t = 0; t < 3; t++) {
            for (int k = 0; k < 2; k++) {
                double b = weights[t];
                made.slice(FIRST.plus(UP.times(k)), 2 * t + k, a -> a.setDouble(0x00189087, VR.FD, b));
            }
        }
        DicomVolume v = (DicomVolume) MadeSeries.only(made.read());
        assertEquals(TimeAxis.DIFFUSION, v.stack().axis());
        assertEquals(made.files.get(2), v.stack().frame(0, 1).orElseThrow().file());
        assertEquals(made.files.get(4), v.stack().frame(0, 2).orElseThrow().file());
    }

    @Test
    void whatNothingTellsApartIsOrderedByNumberAndSaid() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, UP, 3).slices(FIRST, UP, 3);
        assertEquals(1, MadeSeries.only(made.read()).times(), "equal numbers: copies, no times");
        for (int k = 0; k < 3; k++) {
            made.files.remove(made.files.size() - 1);
        }
        for (int k = 0; k < 3; k++) {
            made.slice(FIRST.plus(UP.times(k)), 10 + k);
        }
        Volume v = MadeSeries.only(made.read());
        assertEquals(2, v.times());
        assertEquals(Set.of(Finding.Kind.ORDER_BY_NUMBER), kinds(v));
    }

    @Test
    void echoesSeriesComponentsAndPlanesAreVolumesOfTheirOwn() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, UP, 3);
        for (int k = 0; k < 3; k++) {
            Vec3 at = FIRST.plus(UP.times(k));
            made.slice(at, k, a -> a.setDouble(0x00180081, VR.DS, 20));
            made.slice(at, k, a -> a.setString(0x00080008, VR.CS, "ORIGINAL", "PRIMARY", "P"));
            made.slice(at, k, a -> a.setString(0x0020000E, VR.UI, "1.2.4"));
            made.slice(FIRST.plus(new Vec3(3 * k, 0, 0)), k, a -> a.setDouble(0x00200037, VR.DS, 0, 1, 0, 0, 0, -1));
            made.slice(at, k, a -> a.setDouble(0x00280030, VR.DS, 2, 2));
        }
        SeriesReader.Series s = made.read();
        assertEquals(6, s.volumes().size());
        assertEquals(Finding.Kind.SEVERAL_VOLUMES, s.findings().get(0).kind());
        Collections.shuffle(made.files, new java.util.Random(3));
        assertEquals(s.volumes().stream().map(Volume::grid).toList(), made.read().volumes().stream().map(Volume::grid).toList());
    }

    @Test
    void localizersAndBadGeometryAreSetAsideAndTheRestStays() throws IOException {
        MadeSeries made = MadeSeries.axial(folder).slices(FIRST, UP, 3);
        made.slice(FIRST, 1, a -> a.setString(0x00080008, VR.CS, "ORIGINAL", "PRIMARY", "LOCALIZER"));
        made.slice(FIRST, 1, a -> a.setString(0x00200037, VR.DS, "NaN", "0", "0", "0", "1", "0"));
        made.slice(FIRST, 1, a -> a.setDouble(0x00200037, VR.DS, 1, 0, 0, 1, 0, 0));
        made.slice(FIRST, 1, a -> a.setDouble(0x00200037, VR.DS, 0, 0, 0, 0, 0, 0));
        made.slice(FIRST, 1, a -> a.remove(0x00200037));
        made.slice(FIRST, 1, a -> a.setDouble(0x00280030, VR.DS, 0, 0));
        made.slice(FIRST, 1, a -> a.setString(0x00280030, VR.DS, "-1", "1"));
        made.slice(FIRST, 1, a -> a.setString(0x00200032, VR.DS, "1e300", "1e300", "1e300"));
        made.slice(FIRST, 1, a -> a.remove(0x00200032));
        Files.writeString(folder.resolve("notes.txt"), "no image");
        made.files.add(folder.resolve("notes.txt"));
        SeriesReader.Series s = made.read();
        assertEquals(3, MadeSeries.only(s).grid().nz());
        assertEquals(List.of(Aside.Reason.LOCALIZER, Aside.Reason.BAD_ORIENTATION, Aside.Reason.BAD_ORIENTATION,
                Aside.Reason.BAD_ORIENTATION, Aside.Reason.NO_ORIENTATION, Aside.Reason.BAD_SPACING, Aside.Reason.BAD_SPACING,
                Aside.Reason.NO_POSITION, Aside.Reason.NO_POSITION, Aside.Reason.NOT_DICOM).stream().sorted().toList(),
                reasons(s).stream().sorted().toList());
    }

    @Test
    void slicesBesideEachOtherAreNoStack() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        for (int k = 0; k < 5; k++) {
            made.slice(FIRST.plus(UP.times(k)).plus(new Vec3(k % 2 == 0 ? 0 : 40, 0, 0)), k);
        }
        SeriesReader.Series s = made.read();
        assertEquals(List.of(), s.volumes());
        assertEquals(Collections.nCopies(5, Aside.Reason.NOT_A_STACK), reasons(s));
    }

    @Test
    void oneSliceHasItsThickness() throws IOException {
        Volume v = MadeSeries.only(MadeSeries.axial(folder).slice(FIRST, 1, a -> a.setDouble(0x00180050, VR.DS, 4)).read());
        assertEquals(4, v.grid().spacing().z(), 1e-12);
        Path other = Files.createDirectory(folder.resolve("other"));
        assertEquals(Set.of(Finding.Kind.THICKNESS_ASSUMED), kinds(MadeSeries.only(MadeSeries.axial(other).slice(FIRST, 1).read())));
    }

    @Test
    void slicesOfScalesOfTheirOwn() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        for (int k = 0; k < 3; k++) {
            double slope = k + 1;
            made.slice(FIRST.plus(UP.times(k)), k, a -> {
                a.setDouble(0x00281052, VR.DS, -10);
                a.setDouble(0x00281053, VR.DS, slope);
            });
        }
        Volume v = MadeSeries.only(made.read());
        assertEquals(Set.of(Finding.Kind.VARYING_SCALE), kinds(v));
        assertEquals(new Scaling(3, -10), v.scaling(2, 0));
        Attributes zero = made.header(FIRST, 1);
        assertEquals(1.5, zero.getDouble(0x00280030, 1, 0), 0);
    }
}
