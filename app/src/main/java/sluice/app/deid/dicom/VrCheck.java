package sluice.app.deid.dicom;

import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.table.StandardVr;

/** Does what the file says about an attribute fit what the standard says? */
final class VrCheck {

    private VrCheck() { }

    /**
     * True if a value's content cannot be judged by the attribute's meaning: text where numbers belong, bytes where text
     * belongs. One string VR in place of another, or one width of number in place of another, is no contradiction.
     */
    static boolean contradicts(StandardVr inFile, StandardVr standard, StandardVr other) {
        if (inFile == standard || inFile == other) {
            return false;
        }
        boolean textInFile = isText(inFile);
        if (textInFile || isText(standard)) {
            return !textInFile || !isText(standard);
        }
        return inFile == StandardVr.OB && standard != StandardVr.OW && standard != StandardVr.UN;
    }

    /** True for values that PS3.5 section 6.2 allows as CS, AE or AS: at most 16 characters each, CS and AS in capitals. */
    static boolean isTerm(String text, StandardVr vr) {
        for (String value : text.split("\\\\")) {
            String term = Pseudonyms.trim(value);
            if (term.length() > 16) {
                return false;
            }
            for (int i = 0; i < term.length(); i++) {
                char c = term.charAt(i);
                boolean capital = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == ' ';
                if (!capital && (vr != StandardVr.AE || c >= 0x7f || c < ' ')) {
                    return false;
                }
            }
        }
        return true;
    }

    /** True for the VRs whose values are characters. */
    static boolean isText(StandardVr vr) {
        return vr.kind() != StandardVr.Kind.BINARY && vr.kind() != StandardVr.Kind.SEQUENCE;
    }

    /** True for nothing but the characters of dates, times and offsets (PS3.5 section 6.2 DA, TM, DT, and their earlier forms). */
    static boolean isDate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && " .:+-\\\0".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** True for one or more UIDs: digits and dots, at most 64 characters each (PS3.5 section 9.1). */
    static boolean isUid(String text) {
        int length = 0;
        String s = Pseudonyms.trim(text);
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            length = c == '\\' ? 0 : length + 1;
            if (length > 64 || c != '.' && c != '\\' && c != ' ' && c != 0 && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
