package sluice.viewer.render;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.VoxelGrid;

/** Voxels whose slices are kept for as long as memory allows. Two threads that ask at once may both read a slice. */
public final class KeptVoxels implements Voxels {
    private final Voxels source;
    private final AtomicReferenceArray<SoftReference<Samples>> slices;

    public KeptVoxels(Voxels source) {
        this.source = source;
        this.slices = new AtomicReferenceArray<>(source.grid().nz());
    }

    @Override
    public VoxelGrid grid() {
        return source.grid();
    }

    @Override
    public Samples slice(int k) {
        SoftReference<Samples> kept = slices.get(k);
        Samples slice = kept == null ? null : kept.get();
        if (slice == null) {
            slice = source.slice(k);
            slices.set(k, new SoftReference<>(slice));
        }
        return slice;
    }

    @Override
    public Rescale rescale(int k) {
        return source.rescale(k);
    }

    @Override
    public Optional<PixelPadding> padding() {
        return source.padding();
    }

    @Override
    public String unit() {
        return source.unit();
    }
}
