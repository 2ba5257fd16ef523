package sluice.app.deid.dicom;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.PatientKey;
import sluice.app.deid.pseudonym.ProjectPseudonyms;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.WellKnownUids;
import sluice.app.deid.text.TextTables;
import sluice.viewer.dicom.RawElements;

/** De-identifies data sets in memory. Not for two threads at once, because of the pseudonyms; everything else is shared. */
public final class DatasetDeidentifier {

    private final RuleSet rules;
    private final ProjectPseudonyms pseudonyms;
    private final WellKnownUids wellKnown;
    private final IdentityCollector collector;
    private final Statement statement;
    private final MappingListener listener;

    /**
     * @param rules the compiled recipe
     * @param edition of the profile's table, for the statement in the data set
     * @param pseudonyms this worker's own
     * @param wellKnown UIDs that stay
     * @param tables for looking through texts
     * @param listener hears old and new identifiers
     */
    public DatasetDeidentifier(RuleSet rules, String edition, ProjectPseudonyms pseudonyms, WellKnownUids wellKnown,
            TextTables tables, MappingListener listener) {
        this.rules = rules;
        this.pseudonyms = pseudonyms;
        this.wellKnown = wellKnown;
        this.collector = new IdentityCollector(rules.general(), tables);
        this.listener = listener;
        this.statement = new Statement(edition, "Sluice");
    }

    /**
     * A cleaned data set.
     *
     * @param dataset the new data set, of the same byte order; pixel data values are those of the source
     * @param patient the patient's pseudonym
     * @param report what was done
     */
    public record Cleaned(Attributes dataset, String patient, Report report) { }

    /**
     * De-identifies a whole data set (not a file's meta information). The source is not changed.
     *
     */
    public Cleaned clean(Attributes source) {
        return clean(source, false);
    }

    /**
     * As {@link #clean(Attributes)}.
     *
     * @param deviates whether the reader found deviations from the standard, for the report
     */
    public Cleaned clean(Attributes source, boolean deviates) {
        Journal journal = new Journal();
        if (deviates) {
            journal.note(Note.READER_DEVIATIONS);
        }
        Residuals residuals = collector.residuals(source);
        PatientKey key = patientOf(source, journal);
        Pseudonyms own = pseudonyms.of(key);
        String patient = own.patient(key);
        listener.patient(key, patient, own.secretVersion());
        Replacements replacements = new Replacements(pseudonyms, patient, own, wellKnown, listener, residuals.known());
        Rules top = rules.top(Pseudonyms.trim(Values.text(source, VR.UI, source.getValue(Tag.SOPClassUID), false)));
        DatasetCleaner cleaner = new DatasetCleaner(top, rules.general(), replacements, residuals, journal);
        Attributes out = cleaner.clean(source);
        StudyDay.of(source).ifPresent(day ->
                listener.study(patient, RawElements.ascii(out, Tag.StudyInstanceUID), day));
        if (key.kind() == PatientKey.Kind.ID) {
            listener.mapped(MappingListener.Kind.PATIENT, key.parts().get(0), patient);
        }
        identity(out, Tag.PatientID, VR.LO, Op.PATIENT_ID, patient, journal);
        identity(out, Tag.PatientName, VR.PN, Op.PATIENT_NAME, patient, journal);
        CharacterSets.check(out, journal);
        statement.write(out, !cleaner.weakerThanBasic(), false, journal);
        if (Values.text(out, VR.CS, out.getValue(Tag.BurnedInAnnotation), false).trim().equals("YES")) {
            journal.note(Note.BURNED_IN_ANNOTATION);
        }
        cleaner.notes();
        return new Cleaned(out, patient, journal.report());
    }

    private static PatientKey patientOf(Attributes source, Journal journal) {
        String id = text(source, Tag.PatientID);
        if (!id.isEmpty()) {
            return PatientKey.ofId(id, text(source, Tag.IssuerOfPatientID));
        }
        journal.note(Note.NO_PATIENT_ID);
        String name = text(source, Tag.PatientName);
        String birth = text(source, Tag.PatientBirthDate);
        return name.isEmpty() || birth.isEmpty()
                ? PatientKey.ofEvidence("study", text(source, Tag.StudyInstanceUID))
                : PatientKey.ofEvidence("person", name, birth);
    }

    private void identity(Attributes out, int tag, VR vr, Op unlessOverridden, String patient, Journal journal) {
        int fact = rules.general().facts(tag);
        if (Rules.op(fact) == unlessOverridden) {
            out.setString(tag, vr, patient);
            journal.note(tag, Done.PSEUDONYM, Rule.IDENTITY);
        }
    }

    private static String text(Attributes source, int tag) {
        return Pseudonyms.trim(Values.text(source, VR.LO, source.getValue(tag), true));
    }
}
