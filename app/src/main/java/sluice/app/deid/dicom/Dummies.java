package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/** Dummy values for action D: valid for the VR, the same for everybody, recognisable as dummies. */
final class Dummies {

    /** Text that takes the place of text; fits every string VR, also as CS and AE. */
    static final String TEXT = "REMOVED";

    private static final byte[] TEXT_BYTES = (TEXT + " ").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATE = "19000101".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIME = "000000".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATE_TIME = "19000101000000".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AGE = "000Y".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "0 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NAME = "ANONYMOUS ".getBytes(StandardCharsets.US_ASCII);

    private Dummies() { }

    /** Sets one dummy value. */
    static void put(Attributes out, int tag, VR vr) {
        if (vr == VR.SQ) {
            putCode(out, tag);
        } else {
            out.setBytes(tag, vr, bytes(vr).clone());
        }
    }

    private static byte[] bytes(VR vr) {
        return switch (vr) {
            case DA -> DATE;
            case TM -> TIME;
            case DT -> DATE_TIME;
            case AS -> AGE;
            case IS, DS -> NUMBER;
            case PN -> NAME;
            case AE, CS, LO, LT, SH, ST, UC, UR, UT -> TEXT_BYTES;
            case US, SS, OB, OW, UN -> new byte[2];
            case UL, SL, FL, AT, OF, OL -> new byte[4];
            case FD, OD -> new byte[8];
            default -> new byte[0];
        };
    }

    /** One code item that says nothing (code sequence macro, PS3.3 Table 8.8-1). */
    static void putCode(Attributes out, int tag) {
        Sequence sequence = out.newSequence(tag, 1);
        Attributes item = new Attributes(out.bigEndian(), 3);
        sequence.add(item);
        item.setBytes(Tag.CodeValue, VR.SH, TEXT_BYTES.clone());
        item.setBytes(Tag.CodingSchemeDesignator, VR.SH, "99SLUICE".getBytes(StandardCharsets.US_ASCII));
        item.setBytes(Tag.CodeMeaning, VR.LO, TEXT_BYTES.clone());
    }
}
