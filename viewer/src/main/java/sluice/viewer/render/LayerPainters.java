package sluice.viewer.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/** Prepares a layer for one picture: fetches the slices that it needs and makes its table. */
final class LayerPainters {

    /** What a sampler shall give: stored values where one rescale holds for all, also only if it keeps their order, or real ones. */
    private enum Values { STORED, STORED_IN_ORDER, REAL }

    private final PlaneView view;

    LayerPainters(PlaneView view) {
        this.view = view;
    }

    /** Makes a painter for each thread. */
    Supplier<RowPainter> prepare(Layer layer) {
        if (layer instanceof Layer.Image image) {
            return image(image);
        }
        Layer.Labels labels = (Layer.Labels) layer;
        RowSampler sampler = realValues(labels.voxels(), Interpolation.NEAREST, Slab.NONE);
        LabelColours colours = new LabelColours(labels.style());
        return () -> new LabelPainter(sampler, colours, view.width(), view.height());
    }

    private Supplier<RowPainter> image(Layer.Image image) {
        List<Double> depths = depths(image.slab(), image.voxels().grid());
        Source source = source(image.voxels(), depths, depths.size() > 1 ? Values.STORED_IN_ORDER : Values.STORED);
        RowSampler sampler = sampler(source, image.interpolation(), depths, image.slab().method());
        int alpha = Blend.alpha(image.opacity());
        ToneTable table = source.common == null ? ToneTable.ofReal(image.tone(), alpha, image.transparentBelow())
                : ToneTable.ofStored(image.tone().with(new ModalityMap.Linear(source.common)), source.least, source.greatest,
                        alpha, image.transparentBelow());
        return () -> new TonePainter(sampler, table, view.width());
    }

    /** Samples real values. */
    RowSampler realValues(Voxels voxels, Interpolation interpolation, Slab slab) {
        List<Double> depths = depths(slab, voxels.grid());
        return sampler(source(voxels, depths, Values.REAL), interpolation, depths, slab.method());
    }

    private static RowSampler sampler(Source source, Interpolation interpolation, List<Double> depths, Slab.Method method) {
        List<RowSampler> planes = new ArrayList<>();
        for (double depth : depths) {
            planes.add(source.sampler(interpolation, depth));
        }
        return planes.size() == 1 ? planes.get(0) : new SlabSampler(planes, method);
    }

    /** mm from the plane of each plane of a slab, as far apart as voxels are along the line of sight, at most. */
    private List<Double> depths(Slab slab, VoxelGrid grid) {
        Vec3 perMm = grid.indexToLps().inverse().applyDirection(view.normal());
        double spacing = 1 / Math.max(Math.abs(perMm.x()), Math.max(Math.abs(perMm.y()), Math.abs(perMm.z())));
        int planes = slab.planes(spacing);
        List<Double> depths = new ArrayList<>();
        for (int n = 0; n < planes; n++) {
            depths.add(planes == 1 ? 0 : slab.thickness() * ((double) n / (planes - 1) - 0.5));
        }
        return depths;
    }

    private Source source(Voxels voxels, List<Double> depths, Values wanted) {
        VoxelGrid grid = voxels.grid();
        Samples[] slices = new Samples[grid.nz()];
        Rescale[] rescales = new Rescale[grid.nz()];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        PixelMap map = view.map(grid);
        Vec3 inward = grid.indexToLps().inverse().applyDirection(view.normal());
        for (double depth : new double[] {depths.get(0), depths.get(depths.size() - 1)}) {
            for (int corner = 0; corner < 4; corner++) {
                double k = map.at((corner & 1) * (view.width() - 1), (corner >> 1) * (view.height() - 1)).z() + depth * inward.z();
                low = Math.min(low, k);
                high = Math.max(high, k);
            }
        }
        Rescale common = null;
        boolean same = true;
        Samples kind = null;
        // a cubic kernel reaches two slices beyond the place
        for (int k = (int) Math.max(0, Math.floor(low) - 2); k <= Math.min(grid.nz() - 1, Math.ceil(high) + 2); k++) {
            slices[k] = voxels.slice(k);
            rescales[k] = voxels.rescale(k);
            kind = kind == null || !(slices[k] instanceof Samples.Words) ? slices[k] : kind;
            same &= common == null || common.slope() == rescales[k].slope() && common.intercept() == rescales[k].intercept();
            common = common == null ? rescales[k] : common;
        }
        if (kind == null) {
            return new Source(grid, null, map, inward, Rescale.NONE, 0, 0);
        }
        boolean stored = same && wanted != Values.REAL && !(wanted == Values.STORED_IN_ORDER && common.slope() < 0);
        SamplerSource values = SamplerSource.of(Samples.alike(slices), stored ? null : rescales, voxels.padding());
        return new Source(grid, values, map, inward, stored ? common : null, kind.least(), kind.greatest());
    }

    /**
     * Where values come from.
     *
     * @param values null where the plane misses the volume
     * @param common the rescale that still has to be applied; null if values are real already
     */
    private record Source(VoxelGrid grid, SamplerSource values, PixelMap map, Vec3 inward, Rescale common, double least,
            double greatest) {

        RowSampler sampler(Interpolation interpolation, double depth) {
            if (values == null) {
                return (y, width, row) -> Arrays.fill(row, 0, width, Double.NaN);
            }
            return values.sampler(new int[] {grid.nx(), grid.ny(), grid.nz()}, map.shifted(inward.times(depth)), interpolation);
        }
    }
}
