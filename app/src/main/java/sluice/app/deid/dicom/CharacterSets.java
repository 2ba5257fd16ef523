package sluice.app.deid.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Rule;

/**
 * Keeps Specific Character Set (0008,0005) true. Kept text keeps its bytes and everything that is written anew is ASCII, so
 * a defined declaration stays; one that PS3.3 C.12.1.1.2 does not define is replaced by what the bytes are.
 */
final class CharacterSets {

    private static final Set<String> DEFINED = Set.of("", "ISO_IR 6", "ISO_IR 100", "ISO_IR 101", "ISO_IR 109", "ISO_IR 110",
            "ISO_IR 144", "ISO_IR 127", "ISO_IR 126", "ISO_IR 138", "ISO_IR 148", "ISO_IR 203", "ISO_IR 13", "ISO_IR 166",
            "ISO_IR 192", "ISO 2022 IR 6", "ISO 2022 IR 100", "ISO 2022 IR 101", "ISO 2022 IR 109", "ISO 2022 IR 110",
            "ISO 2022 IR 144", "ISO 2022 IR 127", "ISO 2022 IR 126", "ISO 2022 IR 138", "ISO 2022 IR 148",
            "ISO 2022 IR 203", "ISO 2022 IR 13", "ISO 2022 IR 166", "ISO 2022 IR 87", "ISO 2022 IR 159",
            "ISO 2022 IR 149", "ISO 2022 IR 58", "GB18030", "GBK");

    private CharacterSets() { }

    /** Checks all levels of a cleaned data set. */
    static void check(Attributes out, Journal journal) {
        level(out, journal);
    }

    private static void level(Attributes out, Journal journal) {
        for (int tag : out.tags()) {
            if (out.getVR(tag) == VR.SQ && out.getValue(tag) instanceof Sequence items) {
                for (int i = 0; i < items.size(); i++) {
                    journal.enter(tag, i);
                    level(items.get(i), journal);
                    journal.leave();
                }
            }
        }
        Object declared = out.getValue(Tag.SpecificCharacterSet);
        if (Values.isEmpty(declared)) {
            return;
        }
        for (String term : Values.text(out, VR.CS, declared, false).split("\\\\", -1)) {
            if (!DEFINED.contains(term.trim())) {
                replace(out, journal);
                return;
            }
        }
    }

    private static void replace(Attributes out, Journal journal) {
        int[] seen = {0};
        scan(out, seen);
        if (seen[0] == 0) {
            out.remove(Tag.SpecificCharacterSet);
        } else {
            out.setString(Tag.SpecificCharacterSet, VR.CS, seen[0] == 1 ? "ISO_IR 192" : "ISO_IR 100");
        }
        journal.note(Tag.SpecificCharacterSet, Done.CLEANED, Rule.VR);
        journal.note(Note.CHARACTER_SET_REPLACED);
    }

    /** 0 only ASCII so far, 1 everything is valid UTF-8, 2 something is not. */
    private static void scan(Attributes level, int[] seen) {
        for (int tag : level.tags()) {
            VR vr = level.getVR(tag);
            Object value = level.getValue(tag);
            if (value instanceof Sequence items) {
                for (Attributes item : items) {
                    scan(item, seen);
                }
            } else if (vr.useSpecificCharacterSet() && value instanceof byte[] b && !Values.isAscii(b)) {
                seen[0] = Math.max(seen[0], isUtf8(b) ? 1 : 2);
            }
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
