package sluice.app.deid.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.PatientKey;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.text.Evidence;
import sluice.app.deid.text.SharedKnowledge;
import sluice.viewer.dicom.RawElements;

/**
 * Collects what identifies from all levels of a data set. The instances of a series have it in common, so the last search is
 * kept and used again where the values are the same.
 */
final class IdentityCollector {

    /** One identifying value where it stands. */
    private record Found(IdentityAttributes.Kind kind, Attributes owner, VR vr, Object value, Object characterSet) {

        /** True if decoding gives the same text for the same kind. */
        boolean agrees(Found other) {
            return kind == other.kind && same(value, other.value) && same(characterSet, other.characterSet);
        }

        private static boolean same(Object a, Object b) {
            if (a instanceof byte[] x && b instanceof byte[] y) {
                return Arrays.equals(x, y);
            }
            if (a instanceof String[] x && b instanceof String[] y) {
                return Arrays.equals(x, y);
            }
            return a == null ? b == null : a.equals(b);
        }

        Evidence evidence() {
            byte[] bytes = kind.isName() ? Values.bytes(owner, vr, value) : null;
            return new Evidence(kind, Values.text(owner, vr, value, true), bytes == null || Values.isAscii(bytes) ? null : bytes);
        }
    }

    private final Rules rules;
    private final SharedKnowledge knowledge;
    private List<Found> last = List.of();
    private String lastPatient;
    private String lastStudy;
    private Residuals residuals;

    IdentityCollector(Rules rules, SharedKnowledge knowledge) {
        this.rules = rules;
        this.knowledge = knowledge;
    }

    /** The search for what identifies in this data set, with what the run knows of its patient. */
    Residuals residuals(Attributes dataset, PatientKey patient) {
        if (isNews(dataset, patient)) {
            residuals = new Residuals(knowledge.known(lastPatient, lastStudy, evidence()), knowledge.tables().selfEvident());
        }
        return residuals;
    }

    /** Lets the whole run know what this data set says. */
    void offer(Attributes dataset, PatientKey patient) {
        if (isNews(dataset, patient)) {
            knowledge.offer(lastPatient, lastStudy, evidence());
        }
    }

    private static IdentityAttributes.Kind name(Fact fact) {
        return fact != null && fact.identity() == IdentityAttributes.Kind.PATIENT_NAME ? fact.identity() : IdentityAttributes.Kind.NAME;
    }

    private List<Evidence> evidence() {
        return last.stream().map(Found::evidence).toList();
    }

    /** Takes what a data set says; false if it is the same as before. */
    private boolean isNews(Attributes dataset, PatientKey key) {
        List<Found> found = new ArrayList<>(last.size());
        collect(dataset, null, found, 0);
        String patient = key.kind() + "\0" + String.join("\0", key.parts());
        String study = RawElements.ascii(dataset, Tag.StudyInstanceUID);
        boolean news = !patient.equals(lastPatient) || !study.equals(lastStudy) || !agree(found);
        last = found;
        lastPatient = patient;
        lastStudy = study;
        return news;
    }

    private boolean agree(List<Found> found) {
        if (found.size() != last.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).agrees(last.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void collect(Attributes level, Object inherited, List<Found> found, int depth) {
        Object declared = level.getValue(Tag.SpecificCharacterSet);
        Object characterSet = declared == null ? inherited : declared;
        try {
            level.accept((owner, tag, vr, value) -> {
                if (value instanceof Sequence items) {
                    if (depth < DatasetCleaner.DEEPEST) {
                        for (Attributes item : items) {
                            collect(item, characterSet, found, depth + 1);
                        }
                    }
                    return true;
                }
                Fact fact = (tag & 0x0001_0000) != 0 ? null : rules.fact(tag);
                // what the recipe retains need not be hidden elsewhere
                boolean retained = fact != null && fact.choice().unknown() == Op.KEEP;
                IdentityAttributes.Kind kind = retained ? null
                        : vr == VR.PN ? name(fact) : fact == null ? null : fact.identity();
                if (kind != null && kind != IdentityAttributes.Kind.TECHNICAL && !Values.isEmpty(value)) {
                    found.add(new Found(kind, owner, vr, value, characterSet));
                }
                return true;
            }, false);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a visitor of attributes throws nothing", e);
        }
    }
}
