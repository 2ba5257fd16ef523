package sluice.app.deid.dicom;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.dates.Ages;
import sluice.app.deid.dates.Day;
import sluice.app.deid.dates.DateCleaning;
import sluice.app.deid.dates.PatientDates;
import sluice.app.deid.pixels.OverlayCleaning;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.PatientKey;
import sluice.app.deid.pseudonym.ProjectPseudonyms;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.recipe.DatePolicy;
import sluice.app.deid.recipe.DocumentPolicy;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.CodeExtensions;
import sluice.app.deid.table.DateTimePairs;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.WellKnownUids;
import sluice.app.deid.text.KnownIdentity;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.deid.text.TextTables;
import sluice.viewer.dicom.RawElements;

/** De-identifies data sets in memory. Not for two threads at once, because of the pseudonyms; everything else is shared. */
public final class DatasetDeidentifier {

    private static final DatePolicy TO_THE_MONTH = new DatePolicy(DatePolicy.Mode.MONTH_AND_YEAR, 0, false);

    private final RuleSet rules;
    private final Recipe recipe;
    private final ProjectPseudonyms pseudonyms;
    private final WellKnownUids wellKnown;
    private final IdentityCollector collector;
    private final TextTables tables;
    private final Statement statement;
    private final MappingListener listener;
    private final DateTimePairs pairs;
    private final BlankDocuments blank;
    private final CodeExtensions extensions;
    private final OverlayCleaning overlays;

    /**
     * @param rules the compiled recipe
     * @param edition of the profile's table, for the statement in the data set
     * @param pseudonyms this worker's own
     * @param wellKnown UIDs that stay
     * @param knowledge what the run knows of its patients
     * @param listener hears old and new identifiers
     */
    public DatasetDeidentifier(RuleSet rules, String edition, ProjectPseudonyms pseudonyms, WellKnownUids wellKnown,
            SharedKnowledge knowledge, MappingListener listener) {
        this.rules = rules;
        this.recipe = rules.recipe();
        this.pseudonyms = pseudonyms;
        this.wellKnown = wellKnown;
        this.tables = knowledge.tables();
        this.collector = new IdentityCollector(rules.general(), knowledge);
        this.listener = listener;
        this.statement = new Statement(edition, "Sluice", recipe);
        this.pairs = DateTimePairs.load();
        this.blank = new BlankDocuments();
        this.extensions = CodeExtensions.load();
        this.overlays = recipe.has(ProfileOption.CLEAN_GRAPHICS) ? new OverlayCleaning() : null;
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
     * What is known of an instance beside its data set.
     *
     * @param deviates whether the reader found deviations from the standard
     * @param pixelsCleaned whether the pixels were examined, and what identifies in them is gone from the stored values
     */
    public record Circumstances(boolean deviates, boolean pixelsCleaned) {

        /** Nothing special. */
        public static final Circumstances NONE = new Circumstances(false, false);
    }

    /**
     * What becomes of one attribute, and by which rule; no value.
     *
     * @param path for example {@code (0008,1140)[0].(0008,1155)}
     */
    public record Explained(String path, int tag, String result, String rule) { }

    /** What is done to each attribute, those that stay among them. */
    public List<Explained> explain(Attributes source, Attributes cleaned, Report report) {
        return Explainer.explain(source, cleaned, rules.rules(source), report.changes());
    }

    /** Whether a word stands for something that is known of the data set's patient. Nothing is collected before the first question. */
    public Predicate<String> known(Attributes source) {
        KnownIdentity[] known = new KnownIdentity[1];
        return word -> {
            if (known[0] == null) {
                known[0] = collector.residuals(source, Patients.of(source)).known();
            }
            return known[0].foundIn(word, false);
        };
    }

    /** De-identifies a whole data set (not a file's meta information). The source is not changed. */
    public Cleaned clean(Attributes source) {
        return clean(source, Circumstances.NONE);
    }

    /** As {@link #clean(Attributes)}. */
    public Cleaned clean(Attributes source, Circumstances circumstances) {
        Journal journal = new Journal();
        if (circumstances.deviates()) {
            journal.note(Note.READER_DEVIATIONS);
        }
        PatientKey key = Patients.of(source);
        if (key.kind() != PatientKey.Kind.ID) {
            journal.note(Note.NO_PATIENT_ID);
        }
        Residuals residuals = collector.residuals(source, key);
        Pseudonyms own = pseudonyms.of(key);
        String patient = own.patient(key);
        listener.patient(key, patient, own.secretVersion());
        Replacements replacements = new Replacements(pseudonyms, patient, own, wellKnown, listener, residuals.known());
        DateCleaning dates = new PatientDates(recipe.dates(), own, pairs).of(patient);
        TextCleaner text = new TextCleaner(residuals, tables, extensions, dates::day);
        Cleaning cleaning = new Cleaning(dates,
                new PatientDates(TO_THE_MONTH, own, pairs).of(patient), text, recipe.ages());
        ValueKeeper values = new ValueKeeper(cleaning, recipe.dates(), replacements, residuals, journal);
        Rules holding = rules.rules(source);
        DatasetCleaner cleaner = new DatasetCleaner(holding, rules.place(source), replacements, values, residuals, journal,
                overlays == null ? null : new OverlayKeeper(overlays, holding, values, journal));
        Attributes out = cleaner.clean(source);
        StudyDay.of(source).ifPresent(day ->
                listener.study(patient, RawElements.ascii(out, Tag.StudyInstanceUID), day));
        if (key.kind() == PatientKey.Kind.ID) {
            listener.mapped(MappingListener.Kind.PATIENT, key.parts().get(0), patient);
        }
        identity(out, Tag.PatientID, VR.LO, holding, patient, journal);
        identity(out, Tag.PatientName, VR.PN, holding, patient, journal);
        age(source, out, journal);
        if (recipe.documents() == DocumentPolicy.REMOVE) {
            blank.replace(source, out, journal);
        }
        CharacterSets.check(out, journal);
        statement.write(out, cleaner, circumstances.pixelsCleaned(), journal);
        if (Values.text(out, VR.CS, out.getValue(Tag.BurnedInAnnotation), false).trim().equals("YES")) {
            journal.note(Note.BURNED_IN_ANNOTATION);
        }
        cleaner.notes();
        return new Cleaned(out, patient, journal.report());
    }

    /** Before birth date and study date are gone for good, the age can still be told. */
    private void age(Attributes source, Attributes out, Journal journal) {
        if (recipe.ages().derive() && Values.isEmpty(source.getValue(Tag.PatientAge))) {
            Optional<String> age = Day.parse(Patients.text(source, Tag.PatientBirthDate)).filter(d -> !Day.standsForNone(d))
                    .flatMap(birth -> Day.parse(Patients.text(source, Tag.StudyDate)).flatMap(day -> Ages.between(birth, day)))
                    .map(a -> Ages.capped(a, recipe.ages().cap()));
            if (age.isPresent()) {
                out.setString(Tag.PatientAge, VR.AS, age.get());
                journal.note(Tag.PatientAge, Done.ADDED, Rule.AGE);
            }
        }
    }

    /** Where no override wants something else. */
    private static void identity(Attributes out, int tag, VR vr, Rules holding, String patient, Journal journal) {
        Op op = holding.fact(tag).choice().unknown();
        if (op == Op.PATIENT_ID || op == Op.PATIENT_NAME) {
            out.setString(tag, vr, patient);
            journal.note(tag, Done.PSEUDONYM, Rule.IDENTITY);
        }
    }
}
