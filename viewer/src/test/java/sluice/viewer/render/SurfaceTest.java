package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.phantom.Contrast;
import sluice.viewer.phantom.HeadPhantom;
import sluice.viewer.phantom.PhantomScanner;
import sluice.viewer.phantom.ScanOptions;

class SurfaceTest {
    private final Random random = new Random(31);

    @Test
    void aBallIsABallFromAnyDirectionThroughAnyGrid() {
        Vec3 centre = new Vec3(10, -20, 30);
        VoxelGrid sheared = VoxelGrid.centred(60, 55, 40, new Affine3(new Vec3(1, 0.1, 0), new Vec3(-0.1, 1.1, 0),
                new Vec3(0, 0.4, 1.5), Vec3.ZERO), centre);
        ArrayVoxels ball = MadeVolumes.of(sheared, p -> 20 - p.distance(centre));
        for (int n = 0; n < 8; n++) {
            Vec3 looking = MadeVolumes.direction(random);
            SurfaceRequest request = SurfaceRequest.of(ball, 5, looking, MadeVolumes.direction(random), 48, 40);
            SurfaceImage image = SurfaceRenderer.alone().render(request);
            int hits = 0;
            for (int at = 0; at < image.depth().length; at++) {
                Vec3 p = request.view().toLps(at % 48, at / 48);
                double off = p.minus(centre).minus(looking.times(p.minus(centre).dot(looking))).length();
                if (off < 14.5) {
                    hits++;
                    assertEquals(-Math.sqrt(225 - off * off), image.depth()[at], 0.3);
                } else if (off > 15.3) {
                    assertTrue(Float.isNaN(image.depth()[at]));
                    assertEquals(0xFF000000, image.image().argb()[at]);
                }
            }
            assertTrue(hits > 50);
            int middle = image.image().at(24, 20) & 0xFF;
            assertTrue(middle > 100, "faces the viewer: " + middle);
        }
    }

    @Test
    void thePhantomsNoseIsNearestFromTheFront() throws InterruptedException {
        VoxelGrid grid = VoxelGrid.axial(56, 68, 62, new Vec3(4, 4, 4), new Vec3(0, 0, 0));
        ArrayVoxels head = MadeVolumes.of(new PhantomScanner(new HeadPhantom(false)).scan(grid, Contrast.CT, ScanOptions.CLEAN));
        SurfaceRequest request = SurfaceRequest.of(head, -300, new Vec3(0, 1, 0), new Vec3(0, 0, 1), 120, 120);
        SurfaceImage image = SurfaceRenderer.alone().render(request);
        int nearest = 0;
        for (int at = 0; at < image.depth().length; at++) {
            nearest = Float.isNaN(image.depth()[nearest]) || image.depth()[at] < image.depth()[nearest] ? at : nearest;
        }
        Vec3 nose = request.view().toLps(nearest % 120, nearest / 120).plus(request.view().normal().times(image.depth()[nearest]));
        assertEquals(0, nose.x(), 6);
        assertEquals(-117, nose.y(), 5);
        assertTrue(nose.z() > -50 && nose.z() < 0, nose.toString());
        var pool = Executors.newFixedThreadPool(2);
        try {
            assertArrayEquals(image.image().argb(), new SurfaceRenderer(pool, 2).render(request).image().argb());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatTouchesTheEdgeOfTheVolumeIsCutThere() {
        VoxelGrid grid = VoxelGrid.axial(10, 10, 10, new Vec3(1, 1, 1), Vec3.ZERO);
        SurfaceRequest request = SurfaceRequest.of(MadeVolumes.of(grid, p -> 100), 50, new Vec3(0, 1, 0), new Vec3(0, 0, 1), 10, 10);
        for (float depth : SurfaceRenderer.alone().render(request).depth()) {
            assertEquals(-5, depth, 1e-6);
        }
    }

    /** The jumps over empty blocks leave nothing out: small steps alone find the same surface. */
    @Test
    void jumpsOverEmptyBlocksMissNothing() {
        for (int n = 0; n < 6; n++) {
            VoxelGrid grid = VoxelGrid.axial(30, 30, 30, new Vec3(1, 1, 1), Vec3.ZERO);
            Vec3 spot = new Vec3(random.nextInt(20) - 10, random.nextInt(20) - 10, random.nextInt(20) - 10);
            ArrayVoxels voxels = MadeVolumes.of(grid, p -> Math.max(0, 3 - p.distance(spot)));
            SurfaceRequest request = SurfaceRequest.of(voxels, 1, MadeVolumes.direction(random), MadeVolumes.direction(random), 40, 40);
            float[] depth = SurfaceRenderer.alone().render(request).depth();
            for (int at = 0; at < depth.length; at++) {
                double found = Double.NaN;
                for (double t = -30; t < 30 && Double.isNaN(found); t += 0.02) {
                    Vec3 p = request.view().toLps(at % 40, at / 40).plus(request.view().normal().times(t));
                    found = PlainSampling.at(voxels, p, Interpolation.LINEAR) >= 1 ? t : found;
                }
                if (!Float.isNaN(depth[at])) {
                    assertEquals(found, depth[at], 0.1);
                }
            }
            int middle = (int) Math.round(request.view().toDevice(spot).y()) * 40 + (int) Math.round(request.view().toDevice(spot).x());
            assertTrue(!Float.isNaN(depth[middle]));
        }
    }
}
