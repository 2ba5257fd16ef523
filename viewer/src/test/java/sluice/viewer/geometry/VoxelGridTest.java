package sluice.viewer.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VoxelGridTest {

    @Test
    void theMiddleOfACentredGridIsItsCentre() {
        VoxelGrid odd = VoxelGrid.axial(5, 7, 9, new Vec3(1, 2, 3), new Vec3(10, 20, 30));
        assertEquals(new Vec3(10, 20, 30), odd.toLps(2, 3, 4));
        VoxelGrid even = VoxelGrid.axial(4, 4, 4, new Vec3(1, 1, 1), Vec3.ZERO);
        assertEquals(new Vec3(-1.5, -1.5, -1.5), even.toLps(0, 0, 0));
        assertEquals(new Vec3(1.5, 1.5, 1.5), even.toLps(3, 3, 3));
    }

    @Test
    void anAxialGridRunsToTheLeftTheBackAndTheHead() {
        VoxelGrid g = VoxelGrid.axial(3, 3, 3, new Vec3(2, 3, 4), Vec3.ZERO);
        assertEquals(new Vec3(2, 0, 0), g.toLps(2, 1, 1));
        assertEquals(new Vec3(0, 3, 0), g.toLps(1, 2, 1));
        assertEquals(new Vec3(0, 0, 4), g.toLps(1, 1, 2));
    }

    @Test
    void indexAndPlaceConvertBothWays() {
        SplittableRandom random = new SplittableRandom(3);
        Affine3 oblique = new Affine3(new Vec3(0.8, 0.1, -0.2), new Vec3(-0.1, 0.9, 0.3), new Vec3(0.4, -0.6, 2.4), new Vec3(7, 8, 9));
        VoxelGrid g = new VoxelGrid(20, 30, 10, oblique);
        for (int n = 0; n < 200; n++) {
            Vec3 index = new Vec3(random.nextDouble(20), random.nextDouble(30), random.nextDouble(10));
            assertEquals(0, index.distance(g.toIndex(g.toLps(index.x(), index.y(), index.z()))), 1e-10);
        }
    }

    @Test
    void spacingAndVolumeComeFromTheSteps() {
        VoxelGrid g = new VoxelGrid(2, 2, 2, new Affine3(new Vec3(0, 3, 0), new Vec3(0, 0, -4), new Vec3(2, 0, 0), Vec3.ZERO));
        assertEquals(new Vec3(3, 4, 2), g.spacing());
        assertEquals(24, g.voxelVolume());
        assertEquals(8, g.voxels());
    }

    @Test
    void offsetsRunIFastest() {
        VoxelGrid g = VoxelGrid.axial(3, 4, 5, new Vec3(1, 1, 1), Vec3.ZERO);
        int expected = 0;
        for (int k = 0; k < 5; k++) {
            for (int j = 0; j < 4; j++) {
                for (int i = 0; i < 3; i++) {
                    assertEquals(expected++, g.offset(i, j, k));
                }
            }
        }
        assertThrows(IndexOutOfBoundsException.class, () -> g.offset(3, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> g.offset(0, -1, 0));
        assertEquals(46339L + 46340L * (46339 + 46340L * 2),
            VoxelGrid.axial(46340, 46340, 3, new Vec3(1, 1, 1), Vec3.ZERO).offset(46339, 46339, 2), "beyond 32 bits");
    }

    @Test
    void insideReachesHalfAVoxelAroundTheOuterCentres() {
        VoxelGrid g = VoxelGrid.axial(3, 3, 3, new Vec3(1, 1, 1), Vec3.ZERO);
        assertTrue(g.contains(new Vec3(-0.5, 0, 2.49)));
        assertFalse(g.contains(new Vec3(-0.51, 0, 0)));
        assertFalse(g.contains(new Vec3(0, 2.5, 0)));
        assertFalse(g.contains(new Vec3(0, 0, Double.NaN)));
    }

    @Test
    void impossibleGridsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new VoxelGrid(0, 1, 1, Affine3.IDENTITY));
        assertThrows(IllegalArgumentException.class, () -> new VoxelGrid(1, 1, 1, Affine3.scaling(1, 0, 1)));
    }
}
