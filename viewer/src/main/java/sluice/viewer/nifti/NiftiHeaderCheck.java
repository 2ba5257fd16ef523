package sluice.viewer.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import sluice.viewer.nifti.NiftiException.Reason;

/** Decides which layout some bytes are in, and refuses headers that contradict themselves before anything is computed from them. */
final class NiftiHeaderCheck {

    private static final byte[] MAGIC_2_TAIL = {0, '\r', '\n', 0x1a, '\n'};

    private NiftiHeaderCheck() {
    }

    static NiftiHeader parse(byte[] bytes) throws NiftiException {
        if (bytes.length < 4) {
            throw new NiftiException(Reason.TRUNCATED, "the file ends after " + bytes.length + " bytes, inside the header");
        }
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        int size = ByteBuffer.wrap(bytes).order(order).getInt(0);
        if (size != 348 && size != 540) {
            order = ByteOrder.BIG_ENDIAN;
            size = Integer.reverseBytes(size);
        }
        if (size != 348 && size != 540) {
            throw new NiftiException(Reason.NOT_NIFTI, "the first four bytes are not the header size of NIfTI or Analyze");
        }
        if (bytes.length < size) {
            throw new NiftiException(Reason.TRUNCATED,
                "the file ends after " + bytes.length + " bytes, inside a header of " + size);
        }
        NiftiVersion version = version(bytes, size);
        return checked(new NiftiHeader(version, ByteBuffer.wrap(Arrays.copyOf(bytes, size)).order(order)));
    }

    private static NiftiVersion version(byte[] b, int size) throws NiftiException {
        int magic = size == 348 ? 344 : 4;
        char digit = size == 348 ? '1' : '2';
        boolean named = b[magic] == 'n' && (b[magic + 1] == '+' || b[magic + 1] == 'i') && b[magic + 2] == digit;
        if (size == 348) {
            if (named && b[magic + 3] == 0) {
                return NiftiVersion.NIFTI_1;
            }
            // Analyze's last field, smin, is an integer; one that reads as text is a damaged NIfTI magic
            if (b[magic] == 'n') {
                throw new NiftiException(Reason.NOT_NIFTI, "the magic at byte 344 is damaged");
            }
            return NiftiVersion.ANALYZE_75;
        }
        if (!named || !Arrays.equals(b, magic + 3, magic + 8, MAGIC_2_TAIL, 0, 5)) {
            throw new NiftiException(Reason.NOT_NIFTI,
                "the magic at byte 4 is damaged, as after a transfer in text mode; the voxels would be damaged too");
        }
        return NiftiVersion.NIFTI_2;
    }

    static NiftiHeader create(NiftiVersion version, ByteOrder order, NiftiDatatype datatype, long... dims)
            throws NiftiException {
        ByteBuffer raw = ByteBuffer.allocate(version.headerBytes()).order(order);
        Map<String, NiftiField> fields = NiftiTables.fields(version);
        fields.get("sizeof_hdr").putInteger(raw, 0, version.headerBytes());
        fields.get("datatype").putInteger(raw, 0, datatype.code());
        fields.get("bitpix").putInteger(raw, 0, datatype.bits());
        if (dims.length < 1 || dims.length > 7) {
            throw new NiftiException(Reason.BAD_DIMENSIONS, dims.length + " axes; 1 to 7 are possible");
        }
        fields.get("dim").putInteger(raw, 0, dims.length);
        for (int axis = 1; axis <= 7; axis++) {
            long size = axis <= dims.length ? dims[axis - 1] : 1;
            if (version != NiftiVersion.NIFTI_2 && size > Short.MAX_VALUE) {
                throw new NiftiException(Reason.BAD_DIMENSIONS, "axis " + axis + " is longer than 32767; NIfTI-2 can hold it");
            }
            fields.get("dim").putInteger(raw, axis, size);
        }
        for (int axis = 0; axis < 8; axis++) {
            fields.get("pixdim").put(raw, axis, 1);
        }
        if (version == NiftiVersion.ANALYZE_75) {
            fields.get("regular").clear(raw);
            fields.get("extents").clear(raw);
            return checked(new NiftiHeader(version, raw));
        }
        raw.put(fields.get("magic").offset(), version == NiftiVersion.NIFTI_1
            ? new byte[] {'n', '+', '1', 0} : new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'});
        fields.get("scl_slope").put(raw, 0, 1);
        fields.get("vox_offset").putInteger(raw, 0, version.smallestOffset());
        return checked(new NiftiHeader(version, raw));
    }

    static NiftiHeader checked(NiftiHeader h) throws NiftiException {
        long axes = h.integer("dim", 0);
        if (axes < 1 || axes > 7) {
            throw new NiftiException(Reason.BAD_DIMENSIONS, axes + " axes; 1 to 7 are possible");
        }
        for (int axis = 1; axis <= axes; axis++) {
            if (h.integer("dim", axis) < 1) {
                throw new NiftiException(Reason.BAD_DIMENSIONS, "axis " + axis + " has no voxels");
            }
        }
        int code = (int) h.integer("datatype", 0);
        NiftiDatatype datatype = NiftiDatatype.of(code).orElseThrow(
            () -> new NiftiException(Reason.BAD_DATATYPE, "datatype " + code + " is not defined"));
        if (h.integer("bitpix", 0) != datatype.bits()) {
            throw new NiftiException(Reason.BITPIX_MISMATCH, "bitpix is " + h.integer("bitpix", 0) + " where datatype "
                + datatype.name() + " needs " + datatype.bits() + "; one of them is wrong");
        }
        double offset = h.number("vox_offset", 0);
        if (offset != Math.rint(offset) || offset > 1L << 53) {
            throw new NiftiException(Reason.BAD_OFFSET, "vox_offset is not a whole number of bytes");
        }
        int smallest = h.isPair() ? 0 : h.version().smallestOffset();
        if (offset < smallest) {
            throw new NiftiException(Reason.BAD_OFFSET,
                "vox_offset " + (long) offset + " lies inside the header; at least " + smallest + " is possible");
        }
        try {
            Math.addExact(h.voxelBytes(), h.voxOffset());
        } catch (ArithmeticException e) {
            throw new NiftiException(Reason.BAD_DIMENSIONS, "the axes multiply to more bytes than 64 bits can count");
        }
        return h;
    }
}
