package sluice.app.deid.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.app.deid.table.NameWords;

/** Names of months in several languages, whole and abbreviated. */
final class Months {

    /**
     * One name as it stands in the table.
     *
     * @param language its row
     * @param month 1 to 12
     * @param form 0 the whole name, 1 and more abbreviations
     */
    record Name(int language, int month, int form) { }

    private final List<String[][]> languages = new ArrayList<>();
    private final Map<String, List<Name>> names = new HashMap<>();

    /** @param rows a language, then twelve cells with the forms of one month separated by spaces */
    Months(List<String[]> rows) {
        for (String[] row : rows) {
            String[][] forms = new String[12][];
            for (int m = 0; m < 12; m++) {
                forms[m] = row[m + 1].split(" ");
                for (int f = 0; f < forms[m].length; f++) {
                    names.computeIfAbsent(TextForm.fold(forms[m][f]), n -> new ArrayList<>())
                            .add(new Name(languages.size(), m + 1, f));
                }
            }
            languages.add(forms);
        }
    }

    /** The table that the product ships. */
    static Months load() {
        return new Months(NameWords.months());
    }

    /** What a folded word may mean; some names are the same in several languages, none means two months. */
    List<Name> named(String folded) {
        return names.getOrDefault(folded, List.of());
    }

    /** Another month of the same language in the same form, as long as there is one. */
    String another(Name like, int month) {
        String[] forms = languages.get(like.language())[month - 1];
        return forms[Math.min(like.form(), forms.length - 1)];
    }
}
