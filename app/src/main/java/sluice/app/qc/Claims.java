package sluice.app.qc;

import java.util.Set;
import java.util.TreeSet;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.HeaderText;

/**
 * What a de-identified file says was done to it: the codes of PS3.16 CID 7050 in (0012,0064) and the flags. What a code says
 * was retained is not reported as left over; everything else is measured against the Basic Profile.
 */
final class Claims {
    private static final int METHOD_CODES = 0x00120064;
    private static final int CODE_VALUE = 0x00080100;
    private static final int IDENTITY_REMOVED = 0x00120062;
    private static final int BURNED_IN = 0x00280301;
    private final Set<String> codes = new TreeSet<>();
    private boolean removed;
    private String burnedIn = "";

    static Claims of(DicomFile written) {
        Claims claims = new Claims();
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                if (tag == CODE_VALUE && text.startsWith("1131")) {
                    claims.codes.add(text.strip());
                } else if (tag == IDENTITY_REMOVED) {
                    claims.removed = text.strip().equals("YES");
                } else if (tag == BURNED_IN) {
                    claims.burnedIn = text.strip();
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                // what is claimed is text
            }

            @Override
            public boolean enters(int sequence) {
                return sequence == METHOD_CODES;
            }
        }).tell(written);
        return claims;
    }

    /** (0012,0062) YES and at least one method code of CID 7050. */
    boolean marked() {
        return removed && !codes.isEmpty();
    }

    boolean basic() {
        return codes.contains("113100");
    }

    boolean pixelsCleaned() {
        return codes.contains("113101") && burnedIn.equals("NO");
    }

    boolean graphicsCleaned() {
        return codes.contains("113103");
    }

    boolean fullDates() {
        return codes.contains("113106");
    }

    boolean modifiedDates() {
        return codes.contains("113107");
    }

    boolean devices() {
        return codes.contains("113109");
    }

    boolean uids() {
        return codes.contains("113110");
    }

    boolean safePrivate() {
        return codes.contains("113111");
    }

    boolean institutions() {
        return codes.contains("113112");
    }
}
