package sluice.viewer.nifti;

import java.util.Optional;

/**
 * How one voxel is stored (nifti1.h, "type of data"; table {@code datatypes.tsv}).
 *
 * @param code the header's datatype
 * @param name its name without the prefix, for example INT16
 * @param bits bits a voxel, which bitpix must repeat
 * @param components 1, 2 for complex, 3 or 4 for colour
 * @param number how one component is stored
 */
public record NiftiDatatype(int code, String name, int bits, int components, Number number) {

    /** Storage of one component. F128 is left as bytes, since platforms disagree about what those 16 bytes mean. */
    public enum Number { BIT, U8, I8, U16, I16, U32, I32, U64, I64, F32, F64, F128 }

    /** The datatype with this code, if the format defines one. */
    public static Optional<NiftiDatatype> of(int code) {
        return Optional.ofNullable(NiftiTables.byCode().get(code));
    }

    /**
     * The datatype with this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static NiftiDatatype named(String name) {
        return NiftiTables.byCode().values().stream().filter(t -> t.name.equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such datatype"));
    }

    /** Whether it is a colour (RGB24, RGBA32), to which scl_slope does not apply. */
    public boolean isColour() {
        return components > 2;
    }
}
