package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.phantom.Contrast;
import sluice.viewer.phantom.HeadPhantom;
import sluice.viewer.phantom.PhantomScanner;
import sluice.viewer.phantom.ScanOptions;

class PlaneRenderingTest {
    private static final Tone TONE = Tone.grey(new ModalityMap.Linear(Rescale.NONE), VoiWindow.of(40, 400));
    private final Random random = new Random(17);
    private final SliceRenderer renderer = SliceRenderer.alone();

    @Test
    void anyPlaneThroughAnyVolumeIsThePlainInterpolation() {
        for (int n = 0; n < 150; n++) {
            ArrayVoxels voxels = MadeVolumes.any(random);
            PlaneView view = MadeVolumes.plane(random, voxels.grid(), 19, 17);
            Interpolation kernel = Interpolation.values()[n % 3];
            double[] values = renderer.values(view, voxels, kernel, Slab.NONE);
            for (int at = 0; at < values.length; at++) {
                double expected = PlainSampling.at(voxels, view.toLps(at % 19, at / 19), kernel);
                MadeVolumes.assertClose(expected, values[at], kernel + " " + view);
            }
        }
    }

    @Test
    void picturesAreTheToneOfTheRealValues() {
        for (int n = 0; n < 60; n++) {
            ArrayVoxels voxels = MadeVolumes.any(random);
            PlaneView view = MadeVolumes.plane(random, voxels.grid(), 19, 17);
            VoiWindow window = AutoWindow.of(voxels);
            Tone tone = TONE.with(window);
            Slab slab = new Slab(n % 3, Slab.Method.values()[n % 3]);
            double[] values = renderer.values(view, voxels, Interpolation.LINEAR, slab);
            int[] argb = renderer.render(SliceRequest.of(view, Layer.Image.of(voxels, tone).with(slab))).argb();
            for (int at = 0; at < values.length; at++) {
                int expected = Double.isNaN(values[at]) ? 0xFF000000 : tone.argbOfReal(values[at]);
                assertEquals(expected & 0xFF, argb[at] & 0xFF, 1);
            }
        }
    }

    @Test
    void planesThroughVoxelCentresAreTheSlicesExactly() {
        for (int n = 0; n < 60; n++) {
            ArrayVoxels any = MadeVolumes.any(random);
            VoxelGrid grid = square(any.grid());
            ArrayVoxels voxels = new ArrayVoxels(grid, any.slices(), any.rescales(), any.padding(), "");
            Tone tone = TONE.with(AutoWindow.of(voxels));
            int k = random.nextInt(grid.nz());
            PlaneView view = PlaneView.ofSlice(grid, k, grid.nx(), grid.ny());
            FrameRequest slice = new FrameRequest(FrameView.plain(grid.nx(), grid.ny()),
                    new Frame.Grey(grid.nx(), grid.ny(), voxels.slice(k)),
                    Optional.of(tone.with(new ModalityMap.Linear(voxels.rescale(k)))), Interpolation.NEAREST,
                    voxels.padding(), FrameRequest.BLACK);
            int[] expected = renderer.render(slice).argb();
            for (Interpolation kernel : Interpolation.values()) {
                assertArrayEquals(expected, renderer.render(SliceRequest.of(view, Layer.Image.of(voxels, tone).with(kernel))).argb());
            }
        }
    }

    /** The same grid with square pixels, so that one device pixel is one voxel. */
    private static VoxelGrid square(VoxelGrid g) {
        Affine3 a = g.indexToLps();
        return new VoxelGrid(g.nx(), g.ny(), g.nz(), new Affine3(a.x(), a.y().times(a.x().length() / a.y().length()), a.z(), a.origin()));
    }

    @Test
    void aLinearFieldLooksTheSameThroughAnyGrid() {
        Vec3 gradient = new Vec3(1.5, -2, 0.7);
        VoxelGrid tilted = VoxelGrid.centred(30, 30, 20,
                new Affine3(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0.7, 2), Vec3.ZERO), new Vec3(5, -7, 9));
        ArrayVoxels voxels = MadeVolumes.of(tilted, p -> p.dot(gradient));
        for (PlaneView.Standard plane : PlaneView.Standard.values()) {
            PlaneView view = PlaneView.fit(plane, tilted, 64, 64).zoomed(3, 31.5, 31.5).turned(20).tilted(10);
            double[] values = renderer.values(view, voxels, Interpolation.LINEAR, Slab.NONE);
            for (int at = 0; at < values.length; at++) {
                assertEquals(view.toLps(at % 64, at / 64).dot(gradient), values[at], 1e-4);
            }
        }
    }

    @Test
    void standardPlanesLookTheWayRadiologistsDo() {
        VoxelGrid grid = VoxelGrid.axial(4, 5, 6, new Vec3(1, 1, 1), Vec3.ZERO);
        assertEquals(new OrientationLetters.Edges("R", "L", "A", "P"),
                OrientationLetters.edges(PlaneView.fit(PlaneView.Standard.AXIAL, grid, 9, 9)));
        assertEquals(new OrientationLetters.Edges("R", "L", "H", "F"),
                OrientationLetters.edges(PlaneView.fit(PlaneView.Standard.CORONAL, grid, 9, 9)));
        PlaneView sagittal = PlaneView.fit(PlaneView.Standard.SAGITTAL, grid, 9, 9);
        assertEquals(new OrientationLetters.Edges("A", "P", "H", "F"), OrientationLetters.edges(sagittal));
        assertEquals("R", OrientationLetters.of(sagittal.normal()));
        assertEquals(new OrientationLetters.Edges("P", "A", "H", "F"), OrientationLetters.edges(sagittal.flippedHorizontally()));
        assertEquals(new OrientationLetters.Edges("F", "H", "A", "P"), OrientationLetters.edges(sagittal.turned(90)));
    }

    @Test
    void planesGoThereAndBackAndKeepTheirPoint() {
        for (int n = 0; n < 100; n++) {
            PlaneView view = MadeVolumes.plane(random, VoxelGrid.axial(9, 9, 9, new Vec3(1, 2, 3), Vec3.ZERO), 50, 40);
            view = view.turned(random.nextInt(360)).tilted(random.nextInt(90)).swung(random.nextInt(90));
            Vec3 lps = view.toLps(12, 34);
            Vec3 device = view.toDevice(lps.plus(view.normal().times(2)));
            assertEquals(0, device.distance(new Vec3(12, 34, 2)), 1e-9);
            assertEquals(0, view.zoomed(3, 12, 34).toLps(12, 34).distance(lps), 1e-9);
            assertEquals(0, view.panned(5, 6).toLps(17, 40).distance(lps), 1e-9);
        }
    }

    @Test
    void slabsAreMaximumMinimumAndMeanOfTheirPlanes() {
        for (int n = 0; n < 60; n++) {
            ArrayVoxels voxels = MadeVolumes.any(random);
            PlaneView view = MadeVolumes.plane(random, voxels.grid(), 15, 13);
            Slab.Method method = Slab.Method.values()[n % 3];
            Slab slab = new Slab(3 * random.nextDouble(), method);
            Vec3 perMm = voxels.grid().indexToLps().inverse().applyDirection(view.normal());
            double spacing = 1 / Math.max(Math.abs(perMm.x()), Math.max(Math.abs(perMm.y()), Math.abs(perMm.z())));
            int planes = slab.planes(spacing);
            double[] values = renderer.values(view, voxels, Interpolation.LINEAR, slab);
            for (int at = 0; at < values.length; at++) {
                double most = Double.NEGATIVE_INFINITY;
                double least = Double.POSITIVE_INFINITY;
                double sum = 0;
                int count = 0;
                for (int p = 0; p < planes; p++) {
                    double depth = planes == 1 ? 0 : slab.thickness() * p / (planes - 1) - slab.thickness() / 2;
                    double v = PlainSampling.at(voxels, view.moved(depth).toLps(at % 15, at / 15), Interpolation.LINEAR);
                    if (!Double.isNaN(v)) {
                        most = Math.max(most, v);
                        least = Math.min(least, v);
                        sum += v;
                        count++;
                    }
                }
                double expected = count == 0 ? Double.NaN : method == Slab.Method.MAXIMUM ? most
                        : method == Slab.Method.MINIMUM ? least : sum / count;
                MadeVolumes.assertClose(expected, values[at], view);
            }
        }
    }

    @Test
    void aSlabHasBothItsFaces() {
        assertEquals(1, Slab.NONE.planes(1));
        assertEquals(2, new Slab(1, Slab.Method.MEAN).planes(1));
        assertEquals(11, new Slab(10, Slab.Method.MEAN).planes(1));
        assertEquals(12, new Slab(10.5, Slab.Method.MEAN).planes(1));
    }

    @Test
    void anyNumberOfHelpersPaintsTheSame() {
        ArrayVoxels voxels = MadeVolumes.any(random);
        PlaneView view = MadeVolumes.plane(random, voxels.grid(), 70, 90);
        SliceRequest request = SliceRequest.of(view, Layer.Image.of(voxels, TONE.with(AutoWindow.of(voxels))),
                new Layer.Labels(MadeVolumes.of(voxels.grid(), p -> Math.floorMod((int) p.x(), 4)), LabelStyle.customary()));
        int[] alone = renderer.render(request).argb();
        var pool = Executors.newFixedThreadPool(3);
        try {
            assertArrayEquals(alone, new SliceRenderer(pool, 3).render(request).argb());
        } finally {
            pool.shutdown();
        }
        assertArrayEquals(alone, new SliceRenderer(pool, 3).render(request).argb(), "by an executor that refuses");
        assertArrayEquals(alone, new SliceRenderer(never -> { }, 3).render(request).argb(), "by one that never comes to it");
    }

    @Test
    void onlyNeededSlicesAreAskedFor() {
        VoxelGrid grid = VoxelGrid.axial(8, 8, 100, new Vec3(1, 1, 1), Vec3.ZERO);
        ArrayVoxels whole = MadeVolumes.of(grid, Vec3::z);
        List<Integer> asked = new ArrayList<>();
        Voxels watched = new Voxels() {
            @Override
            public VoxelGrid grid() {
                return grid;
            }

            @Override
            public Samples slice(int k) {
                asked.add(k);
                return whole.slice(k);
            }

            @Override
            public Rescale rescale(int k) {
                return Rescale.NONE;
            }

            @Override
            public Optional<PixelPadding> padding() {
                return whole.padding();
            }

            @Override
            public String unit() {
                return "";
            }
        };
        renderer.values(PlaneView.ofSlice(grid, 40, 8, 8), watched, Interpolation.LINEAR, Slab.NONE);
        assertTrue(asked.size() <= 6 && asked.contains(40), asked::toString);
        asked.clear();
        PlaneView outside = PlaneView.ofSlice(grid, 40, 8, 8).moved(500);
        assertTrue(Double.isNaN(renderer.values(outside, watched, Interpolation.LINEAR, Slab.NONE)[0]));
        assertEquals(List.of(), asked);
    }

    @Test
    void slicesThatAreNotThereShowTheBackground() {
        VoxelGrid grid = VoxelGrid.axial(4, 4, 5, new Vec3(1, 1, 1), Vec3.ZERO);
        List<Samples> slices = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            short[] values = new short[16];
            Arrays.fill(values, (short) (100 * k));
            slices.add(k == 2 ? new Samples.Missing(16) : new Samples.Words(values, false));
        }
        Voxels voxels = new KeptVoxels(ArrayVoxels.of(grid, slices, Rescale.NONE, ""));
        PlaneView view = PlaneView.fit(PlaneView.Standard.CORONAL, grid, 10, 10);
        double[] values = renderer.values(view, voxels, Interpolation.LINEAR, Slab.NONE);
        double[] column = new double[10];
        for (int y = 0; y < 10; y++) {
            column[y] = values[10 * y + 5];
        }
        // from the head down: slices 4, 3, none, 1, 0, two device pixels each
        assertArrayEquals(new double[] {400, 375, 325, 300, Double.NaN, Double.NaN, 100, 75, 25, 0}, column, 1e-9);
        Tone tone = TONE.with(VoiWindow.between(-400, 400));
        ArgbImage image = renderer.render(SliceRequest.of(view, Layer.Image.of(voxels, tone)));
        assertEquals(0xFFFFFFFF, image.at(5, 0));
        assertEquals(0xFF000000, image.at(5, 4));
        assertTrue(AutoWindow.of(voxels).width() > 300);
    }

    @Test
    void thePhantomsSkullIsWhereTheTruthHasIt() throws InterruptedException {
        HeadPhantom head = new HeadPhantom(false);
        VoxelGrid grid = VoxelGrid.axial(60, 70, 50, new Vec3(3.5, 3.5, 4), new Vec3(0, 0, 10));
        ArrayVoxels voxels = MadeVolumes.of(new PhantomScanner(head).scan(grid, Contrast.CT, ScanOptions.CLEAN));
        PlaneView view = PlaneView.fit(PlaneView.Standard.SAGITTAL, grid, 60, 60).tilted(25);
        double[] values = renderer.values(view, voxels, Interpolation.LINEAR, Slab.NONE);
        int wrong = 0;
        int counted = 0;
        for (int at = 0; at < values.length; at++) {
            Vec3 lps = view.toLps(at % 60, at / 60);
            if (head.isBrain(lps)) {
                counted++;
                wrong += values[at] > -20 && values[at] < 300 ? 0 : 1;
            }
        }
        assertTrue(counted > 500, "brain in the plane " + counted);
        assertTrue(wrong < counted / 20, wrong + " of " + counted);
    }
}
