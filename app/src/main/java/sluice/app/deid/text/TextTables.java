package sluice.app.deid.text;

import java.util.List;
import java.util.Set;
import sluice.app.deid.table.NameWords;

/** The word lists and month names that looking through texts needs; loaded once, shared by all threads. */
public final class TextTables {

    private final NameWords words;
    private final Months months;
    private final DateScanner scanner;
    private final Set<String> connectives;
    private final Contacts contacts = new Contacts();
    private final LabelledNumbers labelled = new LabelledNumbers();
    private final List<Form> forms;
    private final SelfEvident selfEvident;
    private final List<Romanisation> romanisations = Romanisation.load();
    private final NameEndings endings = NameEndings.load();

    private TextTables(NameWords words, Months months, Set<String> connectives) {
        this.connectives = connectives;
        BirthDays births = new BirthDays(months);
        this.forms = List.of(new NationalNumbers(), new CheckedNumbers(true), labelled, new TitledNames(words), new NamedPlaces(words), births);
        this.selfEvident = new SelfEvident(contacts, labelled, births);
        this.words = words;
        this.months = months;
        this.scanner = new DateScanner(months, words.descriptors());
    }

    /** The tables that the product ships. */
    public static TextTables load() {
        return new TextTables(NameWords.load(), Months.load(), NameWords.connectives());
    }

    NameWords words() {
        return words;
    }

    /** Systems by which other scripts are written in Latin letters. */
    List<Romanisation> romanisations() {
        return romanisations;
    }

    NameEndings endings() {
        return endings;
    }

    Months months() {
        return months;
    }

    /** Words that hang in the air when what stands behind them is gone. */
    Set<String> connectives() {
        return connectives;
    }

    Contacts contacts() {
        return contacts;
    }

    LabelledNumbers labelled() {
        return labelled;
    }

    /** What identifies by its form, other than contacts, days and ages. */
    List<Form> forms() {
        return forms;
    }

    /** What identifies by its form in values that are not cleaned. */
    public SelfEvident selfEvident() {
        return selfEvident;
    }

    DateScanner scanner() {
        return scanner;
    }
}
