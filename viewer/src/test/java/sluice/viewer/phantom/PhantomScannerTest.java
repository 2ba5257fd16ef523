package sluice.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

class PhantomScannerTest {

    private static final HeadPhantom HEAD = new HeadPhantom(false);
    private final PhantomScanner scanner = new PhantomScanner(HEAD);
    private final VoxelGrid grid = VoxelGrid.axial(45, 50, 30, new Vec3(5, 5, 6), new Vec3(0.3, 0.2, -10.1));

    @Test
    void aVoxelHasTheSameValueWhicheverWayTheGridRuns() throws InterruptedException {
        // i to the foot, j to the right, k to the front: each voxel centre of one grid is one of the other
        Vec3 last = grid.toLps(44, 49, 29);
        VoxelGrid turned = new VoxelGrid(30, 45, 50,
            new Affine3(new Vec3(0, 0, -6), new Vec3(-5, 0, 0), new Vec3(0, -5, 0), last));
        PhantomVolume a = scanner.scan(grid, Contrast.MR_T1, ScanOptions.CLEAN);
        PhantomVolume b = scanner.scan(turned, Contrast.MR_T1, ScanOptions.CLEAN);
        for (int k = 0; k < 30; k++) {
            for (int j = 0; j < 50; j++) {
                for (int i = 0; i < 45; i++) {
                    int here = (int) grid.offset(i, j, k);
                    int there = (int) turned.offset(29 - k, 44 - i, 49 - j);
                    assertEquals(a.labels()[here], b.labels()[there]);
                    // the points inside a voxel are the other half of the chess board there
                    assertEquals(a.values()[here], b.values()[there], 450);
                }
            }
        }
    }

    @Test
    void labelsAreTheTruthAtVoxelCentres() throws InterruptedException {
        byte[] labels = scanner.labels(grid);
        for (int n = 0; n < labels.length; n += 7) {
            Vec3 p = grid.toLps(n % 45, n / 45 % 50, n / 45 / 50);
            assertEquals(HEAD.labelAt(p), Tissue.of(labels[n]));
        }
    }

    @Test
    void cleanImagesLieBetweenTheTissuesOfTheVoxel() throws InterruptedException {
        PhantomVolume ct = scanner.scan(grid, Contrast.CT, ScanOptions.CLEAN);
        double[] hu = PhantomTables.signal(1);
        int exact = 0;
        for (int n = 0; n < ct.values().length; n++) {
            assertTrue(ct.values()[n] >= -1000 && ct.values()[n] <= 2300);
            exact += ct.values()[n] == Math.rint(hu[ct.labels()[n]]) ? 1 : 0;
        }
        assertTrue(exact > ct.values().length * 0.6 && exact < ct.values().length, exact + " voxels of one tissue");
    }

    @Test
    void theSameRequestGivesTheSameVoxelsAndAnotherSeedOthers() throws InterruptedException {
        ScanOptions options = new ScanOptions(20, true, 7);
        short[] a = scanner.scan(grid, Contrast.MR_T2, options).values();
        assertArrayEquals(a, new PhantomScanner(new HeadPhantom(false)).scan(grid, Contrast.MR_T2, options).values());
        assertFalse(Arrays.equals(a, scanner.scan(grid, Contrast.MR_T2, new ScanOptions(20, true, 8)).values()));
    }

    @Test
    void mrBackgroundIsRayleighAndCtNoiseIsNormal() throws InterruptedException {
        VoxelGrid air = VoxelGrid.axial(40, 40, 20, new Vec3(1, 1, 1), new Vec3(0, 0, 200));
        short[] mr = scanner.scan(air, Contrast.MR_T1, new ScanOptions(30, false, 3)).values();
        double mean = mean(mr);
        // Rayleigh: mean σ·√(π/2), standard deviation σ·√(2 − π/2)
        assertEquals(30 * Math.sqrt(Math.PI / 2), mean, 0.5);
        assertEquals(30 * Math.sqrt(2 - Math.PI / 2), deviation(mr, mean), 0.5);
        VoxelGrid white = VoxelGrid.axial(8, 8, 8, new Vec3(0.5, 0.5, 0.5), new Vec3(15, 0, 60));
        short[] ct = scanner.scan(white, Contrast.CT, new ScanOptions(12, false, 3)).values();
        assertEquals(29, mean(ct), 2.5);
        assertEquals(12, deviation(ct, mean(ct)), 1.5);
    }

    @Test
    void contrastsAreThoseOfTextbooks() throws InterruptedException {
        double[] t1 = new double[Tissue.values().length];
        double[] t2 = new double[t1.length];
        int[] n = new int[t1.length];
        PhantomVolume v1 = scanner.scan(grid, Contrast.MR_T1, new ScanOptions(15, false, 1));
        PhantomVolume v2 = scanner.scan(grid, Contrast.MR_T2, new ScanOptions(15, false, 1));
        for (int i = 0; i < v1.values().length; i++) {
            int label = v1.labels()[i];
            t1[label] += v1.values()[i];
            t2[label] += v2.values()[i];
            n[label]++;
        }
        assertTrue(n[Tissue.WHITE_MATTER.ordinal()] > 500 && n[Tissue.GREY_MATTER.ordinal()] > 500);
        assertTrue(of(t1, n, Tissue.FAT) > of(t1, n, Tissue.WHITE_MATTER));
        assertTrue(of(t1, n, Tissue.WHITE_MATTER) > of(t1, n, Tissue.GREY_MATTER));
        assertTrue(of(t1, n, Tissue.GREY_MATTER) > of(t1, n, Tissue.CSF));
        assertTrue(of(t2, n, Tissue.CSF) > of(t2, n, Tissue.GREY_MATTER));
        assertTrue(of(t2, n, Tissue.GREY_MATTER) > of(t2, n, Tissue.WHITE_MATTER));
        assertTrue(of(t2, n, Tissue.AIR) < 80);
    }

    private static double of(double[] sum, int[] n, Tissue tissue) {
        return sum[tissue.ordinal()] / n[tissue.ordinal()];
    }

    @Test
    void theBiasFieldIsSmoothAndMild() throws InterruptedException {
        short[] flat = scanner.scan(grid, Contrast.MR_T1, ScanOptions.CLEAN).values();
        short[] biased = scanner.scan(grid, Contrast.MR_T1, new ScanOptions(0, true, 0)).values();
        double low = 9;
        double high = 0;
        for (int n = 0; n < flat.length; n++) {
            if (flat[n] > 300) {
                low = Math.min(low, biased[n] / (double) flat[n]);
                high = Math.max(high, biased[n] / (double) flat[n]);
            }
        }
        assertTrue(low > 0.75 && low < 0.97 && high > 1.03 && high < 1.3, low + " to " + high);
    }

    @Test
    void sectionsAreDrawnAsRadiologistsLookAtThem() throws InterruptedException {
        GreyImage axial = Section.AXIAL.picture(HEAD, Contrast.CT, -31, 130);
        assertEquals(130 * 130, axial.argb().length);
        assertEquals(0xff000000, axial.argb()[0]);
        assertTrue(firstRow(axial) < 130 - 1 - lastRow(axial), "the nose is at the top and nearer to the edge than the nape");
        GreyImage coronal = Section.CORONAL.picture(HEAD, Contrast.MR_T1, 0, 130);
        assertTrue(grey(coronal, 65, 129) > 0 && grey(coronal, 65, 0) == 0, "the neck runs out at the bottom");
        GreyImage sagittal = Section.SAGITTAL.picture(HEAD, Contrast.CT, 1, 130);
        // nose tip: y = -115, z = -31, that is 15 mm right of the left edge and 8 pixels below the middle
        assertTrue(grey(sagittal, 10, 73) > 0 && grey(sagittal, 119, 73) == 0, "the nose points to the left");
    }

    private static int firstRow(GreyImage image) {
        int n = 0;
        while ((image.grey()[n] & 0xff) == 0) {
            n++;
        }
        return n / image.width();
    }

    private static int lastRow(GreyImage image) {
        int n = image.grey().length - 1;
        while ((image.grey()[n] & 0xff) == 0) {
            n--;
        }
        return n / image.width();
    }

    private static int grey(GreyImage image, int x, int y) {
        return image.grey()[x + image.width() * y] & 0xff;
    }

    @Test
    void interruptionEndsTheScan() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> scanner.labels(grid));
    }

    private static double mean(short[] v) {
        double sum = 0;
        for (short s : v) {
            sum += s;
        }
        return sum / v.length;
    }

    private static double deviation(short[] v, double mean) {
        double sum = 0;
        for (short s : v) {
            sum += (s - mean) * (s - mean);
        }
        return Math.sqrt(sum / v.length);
    }
}
