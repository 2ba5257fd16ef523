package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.VR;

/**
 * The two letters of a VR as they stand in the file, first letter in the high byte, and how long their length field is
 * (PS3.5 Tables 7.1-1 and 7.1-2). SV, UV and OV, which the toolkit does not have, are held as UN.
 */
final class VrCode {
    private static final byte SHORT = 1;
    private static final byte LONG = 2;
    private static final VR[] VRS = new VR[1024];
    private static final byte[] FORMS = new byte[1024];

    static final int SV = 'S' << 8 | 'V';
    static final int UV = 'U' << 8 | 'V';
    static final int OV = 'O' << 8 | 'V';
    static final int UN = 'U' << 8 | 'N';

    static {
        for (VR vr : VR.values()) {
            VRS[index(vr.code())] = vr;
            FORMS[index(vr.code())] = vr.headerLength() == 12 ? LONG : SHORT;
        }
        for (int wide : new int[] {SV, UV, OV}) {
            VRS[index(wide)] = VR.UN;
            FORMS[index(wide)] = LONG;
        }
    }

    private VrCode() {}

    /** Five bits of each letter; only meaningful after {@link #isLetters}. */
    private static int index(int code) {
        return (code >> 8 & 0x1F) << 5 | code & 0x1F;
    }

    static boolean isLetters(int code) {
        int first = code >> 8;
        int second = code & 0xFF;
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    }

    static boolean isKnown(int code) {
        return isLetters(code) && FORMS[index(code)] != 0;
    }

    static VR vr(int code) {
        return VRS[index(code)];
    }

    static boolean hasLongForm(int code) {
        return FORMS[index(code)] == LONG;
    }

    /** Whether values are 64-bit numbers that the toolkit has no VR for. */
    static boolean isWide(int code) {
        return code == SV || code == UV || code == OV;
    }

    static int of(String letters) {
        return letters.charAt(0) << 8 | letters.charAt(1);
    }

    /** Bytes of one number in values of this VR, 1 where byte order does not matter. */
    static int wordLength(int code) {
        VR vr = vr(code);
        return isWide(code) ? 8 : vr == VR.SQ ? 1 : vr.numEndianBytes();
    }
}
