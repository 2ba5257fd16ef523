package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Rule;

/**
 * Writes into a cleaned data set what was done to it (PS3.15 E.1.1 and E.2, PS3.16 CID 7050). The code of the Basic Profile
 * is claimed only if nothing that it protects was kept; nothing is claimed about pixels.
 */
final class Statement {

    private static final String BASIC_CODE = "113100";
    private static final String BASIC_MEANING = "Basic Application Confidentiality Profile";

    private final String edition;
    private final String product;

    /**
     * @param edition of the table, for example {@code PS3.15 2026c}
     * @param product name and version of this product
     */
    Statement(String edition, String product) {
        this.edition = edition;
        this.product = product;
    }

    void write(Attributes out, boolean basic, boolean datesKept, Journal journal) {
        put(out, Tag.PatientIdentityRemoved, VR.CS, "YES", journal);
        appendMethod(out, product + (basic ? ", " + edition + " Basic Profile" : ", site recipe"), journal);
        if (basic) {
            appendCode(out, journal);
        }
        if (datesKept) {
            out.remove(Tag.LongitudinalTemporalInformationModified);
        } else {
            put(out, Tag.LongitudinalTemporalInformationModified, VR.CS, "REMOVED", journal);
        }
    }

    private static void put(Attributes out, int tag, VR vr, String value, Journal journal) {
        String old = Values.text(out, vr, out.getValue(tag), false).trim();
        if (!old.equals(value)) {
            out.setString(tag, vr, value);
            journal.note(tag, Done.ADDED, Rule.STATEMENT);
        }
    }

    /** Earlier values stay, byte for byte. */
    private static void appendMethod(Attributes out, String method, Journal journal) {
        Object old = out.getValue(Tag.DeidentificationMethod);
        byte[] added = method.getBytes(StandardCharsets.US_ASCII);
        byte[] before = Values.isEmpty(old) ? new byte[0] : Values.bytes(out, VR.LO, old);
        String text = new String(before, StandardCharsets.ISO_8859_1);
        if (text.contains(method)) {
            return;
        }
        int length = before.length;
        while (length > 0 && (before[length - 1] == ' ' || before[length - 1] == 0)) {
            length--;
        }
        byte[] all = new byte[length == 0 ? added.length : length + 1 + added.length];
        System.arraycopy(before, 0, all, 0, length);
        if (length > 0) {
            all[length] = '\\';
        }
        System.arraycopy(added, 0, all, all.length - added.length, added.length);
        out.setBytes(Tag.DeidentificationMethod, VR.LO, evenLength(all));
        journal.note(Tag.DeidentificationMethod, Done.ADDED, Rule.STATEMENT);
    }

    private static byte[] evenLength(byte[] bytes) {
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        padded[bytes.length] = ' ';
        return padded;
    }

    private static void appendCode(Attributes out, Journal journal) {
        Sequence codes = out.getSequence(Tag.DeidentificationMethodCodeSequence);
        if (codes == null) {
            codes = out.newSequence(Tag.DeidentificationMethodCodeSequence, 1);
        }
        for (Attributes code : codes) {
            if (BASIC_CODE.equals(Values.text(code, VR.SH, code.getValue(Tag.CodeValue), false).trim())) {
                return;
            }
        }
        Attributes item = new Attributes(out.bigEndian(), 3);
        codes.add(item);
        item.setString(Tag.CodeValue, VR.SH, BASIC_CODE);
        item.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
        item.setString(Tag.CodeMeaning, VR.LO, BASIC_MEANING);
        journal.note(Tag.DeidentificationMethodCodeSequence, Done.ADDED, Rule.STATEMENT);
    }
}
