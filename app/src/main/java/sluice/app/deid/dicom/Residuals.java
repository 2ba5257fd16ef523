package sluice.app.deid.dicom;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;

/** Judges a value that the rules keep: does it hold what is known to identify this patient? */
final class Residuals {

    private static final int LARGEST_OPAQUE = 1 << 20;

    private final IdentityIndex index;
    private final boolean nothingKnown;

    Residuals(IdentityIndex index) {
        this.index = index;
        this.nothingKnown = index.isEmpty();
    }

    /** Collects what identifies from all levels of a data set. */
    static void collect(Attributes dataset, Rules rules, IdentityIndex index) {
        collect(dataset, rules, index, 0);
    }

    private static void collect(Attributes level, Rules rules, IdentityIndex index, int depth) {
        try {
            level.accept((owner, tag, vr, value) -> {
                if (value instanceof Sequence items) {
                    if (depth < DatasetCleaner.DEEPEST) {
                        for (Attributes item : items) {
                            collect(item, rules, index, depth + 1);
                        }
                    }
                    return true;
                }
                int fact = (tag & 0x0001_0000) != 0 ? 0 : rules.facts(tag);
                IdentityAttributes.Kind kind = fact == 0 ? null : Rules.identity(fact);
                if (kind == null && vr == VR.PN) {
                    kind = IdentityAttributes.Kind.NAME;
                }
                if (kind != null && kind != IdentityAttributes.Kind.TECHNICAL && !Values.isEmpty(value)) {
                    String text = Values.text(owner, vr, value, true);
                    index.add(kind, text, Values.bytes(owner, vr, value));
                }
                return true;
            }, false);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a visitor of attributes throws nothing", e);
        }
    }

    /**
     * True if the value must not stay.
     *
     * @param vr VR that the value has to be read as
     */
    boolean found(Attributes owner, int tag, StandardVr vr, StandardVr dictionaryVr, Object value,
            IdentityAttributes.Kind kind) {
        if (nothingKnown || tag == Tag.SpecificCharacterSet) {
            return false;
        }
        boolean technical = kind == IdentityAttributes.Kind.TECHNICAL;
        return switch (strictest(vr, dictionaryVr)) {
            case TEXT -> inText(owner, value, technical);
            case TERM, NUMBER -> index.isExactly(Values.text(owner, VR.CS, value, false));
            case DATE, UID, SEQUENCE -> false;
            case BINARY -> vr == StandardVr.OB && value instanceof byte[] b && b.length <= LARGEST_OPAQUE
                    && index.foundInBytes(b);
        };
    }

    private boolean inText(Attributes owner, Object value, boolean technical) {
        if (index.foundIn(Values.text(owner, VR.LO, value, true), technical)) {
            return true;
        }
        return value instanceof byte[] b && !Values.isAscii(b) && (index.rawNameIn(b)
                || index.foundIn(new String(b, java.nio.charset.StandardCharsets.UTF_8), technical)
                || index.foundIn(new String(b, java.nio.charset.StandardCharsets.ISO_8859_1), technical));
    }

    private static StandardVr.Kind strictest(StandardVr vr, StandardVr dictionaryVr) {
        StandardVr.Kind a = vr.kind();
        StandardVr.Kind b = dictionaryVr.kind();
        if (a == b) {
            return a;
        }
        return a == StandardVr.Kind.BINARY || a == StandardVr.Kind.SEQUENCE ? a : StandardVr.Kind.TEXT;
    }
}
