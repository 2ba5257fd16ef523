package sluice.viewer.dicom;

import java.util.Optional;

/**
 * How a data set is encoded (PS3.5 Annex A).
 *
 * @param uid the UID, without padding
 * @param name the name of PS3.6 Table A-1
 * @param bigEndian numbers most significant byte first
 * @param explicit each element names its VR
 * @param deflated the data set after group 0002 is deflated (RFC 1951)
 * @param encapsulated pixel data is a sequence of fragments
 */
public record TransferSyntax(
        String uid, String name, boolean bigEndian, boolean explicit, boolean deflated, boolean encapsulated) {

    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN = required("1.2.840.10008.1.2");
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN = required("1.2.840.10008.1.2.1");
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN = required("1.2.840.10008.1.2.1.99");
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN = required("1.2.840.10008.1.2.2");
    public static final TransferSyntax RLE_LOSSLESS = required("1.2.840.10008.1.2.5");

    /** The entry of the table, empty for a UID that it does not have. Padding around the UID does not matter. */
    public static Optional<TransferSyntax> of(String uid) {
        return Optional.ofNullable(TransferSyntaxTable.STANDARD.get(uid.replace('\0', ' ').strip()));
    }

    Encoding encoding() {
        return Encoding.of(explicit, bigEndian);
    }

    private static TransferSyntax required(String uid) {
        return of(uid).orElseThrow();
    }
}
