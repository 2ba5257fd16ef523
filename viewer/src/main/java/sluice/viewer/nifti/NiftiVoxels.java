package sluice.viewer.nifti;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import sluice.viewer.nifti.NiftiException.Reason;

/** Voxels in memory, in their stored type, as numbers on request. */
public final class NiftiVoxels {

    private final NiftiHeader header;
    private final ByteBuffer bytes;
    private final NiftiDatatype datatype;
    private final int voxelSize;
    private final int componentSize;
    private final double slope;
    private final double intercept;

    NiftiVoxels(NiftiHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = ByteBuffer.wrap(bytes).order(header.order());
        this.datatype = header.datatype();
        this.voxelSize = datatype.bits() / 8;
        this.componentSize = voxelSize / datatype.components();
        this.slope = header.slope();
        this.intercept = header.intercept();
    }

    static void requireNumbers(NiftiDatatype datatype) throws NiftiException {
        switch (datatype.number()) {
            case BIT, F128 -> throw new NiftiException(Reason.UNSUPPORTED_VALUES, "voxels of datatype " + datatype.name()
                + " cannot be turned into numbers; their bytes can be copied");
            default -> { }
        }
    }

    public NiftiHeader header() {
        return header;
    }

    /** Number of voxels. */
    public int count() {
        return bytes.capacity() / voxelSize;
    }

    /** Place of a voxel, for {@link #value(int)}: one index per axis, missing ones 0. */
    public int index(long... ijk) {
        long at = 0;
        long step = 1;
        for (int axis = 1; axis <= 7; axis++) {
            long i = axis <= ijk.length ? ijk[axis - 1] : 0;
            if (i < 0 || i >= header.size(axis)) {
                throw new IndexOutOfBoundsException("axis " + axis + " has " + header.size(axis) + " voxels");
            }
            at += i * step;
            step *= header.size(axis);
        }
        return (int) at;
    }

    /** Value after scl_slope and scl_inter; of colour the first component, of complex the real part (scaled alike). */
    public double value(int voxel) {
        return stored(voxel, 0) * slope + intercept;
    }

    /** Stored number; 64-bit integers beyond 2^53 are rounded. */
    public double stored(int voxel) {
        return stored(voxel, 0);
    }

    /**
     * One component of a voxel as stored.
     *
     * @param component 0 for scalars; 0 real, 1 imaginary; 0 to 3 red, green, blue, alpha
     */
    public double stored(int voxel, int component) {
        int at = voxel * voxelSize + component * componentSize;
        return switch (datatype.number()) {
            case U8 -> bytes.get(at) & 0xff;
            case I8 -> bytes.get(at);
            case U16 -> bytes.getShort(at) & 0xffff;
            case I16 -> bytes.getShort(at);
            case U32 -> bytes.getInt(at) & 0xffffffffL;
            case I32 -> bytes.getInt(at);
            case U64 -> unsigned(bytes.getLong(at));
            case I64 -> bytes.getLong(at);
            case F32 -> bytes.getFloat(at);
            case F64 -> bytes.getDouble(at);
            case BIT, F128 -> throw new IllegalStateException("refused when loading");
        };
    }

    private static double unsigned(long v) {
        return v >= 0 ? v : new BigInteger(Long.toUnsignedString(v)).doubleValue();
    }
}
