package sluice.app.deid.dicom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pixels.OverlayCleaning;
import sluice.app.deid.pixels.OverlayPlane;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.ProfileOption;

/**
 * Overlay planes of one data set under the Clean Graphics Option (PS3.15 E.3.3): a plane that can be read stays without what
 * could be writing, with what describes it (PS3.3 C.9.2) and its cleaned texts; one that was nothing but writing goes, and so,
 * against the option's promise, does one that cannot be read. One object per data set.
 */
final class OverlayKeeper {

    private static final int ELEMENT = 0xFFFF;
    private static final int DATA = 0x3000;
    /** Rows, columns, frames, type, origins, bits; area, mean and deviation of a region; activation layer. */
    private static final Set<Integer> DESCRIPTIONS = Set.of(0x0010, 0x0011, 0x0015, 0x0040, 0x0050, 0x0051, 0x0100, 0x0102, 0x1001,
            0x1301, 0x1302, 0x1303);
    /** Description, subtype, label, and comments of old. */
    private static final Set<Integer> TEXTS = Set.of(0x0022, 0x0045, 0x1500, 0x4000);

    private final OverlayCleaning cleaning;
    private final Rules rules;
    private final ValueKeeper values;
    private final Journal journal;
    private final Map<Integer, Optional<OverlayCleaning.Cleaned>> planes = new HashMap<>(2);

    OverlayKeeper(OverlayCleaning cleaning, Rules rules, ValueKeeper values, Journal journal) {
        this.cleaning = cleaning;
        this.rules = rules;
        this.values = values;
        this.journal = journal;
    }

    /**
     * Carries out what becomes of one attribute of a plane that could be cleaned.
     *
     * @return false where nothing was done, because it is none
     */
    boolean keep(Level at, int tag, VR vr, Object value, Fact fact) {
        if (!OverlayPlane.isPart(tag) || fact.rule() != Rule.OPTION || fact.deviation().option() != ProfileOption.CLEAN_GRAPHICS
                || !journal.atTop()) {
            return false;
        }
        Optional<OverlayCleaning.Cleaned> plane = planes.computeIfAbsent(tag >>> 16, group -> plane(at, group));
        if (plane.isEmpty()) {
            return false;
        }
        int element = tag & ELEMENT;
        if (plane.get().nothingLeft()) {
            journal.note(tag, Done.REMOVED, Rule.OVERLAY_WRITING);
        } else if (element == DATA) {
            at.out().setBytes(tag, vr == VR.UN ? VR.OW : vr, plane.get().data());
            if (plane.get().changed()) {
                journal.note(tag, Done.CLEANED, Rule.OVERLAY_WRITING);
            }
        } else if (Values.isEmpty(value) && (DESCRIPTIONS.contains(element) || TEXTS.contains(element))) {
            at.out().setValue(tag, vr, value);
        } else if (!DESCRIPTIONS.contains(element) && !TEXTS.contains(element)
                || !values.keep(at, tag, vr, value, fact, TEXTS.contains(element))) {
            journal.note(tag, Done.REMOVED, Rule.OPTION);
        }
        return true;
    }

    /** An override of the data has its own will, and a plane without its data is none. */
    private Optional<OverlayCleaning.Cleaned> plane(Level at, int group) {
        return rules.fact(group << 16 | DATA).rule() == Rule.OPTION ? cleaning.clean(at.source(), group) : Optional.empty();
    }
}
