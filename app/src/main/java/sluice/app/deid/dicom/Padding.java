package sluice.app.deid.dicom;

import java.util.Arrays;

/**
 * A value of a string VR ends where its padding begins (PS3.5 section 6.2). Some writers fill a buffer of fixed length and
 * leave behind the NUL whatever was in memory, often a part of an earlier value.
 */
final class Padding {

    private Padding() { }

    /** UIDs separated by backslashes, each without its padding (PS3.5 section 9.1) and what stands behind it. */
    static String cutBehindUids(String uids) {
        if (uids.indexOf(0) < 0) {
            return uids;
        }
        StringBuilder s = new StringBuilder(uids.length());
        boolean behind = false;
        for (int i = 0; i < uids.length(); i++) {
            char c = uids.charAt(i);
            behind = c != '\\' && (behind || c == 0);
            if (!behind) {
                s.append(c);
            }
        }
        return s.toString();
    }

    /** The same array where nothing stands behind the padding, else the value alone, padded with a space to even length. */
    static byte[] cutBehind(byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != 0) {
            end++;
        }
        for (int i = end; i < value.length; i++) {
            if (value[i] != 0 && value[i] != ' ') {
                byte[] cut = Arrays.copyOf(value, end + (end & 1));
                if (cut.length > end) {
                    cut[end] = ' ';
                }
                return cut;
            }
        }
        return value;
    }
}
