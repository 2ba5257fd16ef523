package sluice.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.viewer.dicom.SharedDicom;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.volume.ReferenceVolumes.Reference;

/**
 * Real series against volumes that another converter, dcm2niix v1.0.20220720, made of them. Where the two differ, the test says
 * how, and holds ours to the positions that the files tell.
 */
final class ReferenceVolumesTest {
    /** Series of which the other converter makes something else: see the tests below. */
    private static final Set<String> DIFFERENT = Set.of("dicom2nifti/failing_gantrytilting_001", "ge-ct-gantry-tilt-head",
            "ge-fse-pd-axial-oblique", "nema-enhanced-mr");

    private static String series(Reference r) {
        return r.name().replaceAll("/(dcm2niix|upstream)-ref/.*", "");
    }

    @TestFactory
    List<DynamicTest> samePlacesAndValues() throws IOException {
        return ReferenceVolumes.all().stream().filter(r -> !DIFFERENT.contains(series(r)))
                .map(r -> DynamicTest.dynamicTest(r.name(), () -> compare(r))).toList();
    }

    private static void compare(Reference r) throws IOException {
        SeriesReader.Series series = ReferenceVolumes.read(r.folder());
        int[] shape = Arrays.copyOf(r.shape(), 3);
        Arrays.sort(shape);
        Volume best = null;
        int agree = -1;
        for (Volume v : series.volumes()) {
            int[] own = {v.grid().nx(), v.grid().ny(), v.grid().nz()};
            Arrays.sort(own);
            // the other converter's slope may be the difference of two 32-bit numbers near 500: 6·10⁻⁶ off, times 4095
            int n = Arrays.equals(own, shape) && v.times() == r.times() ? ReferenceVolumes.agreeing(r, v, 0.01) : -1;
            if (n > agree) {
                best = v;
                agree = n;
            }
        }
        assertTrue(best != null, "no volume has the shape " + Arrays.toString(r.shape()));
        assertEquals(r.probes().size(), agree, "probes of the same value at the same place");
        assertTrue(ReferenceVolumes.stepDistance(r, best) < 1e-4, "steps");
        // affines are stored in 32 bits, whose error grows with the voxels on the way to a corner
        assertTrue(ReferenceVolumes.cornerDistance(r, best) < 4e-4, "corners");
        assertEquals(List.of(), best.findings());
    }

    private static Reference reference(String series) throws IOException {
        return ReferenceVolumes.all().stream().filter(r -> r.name().contains(series)).findFirst().orElseThrow();
    }

    private static Set<Finding.Kind> kinds(Volume v) {
        return v.findings().stream().map(Finding::kind).collect(Collectors.toSet());
    }

    /** The other converter shears pixels, by interpolation, into an upright block; we shear the grid. Places and values agree. */
    @Test
    void tiltedGantryKeepsItsPixels() throws IOException {
        Reference r = reference("failing_gantrytilting_001");
        Volume v = MadeSeries.only(ReferenceVolumes.read(r.folder()));
        assertEquals(Set.of(Finding.Kind.TILT), kinds(v));
        assertEquals(40, ReferenceVolumes.agreeing(r, v, 1));
        assertEquals(0, v.grid().indexToLps().z().distance(new Vec3(0, 0, 5)), 1e-6);
    }

    /**
     * Tilted, and with 4.22 mm below and 7.38 mm above between slices. The other converter's block is sheared once more by the
     * tilt that it has taken out of the rows (its step along j is 0.474 mm where pixels have 0.488 mm), so that its places are
     * not those of the headers; shapes agree along i and k.
     */
    @Test
    void unevenTiltedSlicesAreEvened() throws IOException {
        Reference r = reference("ge-ct-gantry-tilt-head");
        SeriesReader.Series s = ReferenceVolumes.read(r.folder());
        Volume v = MadeSeries.only(s);
        assertEquals(Set.of(Finding.Kind.TILT, Finding.Kind.UNEVEN_SPACING), kinds(v));
        assertEquals(List.of(r.shape()[0], r.shape()[2]), List.of(v.grid().nx(), v.grid().nz()));
        assertEquals(28, ((EvenedVolume) v).stack().places());
        assertEquals(0.48828, v.grid().spacing().y(), 1e-4);
        Vec3 top = v.grid().toLps(0, 0, v.grid().nz() - 1);
        assertEquals(-123.5404569, top.y(), 1e-6);
        assertTrue(top.z() > 154 && top.z() <= 157.7760586 + 1e-6);
    }

    /** Distances of 6.96 to 7.07 mm: the other converter takes the first for all, and is off by 1.3 mm at the last slice. */
    @Test
    void roundedPositionsGiveTheirMeanDistance() throws IOException {
        Reference r = reference("ge-fse-pd-axial-oblique");
        Volume v = MadeSeries.only(ReferenceVolumes.read(r.folder()));
        assertEquals(0, v.grid().toLps(0, 0, 0).distance(new Vec3(-110.5, -78.3063, -72.7575)), 1e-6);
        assertEquals(0, v.grid().toLps(0, 0, 19).distance(new Vec3(-110.5, -96.2063, 59.0425)), 1e-6);
        assertSameVoxels(r, v);
    }

    /** 6 mm between the positions of the slices; the other converter takes Slice Thickness, 5 mm. */
    @Test
    void positionsGoBeforeThickness() throws IOException {
        for (String name : List.of("3_FLAIR", "4_T2")) {
            Reference r = reference(name);
            List<Volume> axial = ReferenceVolumes.read(r.folder()).volumes().stream().filter(v -> v.grid().nz() == 24).toList();
            assertEquals(2, axial.size());
            Volume v = axial.get(name.startsWith("3") ? 0 : 1);
            assertEquals(0, v.grid().indexToLps().z().distance(new Vec3(0, 0, 6)), 1e-6);
            assertSameVoxels(r, v);
        }
    }

    /** Voxel by voxel where rows are counted from the other end and slices in the same direction. */
    private static void assertSameVoxels(Reference r, Volume v) throws IOException {
        for (ReferenceVolumes.Probe p : r.probes()) {
            double stored = v.slice(p.ijk()[2], 0).stored(p.ijk()[0], v.grid().ny() - 1 - p.ijk()[1]);
            assertEquals(p.value(), stored);
        }
    }

    /**
     * One object with two planes and three contrasts, of which the other converter makes one block; one with 256 metabolite maps
     * of one place, which it piles up to five metres; and spectra, which are no images.
     */
    @Test
    void planesContrastsAndMapsAreToldApart() throws IOException {
        SeriesReader.Series s = ReferenceVolumes.read(reference("nema-enhanced-mr").folder());
        Map<String, Integer> shapes = new HashMap<>();
        for (Volume v : s.volumes()) {
            shapes.merge(v.grid().nx() + "x" + v.grid().ny() + "x" + v.grid().nz() + "x" + v.times(), 1, Integer::sum);
        }
        assertEquals(Map.of("256x256x3x1", 4, "256x256x24x1", 2, "16x16x1x256", 1), shapes);
        assertEquals(List.of(Aside.Reason.NOT_AN_IMAGE, Aside.Reason.NOT_AN_IMAGE), s.aside().stream().map(Aside::reason).toList());
    }

    /** Whatever the shared files hold, alone: volumes or reasons, never a failure. */
    @Test
    void everySharedFileGivesVolumesOrReasons() throws IOException {
        int volumes = 0;
        for (Path file : SharedDicom.files()) {
            SeriesReader.Series s = MadeSeries.read(List.of(file));
            assertTrue(!s.volumes().isEmpty() || !s.aside().isEmpty(), file.toString());
            for (Volume v : s.volumes()) {
                volumes++;
                v.slice(v.grid().nz() / 2, v.times() - 1);
            }
        }
        assertTrue(volumes > 100, volumes + " volumes");
    }

    /** Two orientations under one Series Instance UID. */
    @Test
    void orientationsOfOneSeriesAreTwoVolumes() throws IOException {
        SeriesReader.Series s = ReferenceVolumes.read(SharedDicom.root().resolve(
                "dicom/series/dicom2nifti/failing_sliceorientation_001"));
        assertEquals(List.of(2, 2), s.volumes().stream().map(v -> v.grid().nz()).toList());
        assertEquals(Finding.Kind.SEVERAL_VOLUMES, s.findings().get(0).kind());
    }
}
