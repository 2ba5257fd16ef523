package sluice.viewer.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.nifti.NiftiException.Reason;

/**
 * One header, immutable, backed by its own bytes, so that what is not asked for survives a copy unchanged. Fields bear the names
 * of nifti1.h, nifti2.h and dbh.h; the tables beside this class say where they lie and which of them can hold free text.
 * A header that exists has passed {@link NiftiHeaderCheck}: 1 to 7 axes of at least one voxel, a known datatype, its bitpix,
 * and a vox_offset that is a whole number outside the header.
 */
public final class NiftiHeader {

    private final NiftiVersion version;
    private final ByteBuffer raw;
    private final Map<String, NiftiField> fields;

    NiftiHeader(NiftiVersion version, ByteBuffer raw) {
        this.version = version;
        this.raw = raw;
        this.fields = NiftiTables.fields(version);
    }

    /**
     * Reads a header.
     *
     * @param bytes at least 348 bytes for NIfTI-1 and Analyze, 540 for NIfTI-2; more is ignored
     * @throws NiftiException NOT_NIFTI, TRUNCATED, or what is wrong with its numbers
     */
    public static NiftiHeader parse(byte[] bytes) throws NiftiException {
        return NiftiHeaderCheck.parse(bytes);
    }

    /**
     * A fresh header of a single file: axes, datatype, pixdim 1, everything else zero.
     *
     * @param dims sizes of 1 to 7 axes
     * @throws NiftiException BAD_DIMENSIONS
     */
    public static NiftiHeader create(NiftiVersion version, ByteOrder order, NiftiDatatype datatype, long... dims)
            throws NiftiException {
        return NiftiHeaderCheck.create(version, order, datatype, dims);
    }

    public NiftiVersion version() {
        return version;
    }

    public ByteOrder order() {
        return raw.order();
    }

    /** The 348 or 540 header bytes. */
    public byte[] raw() {
        return raw.array().clone();
    }

    /** Whether the voxels are in a file of their own (magic ni1, ni2, or Analyze). */
    public boolean isPair() {
        return version == NiftiVersion.ANALYZE_75 || raw.get(fields.get("magic").offset() + 1) == 'i';
    }

    /** dim[0] to dim[7] as stored; those beyond dim[0] mean nothing. */
    public long[] dim() {
        long[] all = new long[8];
        Arrays.setAll(all, i -> integer("dim", i));
        return all;
    }

    /** Voxels along an axis, 1 to 7 for x, y, z, t, …; 1 beyond the last axis. */
    public long size(int axis) {
        return axis <= integer("dim", 0) ? integer("dim", axis) : 1;
    }

    /** The datatype; {@link NiftiDatatype#bits()} is bitpix. */
    public NiftiDatatype datatype() {
        return NiftiTables.byCode().get((int) integer("datatype", 0));
    }

    /** pixdim[0] (qfac) to pixdim[7]. */
    public double[] pixdim() {
        return numbers("pixdim");
    }

    /** First voxel byte within the voxels' file. */
    public long voxOffset() {
        return (long) number("vox_offset", 0);
    }

    /** Number of voxels, over all axes. */
    public long voxels() {
        long n = 1;
        for (int axis = 1; axis <= 7; axis++) {
            n = Math.multiplyExact(n, size(axis));
        }
        return n;
    }

    /** Size of the voxels in bytes; 1-bit voxels are packed and the last byte is filled up. */
    public long voxelBytes() {
        return Math.addExact(Math.multiplyExact(voxels(), datatype().bits()), 7) / 8;
    }

    /**
     * Factor from stored to true values, 1 where the header means none: scl_slope 0 or not finite, colour, Analyze (whose
     * descendants keep different things in those bytes).
     */
    public double slope() {
        return isScaled() ? number("scl_slope", 0) : 1;
    }

    /** What is added after {@link #slope()}, 0 where the header means none. */
    public double intercept() {
        return isScaled() && Double.isFinite(number("scl_inter", 0)) ? number("scl_inter", 0) : 0;
    }

    private boolean isScaled() {
        return version != NiftiVersion.ANALYZE_75 && !datatype().isColour()
            && number("scl_slope", 0) != 0 && Double.isFinite(number("scl_slope", 0));
    }

    /** qform_code, 0 in Analyze. */
    public int qformCode() {
        return version == NiftiVersion.ANALYZE_75 ? 0 : (int) integer("qform_code", 0);
    }

    /** sform_code, 0 in Analyze. */
    public int sformCode() {
        return version == NiftiVersion.ANALYZE_75 ? 0 : (int) integer("sform_code", 0);
    }

    /** Whether the header says which side is left: an sform or qform code above 0. */
    public boolean isOriented() {
        return sformCode() > 0 || qformCode() > 0;
    }

    /**
     * Voxel index (i, j, k) → RAS mm, by nifti1.h's precedence: sform where sform_code &gt; 0, else qform where qform_code &gt; 0,
     * else index times pixdim with no origin ("method 1"), which knows neither side nor place; see {@link #isOriented()}.
     *
     * @throws NiftiException BAD_GEOMETRY when it is not finite or folds space flat
     */
    public Affine3 affine() throws NiftiException {
        Affine3 affine = NiftiOrientation.affine(this);
        if (!affine.isInvertible()) {
            throw new NiftiException(Reason.BAD_GEOMETRY, "the orientation in the header is not finite or folds space flat;"
                + " the voxels can be copied but not placed in the patient");
        }
        return affine;
    }

    /**
     * The first three axes as a grid in LPS mm.
     *
     * @throws NiftiException BAD_GEOMETRY, or BAD_DIMENSIONS for an axis beyond 2^31
     */
    public VoxelGrid grid() throws NiftiException {
        Affine3 lps = affine().flipXY();
        for (int axis = 1; axis <= 3; axis++) {
            if (size(axis) > Integer.MAX_VALUE) {
                throw new NiftiException(Reason.BAD_DIMENSIONS, "axis " + axis + " is too long to be shown");
            }
        }
        return new VoxelGrid((int) size(1), (int) size(2), (int) size(3), lps);
    }

    /** Names of the fields that free text or other identifying bytes can hide in, in header order. */
    public List<String> textFields() {
        return fields.values().stream().filter(f -> f.cleared() != null).map(NiftiField::name).toList();
    }

    /** Those of {@link #textFields()} that hold anything that clearing would change. */
    public List<String> filledTextFields() {
        NiftiHeader clean = cleared();
        return textFields().stream().filter(f -> !Arrays.equals(bytes(f), clean.bytes(f))).toList();
    }

    /**
     * A field's bytes as stored.
     *
     * @throws IllegalArgumentException when this layout has no such field
     */
    public byte[] bytes(String field) {
        return field(field).bytes(raw);
    }

    /** Element {@code i} of a field as a number. */
    public double number(String field, int i) {
        return field(field).number(raw, i);
    }

    /** Element {@code i} of a field as an integer, exact also for 64 bits. */
    public long integer(String field, int i) {
        return field(field).integer(raw, i);
    }

    /** All elements of a field. */
    public double[] numbers(String field) {
        double[] all = new double[field(field).count()];
        Arrays.setAll(all, i -> number(field, i));
        return all;
    }

    /** A copy in which all of {@link #textFields()} are cleared; Analyze's originator stays when it is SPM's origin. */
    public NiftiHeader cleared() {
        return cleared(textFields().stream()
            .filter(f -> !(f.equals("originator") && NiftiOrientation.isSpmOrigin(this))).toList());
    }

    /** A copy in which the named fields, which must be among {@link #textFields()}, are cleared. */
    public NiftiHeader cleared(Collection<String> names) {
        ByteBuffer copy = copy();
        for (String name : names) {
            if (field(name).cleared() == null) {
                throw new IllegalArgumentException(name + " is no field that can be cleared");
            }
            field(name).clear(copy);
        }
        return new NiftiHeader(version, copy);
    }

    /**
     * A copy with other bytes in a text field, padded with zeros.
     *
     * @throws IllegalArgumentException when they are too many, or the field is none of {@link #textFields()}
     */
    public NiftiHeader withText(String name, byte[] text) {
        NiftiHeader copy = cleared(List.of(name));
        if (text.length > field(name).length()) {
            throw new IllegalArgumentException(name + " holds " + field(name).length() + " bytes");
        }
        copy.raw.put(field(name).offset(), Arrays.copyOf(text, field(name).length()));
        return copy;
    }

    /**
     * A copy with another number in element {@code i} of a field.
     *
     * @throws NiftiException when the header would contradict itself
     */
    public NiftiHeader withNumber(String name, int i, double value) throws NiftiException {
        ByteBuffer copy = copy();
        field(name).put(copy, i, value);
        return NiftiHeaderCheck.checked(new NiftiHeader(version, copy));
    }

    /** A copy with this sform (index → RAS mm), its code, and pixdim 1 to 3 as its column lengths. Not for Analyze. */
    public NiftiHeader withSform(Affine3 ras, int code) {
        return NiftiOrientation.withSform(this, ras, code);
    }

    /**
     * A copy with this qform (index → RAS mm), its code, pixdim 0 (qfac) to 3. Not for Analyze. A qform holds no shear: where
     * the axes are not perpendicular, its code becomes 0.
     */
    public NiftiHeader withQform(Affine3 ras, int code) {
        return NiftiOrientation.withQform(this, ras, code);
    }

    /** A copy with another vox_offset and the magic of a single file or a pair; for the writer. */
    NiftiHeader placed(boolean pair, long voxOffset) throws NiftiException {
        ByteBuffer copy = copy();
        field("vox_offset").putInteger(copy, 0, voxOffset);
        if (version != NiftiVersion.ANALYZE_75) {
            copy.put(field("magic").offset() + 1, (byte) (pair ? 'i' : '+'));
        }
        return NiftiHeaderCheck.checked(new NiftiHeader(version, copy));
    }

    ByteBuffer copy() {
        return ByteBuffer.wrap(raw()).order(raw.order());
    }

    NiftiField field(String name) {
        NiftiField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("this header layout has no field of that name");
        }
        return field;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof NiftiHeader h && h.version == version && h.order() == order() && Arrays.equals(h.raw(), raw());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw.array());
    }

    /** Layout and sizes only: the text fields may identify a person. */
    @Override
    public String toString() {
        return "NiftiHeader[" + version + ", " + order() + ", dim=" + Arrays.toString(dim()) + ", " + datatype().name() + "]";
    }
}
