package sluice.viewer.dicom;

import java.util.Arrays;

/**
 * A lookup table of the Modality or VOI LUT Sequence (PS3.3 C.11.1.1, C.11.2.1.1) or of the Presentation LUT Sequence
 * (PS3.3 C.11.4): values below the first one mapped get the first entry, values above the last one get the last.
 *
 * @param first the input that gets the first entry (second value of LUT Descriptor)
 * @param bits bits of an entry, 1 to 16: the output ranges from 0 to 2^bits - 1 (third value of LUT Descriptor)
 * @param entries at least one, without sign; not copied, not to be changed
 * @param explanation LUT Explanation (0028,3003), or Modality LUT Type (0028,3004) of a Modality LUT; may be empty
 */
public record LookupTable(int first, int bits, int[] entries, String explanation) {

    public LookupTable {
        if (entries.length == 0) {
            throw new IllegalArgumentException("a lookup table has at least one entry");
        }
        if (bits < 1 || bits > 16) {
            throw new IllegalArgumentException("entries of a lookup table have 1 to 16 bits");
        }
    }

    /** The entry for an input, which is rounded to the nearest whole number. */
    public int at(double input) {
        double index = Math.floor(input + 0.5) - first;
        return entries[index <= 0 ? 0 : index >= entries.length ? entries.length - 1 : (int) index];
    }

    /** The greatest output that the table's bits allow: 2^bits - 1. */
    public int largest() {
        return (1 << bits) - 1;
    }

    /** The input that gets the last entry. */
    public int last() {
        return first + entries.length - 1;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof LookupTable other && first == other.first && bits == other.bits
                && Arrays.equals(entries, other.entries) && explanation.equals(other.explanation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(entries) + first;
    }
}
