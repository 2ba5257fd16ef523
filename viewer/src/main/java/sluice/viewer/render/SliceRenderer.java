package sluice.viewer.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes pictures of frames and planes at device size. Rows are shared with the threads of an executor; the same request gives
 * the same pixels with any number of them. Has no state besides the executor and may be used by several threads.
 */
public final class SliceRenderer {
    private final Executor executor;
    private final int helpers;

    /**
     * With help.
     *
     * @param executor whose threads may help; it stays the caller's, who also ends it
     * @param helpers how many of them at most, besides the calling thread
     */
    public SliceRenderer(Executor executor, int helpers) {
        this.executor = executor;
        this.helpers = Math.max(0, helpers);
    }

    /** All on the calling thread. */
    public static SliceRenderer alone() {
        return new SliceRenderer(Runnable::run, 0);
    }

    /** A plane through volumes. */
    public ArgbImage render(SliceRequest request) {
        LayerPainters layers = new LayerPainters(request.view());
        List<Supplier<RowPainter>> painters = new ArrayList<>();
        for (Layer layer : request.layers()) {
            painters.add(layers.prepare(layer));
        }
        return paint(request.view().width(), request.view().height(), request.background(), painters);
    }

    /** A single frame. */
    public ArgbImage render(FrameRequest request) {
        FrameView view = request.view();
        Supplier<RowPainter> painter;
        if (request.frame() instanceof Frame.Grey grey) {
            Samples samples = grey.samples();
            RowSampler sampler = SamplerSource.of(new Samples[] {samples}, null, request.padding())
                    .sampler(new int[] {grey.columns(), grey.rows(), 1}, view.map(), request.interpolation());
            ToneTable table = ToneTable.ofStored(request.tone().orElseThrow(), samples.least(), samples.greatest(), 255, 0);
            painter = () -> new TonePainter(sampler, table, view.width());
        } else {
            Frame.Colour colour = (Frame.Colour) request.frame();
            painter = () -> new ColourPainter(colour, view.map(), request.interpolation(), view.width());
        }
        return paint(view.width(), view.height(), request.background(), List.of(painter));
    }

    /** Real values of a volume on a plane, row by row, NaN where there is nothing; for profiles, tests and exports. */
    public double[] values(PlaneView view, Voxels voxels, Interpolation interpolation, Slab slab) {
        RowSampler sampler = new LayerPainters(view).realValues(voxels, interpolation, slab);
        double[] values = new double[Math.multiplyExact(view.width(), view.height())];
        Rows.share(view.height(), executor, helpers, (from, to) -> {
            double[] row = new double[view.width()];
            for (int y = from; y < to; y++) {
                sampler.row(y, row.length, row);
                System.arraycopy(row, 0, values, y * row.length, row.length);
            }
        });
        return values;
    }

    private ArgbImage paint(int width, int height, int background, List<Supplier<RowPainter>> layers) {
        int[] argb = new int[Math.multiplyExact(width, height)];
        Rows.share(height, executor, helpers, (from, to) -> {
            Arrays.fill(argb, from * width, to * width, background | 0xFF000000);
            for (Supplier<RowPainter> layer : layers) {
                RowPainter painter = layer.get();
                for (int y = from; y < to; y++) {
                    painter.paint(y, argb, y * width);
                }
            }
        });
        return new ArgbImage(width, height, argb);
    }
}
