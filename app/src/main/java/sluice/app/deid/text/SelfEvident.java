package sluice.app.deid.text;

/**
 * What identifies by its form so plainly that a value with it cannot stay, whoever is known: addresses of e-mail, web and
 * network, telephone numbers in international form or with a label, labelled identifiers, numbers of states for their people.
 */
public final class SelfEvident {

    private static final int SHORTEST = 6;

    private final Contacts contacts;
    private final LabelledNumbers labelled;
    private final BirthDays births;
    private final NationalNumbers national = new NationalNumbers();
    private final CheckedNumbers checked = new CheckedNumbers(false);

    SelfEvident(Contacts contacts, LabelledNumbers labelled, BirthDays births) {
        this.births = births;
        this.contacts = contacts;
        this.labelled = labelled;
    }

    /**
     * True if such a thing stands in the text.
     *
     * @param technical the attribute holds technical vocabulary, whose numbers may be versions and codes: only e-mail counts there
     */
    public boolean in(String text, boolean technical) {
        if (text.length() < SHORTEST || technical && text.indexOf('@') < 0 || !worthALook(text)) {
            return false;
        }
        Spans hits = new Spans();
        if (technical) {
            contacts.findMail(text, hits);
            return !hits.isEmpty();
        }
        contacts.findUnmistakable(text, hits);
        labelled.find(text, hits);
        national.find(text, hits);
        checked.find(text, hits);
        births.find(text, hits);
        return !hits.isEmpty();
    }

    /** Everything that is looked for has a digit, an @ or a full stop or colon between characters. */
    private static boolean worthALook(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c == '@' || c == '.' || c == ':') {
                return true;
            }
        }
        return false;
    }
}
