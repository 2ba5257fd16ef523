package sluice.app.deid.text;

import sluice.app.deid.table.NameWords;

/** The word lists and month names that looking through texts needs; loaded once, shared by all threads. */
public final class TextTables {

    private final NameWords words;
    private final Months months;
    private final DateScanner scanner;

    private TextTables(NameWords words, Months months) {
        this.words = words;
        this.months = months;
        this.scanner = new DateScanner(months);
    }

    /** The tables that the product ships. */
    public static TextTables load() {
        return new TextTables(NameWords.load(), Months.load());
    }

    NameWords words() {
        return words;
    }

    Months months() {
        return months;
    }

    DateScanner scanner() {
        return scanner;
    }
}
