package sluice.viewer.volume;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.nifti.NiftiDatatype;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiReader;

/**
 * A NIfTI or Analyze file as a volume; axes beyond the third are times, the fourth fastest. Of complex values the real part, of
 * RGBA without A. Slices of a plain file are read one by one; a compressed file is inflated as a whole and kept for as long as
 * memory allows, or block by block where it is large.
 */
public final class NiftiVolume implements Volume {
    private final NiftiImage image;
    private final VoxelGrid grid;
    private final int times;
    private final VoxelType type;
    private final Scaling scaling;
    private final boolean compressed;
    private final List<Finding> findings;
    private SoftReference<Inflated> inflated = new SoftReference<>(null);

    private record Inflated(int firstTime, Slice[][] slices) {}

    private NiftiVolume(NiftiImage image, VoxelGrid grid, int times, VoxelType type) throws IOException {
        NiftiHeader header = image.header();
        this.image = image;
        this.grid = grid;
        this.times = times;
        this.type = type;
        this.scaling = Scaling.of(header.slope(), header.intercept());
        this.compressed = image.isCompressed();
        this.findings = header.isOriented() ? List.of() : List.of(new Finding(Finding.Kind.NOT_ORIENTED, 0,
                "the file does not say which side is left; its axes are taken to go right, forward and up"));
    }

    /**
     * Opens a file; no voxel is read yet.
     *
     * @throws NiftiException where it is none, its orientation is not usable, or its voxels are no numbers (1-bit, 128-bit)
     */
    public static NiftiVolume open(Path file) throws IOException {
        NiftiImage image = new NiftiReader().read(file);
        NiftiHeader header = image.header();
        VoxelGrid grid = header.grid();
        long times = header.voxels() / grid.voxels();
        if (times > Integer.MAX_VALUE || (long) grid.nx() * grid.ny() * bytes(header) > Integer.MAX_VALUE - 16) {
            throw new NiftiException(NiftiException.Reason.TOO_LARGE, "one slice of the file, or their number, is too large");
        }
        return new NiftiVolume(image, grid, (int) times, type(header.datatype()));
    }

    private static int bytes(NiftiHeader header) {
        return Math.max(1, header.datatype().bits() / 8);
    }

    private static VoxelType type(NiftiDatatype datatype) throws NiftiException {
        if (datatype.isColour()) {
            return VoxelType.RGB;
        }
        return switch (datatype.number()) {
            case U8 -> VoxelType.U8;
            case I8 -> VoxelType.I8;
            case U16 -> VoxelType.U16;
            case I16 -> VoxelType.I16;
            case U32 -> VoxelType.U32;
            case I32 -> VoxelType.I32;
            case F32 -> VoxelType.F32;
            case U64, I64, F64 -> VoxelType.F64;
            case BIT, F128 -> throw new NiftiException(NiftiException.Reason.UNSUPPORTED_VALUES,
                    "voxels of datatype " + datatype.name() + " cannot be turned into numbers");
        };
    }

    /** The file's header. */
    public NiftiHeader header() {
        return image.header();
    }

    @Override
    public VoxelGrid grid() {
        return grid;
    }

    @Override
    public int times() {
        return times;
    }

    @Override
    public VoxelType type() {
        return type;
    }

    @Override
    public Slice slice(int k, int t) throws IOException {
        Objects.checkIndex(k, grid.nz());
        Objects.checkIndex(t, times);
        int length = grid.nx() * grid.ny() * bytes(image.header());
        if (!compressed) {
            return slice(image.read(((long) t * grid.nz() + k) * length, length));
        }
        Inflated all = inflated(t);
        return all.slices()[t - all.firstTime()][k];
    }

    private synchronized Inflated inflated(int t) throws IOException {
        Inflated kept = inflated.get();
        if (kept != null && t >= kept.firstTime() && t < kept.firstTime() + kept.slices().length) {
            return kept;
        }
        boolean whole = image.header().voxelBytes() < Runtime.getRuntime().maxMemory() / 4;
        int first = whole ? 0 : t;
        int length = grid.nx() * grid.ny() * bytes(image.header());
        Slice[][] slices = new Slice[whole ? times : 1][grid.nz()];
        try (InputStream in = image.openVoxels()) {
            in.skipNBytes((long) first * grid.nz() * length);
            for (Slice[] block : slices) {
                for (int k = 0; k < block.length; k++) {
                    byte[] bytes = in.readNBytes(length);
                    if (bytes.length < length) {
                        throw new NiftiException(NiftiException.Reason.TRUNCATED, "the file ends before its voxels do");
                    }
                    block[k] = slice(bytes);
                }
            }
        }
        Inflated fresh = new Inflated(first, slices);
        inflated = new SoftReference<>(fresh);
        return fresh;
    }

    private Slice slice(byte[] bytes) {
        int n = grid.nx() * grid.ny();
        NiftiDatatype datatype = image.header().datatype();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(image.header().order());
        int each = datatype.bits() / 8;
        if (type == VoxelType.RGB) {
            byte[] rgb = new byte[3 * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(bytes, i * each, rgb, 3 * i, 3);
            }
            return new Slice.Colours(grid.nx(), grid.ny(), rgb);
        }
        if (each <= 2) {
            boolean signed = type == VoxelType.I8 || type == VoxelType.I16;
            short[] values = new short[n];
            for (int i = 0; i < n; i++) {
                values[i] = each == 2 ? in.getShort(2 * i) : signed ? bytes[i] : (short) (bytes[i] & 0xFF);
            }
            return new Slice.Shorts(grid.nx(), grid.ny(), values, signed);
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = number(in, i * each, datatype.number());
        }
        return new Slice.Numbers(grid.nx(), grid.ny(), values);
    }

    private static double number(ByteBuffer in, int at, NiftiDatatype.Number number) {
        return switch (number) {
            case U32 -> in.getInt(at) & 0xFFFFFFFFL;
            case I32 -> in.getInt(at);
            case F32 -> in.getFloat(at);
            case F64 -> in.getDouble(at);
            case I64 -> in.getLong(at);
            case U64 -> (in.getLong(at) >>> 11) * 0x1p11 + (in.getLong(at) & 0x7FF);
            default -> throw new IllegalStateException("not wider than 16 bits");
        };
    }

    @Override
    public Scaling scaling(int k, int t) {
        return scaling;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }
}
