package sluice.app.deid.dicom;

import java.util.Collection;

/** The usual ways to write one date. */
final class DateForms {

    private static final String[] MONTHS =
            {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

    private DateForms() { }

    /**
     * Adds the forms of a DA value, folded to upper case.
     *
     * @param da {@code yyyymmdd} or the old {@code yyyy.mm.dd}; anything else adds nothing
     */
    static void add(String da, Collection<String> forms) {
        String s = da.replace(".", "");
        if (s.length() != 8 || !s.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        String y = s.substring(0, 4);
        String m = s.substring(4, 6);
        String d = s.substring(6);
        int month = Integer.parseInt(m);
        if (month < 1 || month > 12 || s.equals("19000101")) {
            return;
        }
        forms.add(s);
        for (String sep : new String[] {"-", ".", "/", " "}) {
            forms.add(y + sep + m + sep + d);
            forms.add(d + sep + m + sep + y);
            forms.add(m + sep + d + sep + y);
        }
        int day = Integer.parseInt(d);
        if (day < 10 || month < 10) {
            forms.add(day + "." + month + "." + y);
            forms.add(day + "/" + month + "/" + y);
            forms.add(month + "/" + day + "/" + y);
        }
        String name = MONTHS[month - 1];
        forms.add(d + " " + name + " " + y);
        forms.add(d + "-" + name + "-" + y);
        forms.add(day + " " + name + " " + y);
        forms.add(name + " " + d + ", " + y);
        forms.add(name + " " + day + ", " + y);
    }
}
