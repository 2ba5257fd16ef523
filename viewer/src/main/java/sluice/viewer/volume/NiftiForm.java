package sluice.viewer.volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Optional;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.nifti.NiftiDatatype;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiVersion;

/**
 * A volume made of frames as NIfTI: the last row first, as NIfTI's axes have it, slices along their normal; stored values with
 * scl_slope and scl_inter where one scale holds for all, else true values as 32-bit floating point. Unsigned 16-bit values that
 * fit become INT16, which more programs read. Absent slices are filled with 0.
 */
public final class NiftiForm {
    private static final int SCANNER_COORDINATES = 1;
    /** Millimetres and seconds, nifti1.h "xyzt_units". */
    private static final int MM_AND_SECONDS = 2 | 8;

    private final Volume volume;
    private final FrameStack stack;
    private final boolean scaled;
    private final NiftiHeader header;
    private final BitSet absent = new BitSet();

    private NiftiForm(Volume volume, FrameStack stack, Optional<Scaling> scaling, NiftiHeader header) {
        this.volume = volume;
        this.stack = stack;
        this.scaled = scaling.isPresent();
        this.header = header;
    }

    /**
     * Decides how a volume is written. Of unsigned 16-bit values all slices are looked at, one after the other.
     *
     * @throws IOException where a file cannot be read
     * @throws NiftiException where an axis is too long for the format
     */
    public static NiftiForm of(FramedVolume volume) throws IOException {
        return of(volume, volume.stack(), volume.stack().onlyScaling(volume instanceof DicomVolume));
    }

    private static NiftiForm of(Volume volume, FrameStack stack, Optional<Scaling> scaling) throws IOException {
        VoxelGrid g = volume.grid();
        int most = Math.max(Math.max(g.nx(), g.ny()), Math.max(g.nz(), volume.times()));
        NiftiVersion version = most > Short.MAX_VALUE ? NiftiVersion.NIFTI_2 : NiftiVersion.NIFTI_1;
        NiftiDatatype datatype = NiftiDatatype.named(datatype(volume, stack, scaling.isPresent()));
        long[] dims = volume.times() > 1 ? new long[] {g.nx(), g.ny(), g.nz(), volume.times()} : new long[] {g.nx(), g.ny(), g.nz()};
        Scaling s = datatype.isColour() ? Scaling.NONE : scaling.orElse(Scaling.NONE);
        Affine3 ras = rowsReversed(g).flipXY();
        NiftiHeader header = NiftiHeader.create(version, ByteOrder.LITTLE_ENDIAN, datatype, dims)
                .withQform(ras, SCANNER_COORDINATES).withSform(ras, SCANNER_COORDINATES)
                .withNumber("scl_slope", 0, s.slope()).withNumber("scl_inter", 0, s.intercept())
                .withNumber("xyzt_units", 0, MM_AND_SECONDS).cleared();
        return new NiftiForm(volume, stack, scaling, header);
    }

    private static Affine3 rowsReversed(VoxelGrid g) {
        Affine3 a = g.indexToLps();
        return new Affine3(a.x(), a.y().times(-1), a.z(), g.toLps(0, g.ny() - 1, 0));
    }

    private static String datatype(Volume volume, FrameStack stack, boolean scaled) throws IOException {
        VoxelType type = stack.labels().type();
        if (!scaled && type != VoxelType.RGB) {
            return "FLOAT32";
        }
        return switch (type) {
            case RGB -> "RGB24";
            case U8 -> "UINT8";
            case I8, I16 -> "INT16";
            case U16 -> stack.all().allMatch(f -> f.pixels().bits() < 16) || fitsSigned(volume) ? "INT16" : "UINT16";
            case I32 -> "INT32";
            case U32 -> "UINT32";
            case F32 -> "FLOAT32";
            case F64 -> "FLOAT64";
        };
    }

    private static boolean fitsSigned(Volume volume) throws IOException {
        for (int t = 0; t < volume.times(); t++) {
            for (int k = 0; k < volume.grid().nz(); k++) {
                if (volume.slice(k, t) instanceof Slice.Shorts shorts) {
                    for (short v : shorts.values()) {
                        if (v < 0) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** The header of a single file, without any text. */
    public NiftiHeader header() {
        return header;
    }

    /** Number of slices that were absent when the voxels were last read; by {@code k + nz · t}. */
    public BitSet absent() {
        return (BitSet) absent.clone();
    }

    /** All voxel bytes in the header's order; slices are decoded as they are reached. To be closed by the caller. */
    public InputStream voxels() {
        absent.clear();
        return new SliceStream();
    }

    private byte[] bytes(int number) throws IOException {
        int k = number % volume.grid().nz();
        int t = number / volume.grid().nz();
        Slice slice = volume.slice(k, t);
        int nx = slice.nx();
        int ny = slice.ny();
        NiftiDatatype datatype = header.datatype();
        int each = datatype.bits() / 8;
        ByteBuffer out = ByteBuffer.allocate(Math.multiplyExact(nx * ny, each)).order(ByteOrder.LITTLE_ENDIAN);
        if (slice instanceof Slice.Absent) {
            absent.set(number);
            return out.array();
        }
        Scaling scaling = scaled ? Scaling.NONE : trueValues(k, t);
        for (int j = ny - 1; j >= 0; j--) {
            for (int i = 0; i < nx; i++) {
                if (slice instanceof Slice.Colours colours) {
                    out.put(colours.rgb(), 3 * (i + nx * j), 3);
                } else {
                    put(out, datatype.number(), scaling.apply(slice.stored(i, j)));
                }
            }
        }
        return out.array();
    }

    private Scaling trueValues(int k, int t) {
        return volume instanceof DicomVolume ? stack.scaling(k, t, true) : volume.scaling(k, t);
    }

    private static void put(ByteBuffer out, NiftiDatatype.Number number, double value) {
        switch (number) {
            case U8 -> out.put((byte) (int) value);
            case I16, U16 -> out.putShort((short) (int) value);
            case I32, U32 -> out.putInt((int) (long) value);
            case F32 -> out.putFloat((float) value);
            default -> out.putDouble(value);
        }
    }

    private final class SliceStream extends InputStream {
        private byte[] current = new byte[0];
        private int at;
        private int next;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            if (len == 0) {
                return 0;
            }
            if (at == current.length) {
                if (next == volume.grid().nz() * volume.times()) {
                    return -1;
                }
                current = bytes(next++);
                at = 0;
            }
            int n = Math.min(len, current.length - at);
            System.arraycopy(current, at, b, off, n);
            at += n;
            return n;
        }
    }
}
