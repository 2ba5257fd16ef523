package sluice.viewer.render.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.phantom.Contrast;
import sluice.viewer.phantom.HeadPhantom;
import sluice.viewer.phantom.PhantomScanner;
import sluice.viewer.phantom.PhantomVolume;
import sluice.viewer.phantom.ScanOptions;
import sluice.viewer.render.ArrayVoxels;
import sluice.viewer.render.ColourMap;
import sluice.viewer.render.Frame;
import sluice.viewer.render.FrameRequest;
import sluice.viewer.render.FrameView;
import sluice.viewer.render.Interpolation;
import sluice.viewer.render.Layer;
import sluice.viewer.render.ModalityMap;
import sluice.viewer.render.PlaneView;
import sluice.viewer.render.Samples;
import sluice.viewer.render.Slab;
import sluice.viewer.render.SliceRenderer;
import sluice.viewer.render.SliceRequest;
import sluice.viewer.render.SurfaceRenderer;
import sluice.viewer.render.SurfaceRequest;
import sluice.viewer.render.Tone;

/** Milliseconds per picture of 1024 × 1024, with one thread and with two; median of many. See viewer/docs/benchmarks.md. */
public final class RenderBenchmark {
    private static final int SIZE = 1024;
    private static final int ROUNDS = 60;

    private RenderBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        VoxelGrid grid = VoxelGrid.axial(256, 256, 128, new Vec3(0.9, 0.9, 1.8), new Vec3(0, 0, 10));
        PhantomVolume phantom = new PhantomScanner(new HeadPhantom(true)).scan(grid, Contrast.CT, ScanOptions.CLEAN);
        ArrayVoxels ct = voxels(phantom, List.of(new Rescale(1, 0, "HU")));
        List<Rescale> perSlice = new ArrayList<>();
        for (int k = 0; k < grid.nz(); k++) {
            perSlice.add(new Rescale(1 + k * 0.001, 0, ""));
        }
        ArrayVoxels pet = voxels(phantom, perSlice);
        List<Frame.Grey> frames = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            frames.add(enlarged(phantom, 40 + n));
        }
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            System.out.println("one thread");
            all(SliceRenderer.alone(), ct, pet, frames, phantom);
            System.out.println("two threads");
            all(new SliceRenderer(pool, 1), ct, pet, frames, phantom);
            report("surface 512 x 512, two threads", n -> new SurfaceRenderer(pool, 1).render(SurfaceRequest.of(ct, -300,
                    new Vec3(n % 3 - 1, 1, 0.1), new Vec3(0, 0, 1), 512, 512)), 10);
        } finally {
            pool.shutdown();
        }
    }

    private static void all(SliceRenderer renderer, ArrayVoxels ct, ArrayVoxels pet, List<Frame.Grey> frames, PhantomVolume phantom) {
        Tone tone = Tone.grey(new ModalityMap.Linear(Rescale.NONE), VoiWindow.of(40, 400));
        FrameView plain = FrameView.plain(SIZE, SIZE);
        FrameView zoomed = plain.zoomed(1.7, 300, 400);
        for (Interpolation kernel : List.of(Interpolation.NEAREST, Interpolation.LINEAR)) {
            report("scroll and window, 1:1, " + kernel, n -> renderer.render(FrameRequest.of(plain, frames.get(n % 16),
                    tone.with(VoiWindow.of(40 + n, 300 + n)), kernel)), ROUNDS);
            report("scroll and window, zoomed, " + kernel, n -> renderer.render(FrameRequest.of(zoomed, frames.get(n % 16),
                    tone.with(VoiWindow.of(40 + n, 300 + n)), kernel)), ROUNDS);
        }
        report("plain loop, 1:1, window", n -> plainWindow(frames.get(n % 16), 40 + n, 300 + n), ROUNDS);
        PlaneView oblique = PlaneView.fit(PlaneView.Standard.SAGITTAL, ct.grid(), SIZE, SIZE).zoomed(1.4, 512, 512).tilted(25)
                .swung(15);
        for (Interpolation kernel : Interpolation.values()) {
            report("oblique plane, " + kernel, n -> renderer.render(SliceRequest.of(oblique.moved(n % 20 - 10),
                    Layer.Image.of(ct, tone).with(kernel))), kernel == Interpolation.CUBIC ? ROUNDS / 6 : ROUNDS);
        }
        report("plain loop, oblique plane, linear", n -> plainOblique(phantom, oblique.moved(n % 20 - 10)), ROUNDS);
        report("slab of 20 mm, maximum", n -> renderer.render(SliceRequest.of(oblique.moved(n % 20 - 10),
                Layer.Image.of(ct, tone).with(new Slab(20, Slab.Method.MAXIMUM)))), ROUNDS / 6);
        Tone hot = tone.with(ColourMap.shipped().get("HOT_IRON"));
        report("fusion, second volume with rescale per slice", n -> renderer.render(SliceRequest.of(oblique.moved(n % 20 - 10),
                Layer.Image.of(ct, tone), Layer.Image.of(pet, hot).over(0.5, 0.1))), ROUNDS / 2);
    }

    private static ArrayVoxels voxels(PhantomVolume phantom, List<Rescale> rescales) {
        List<Samples> slices = new ArrayList<>();
        for (int k = 0; k < phantom.grid().nz(); k++) {
            slices.add(new Samples.Words(phantom.slice(k), true));
        }
        return new ArrayVoxels(phantom.grid(), slices, rescales, Optional.empty(), "HU");
    }

    private static Frame.Grey enlarged(PhantomVolume phantom, int k) {
        short[] slice = phantom.slice(k);
        short[] values = new short[SIZE * SIZE];
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) (slice[n / SIZE / 4 * 256 + n % SIZE / 4] + n % 7);
        }
        return new Frame.Grey(SIZE, SIZE, new Samples.Words(values, true));
    }

    /** What one would write down first: the formula for each pixel. */
    private static int[] plainWindow(Frame.Grey frame, double centre, double width) {
        int[] argb = new int[SIZE * SIZE];
        for (int n = 0; n < argb.length; n++) {
            double y = ((frame.samples().at(n) - (centre - 0.5)) / (width - 1) + 0.5) * 255;
            argb[n] = 0xFF000000 | (int) Math.max(0, Math.min(255, y)) * 0x010101;
        }
        return argb;
    }

    /** What one would write down first: the place of each pixel, and its eight neighbours, by the geometry's own methods. */
    private static int[] plainOblique(PhantomVolume phantom, PlaneView view) {
        VoxelGrid grid = phantom.grid();
        var toIndex = grid.indexToLps().inverse();
        int[] argb = new int[SIZE * SIZE];
        for (int n = 0; n < argb.length; n++) {
            Vec3 p = toIndex.apply(view.toLps(n % SIZE, n / SIZE));
            double v = 0;
            if (grid.contains(p)) {
                for (int c = 0; c < 8; c++) {
                    int i = (int) Math.floor(p.x()) + (c & 1);
                    int j = (int) Math.floor(p.y()) + (c >> 1 & 1);
                    int k = (int) Math.floor(p.z()) + (c >> 2);
                    double w = (1 - Math.abs(p.x() - i)) * (1 - Math.abs(p.y() - j)) * (1 - Math.abs(p.z() - k));
                    v += w * phantom.values()[(int) grid.offset(Math.max(0, Math.min(grid.nx() - 1, i)),
                            Math.max(0, Math.min(grid.ny() - 1, j)), Math.max(0, Math.min(grid.nz() - 1, k)))];
                }
            }
            argb[n] = 0xFF000000 | (int) Math.max(0, Math.min(255, ((v - 39.5) / 399 + 0.5) * 255)) * 0x010101;
        }
        return argb;
    }

    private static void report(String what, IntFunction<Object> picture, int rounds) {
        double[] ms = new double[rounds];
        int kept = 0;
        for (int n = -rounds; n < rounds; n++) {
            long start = System.nanoTime();
            kept += picture.apply(n + rounds).hashCode();
            if (n >= 0) {
                ms[n] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(ms);
        System.out.printf("%-50s median %6.2f ms, least %6.2f ms%s%n", what, ms[rounds / 2], ms[0], kept == 1 ? " " : "");
    }
}
