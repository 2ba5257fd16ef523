package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.dates.Ages;
import sluice.app.deid.dates.DateCleaning;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.recipe.AgePolicy;
import sluice.app.deid.table.StandardVr;

/**
 * New forms of values for one data set: action C of PS3.15 Table E.1-1a.
 *
 * @param dates by the recipe's date policy
 * @param months dates to month and year, for the overrides that want it
 * @param text running text
 * @param ages of patients
 */
record Cleaning(DateCleaning dates, DateCleaning months, TextCleaner text, AgePolicy ages) {

    private static final byte[] NOTHING = {};

    /**
     * The new form of a value.
     *
     * @param owner the data set or item that holds it
     * @param vr how it is to be read
     * @param padded without what stands behind the padding
     * @return the same object where nothing changes, no bytes where nothing can stay
     */
    Object clean(Attributes owner, int tag, StandardVr vr, Object padded, boolean monthAndYear) {
        return switch (vr.kind()) {
            case DATE -> date(owner, tag, vr, padded, monthAndYear ? months : dates);
            case TEXT -> text.clean(owner, tag, vr, padded);
            case TERM -> vr == StandardVr.AS ? age(owner, padded) : vr == StandardVr.AE ? text.clean(owner, tag, vr, padded) : padded;
            default -> padded;
        };
    }

    private static Object date(Attributes owner, int tag, StandardVr vr, Object value, DateCleaning cleaning) {
        String old = ascii(owner, value);
        String fresh = old == null ? "" : cleaning.clean(owner, tag, vr, old);
        return fresh.equals(old) ? value : bytes(fresh.replace("\\", "").isEmpty() ? "" : fresh);
    }

    private Object age(Attributes owner, Object value) {
        String old = ascii(owner, value);
        String fresh = old == null ? "" : Ages.capped(old, ages.cap());
        return fresh.equals(old) ? value : bytes(fresh);
    }

    private static String ascii(Attributes owner, Object value) {
        String text = Values.text(owner, Values.toolkit(StandardVr.CS), value, false);
        return text.chars().allMatch(c -> c < 0x7f) ? Pseudonyms.trim(text) : null;
    }

    private static byte[] bytes(String text) {
        return text.isEmpty() ? NOTHING
                : ((text.length() & 1) == 0 ? text : text + " ").getBytes(StandardCharsets.US_ASCII);
    }
}
