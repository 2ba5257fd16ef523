package sluice.app.deid.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.table.NameWords;

/** Names that nobody knows, by what stands before them: a title, a role, "referred by". */
final class TitledNames implements Form {

    private static final int MOST_WORDS = 5;

    private static final String TITLE = "Dr|DR|Drs|Dra|DRA|Doctor|Doktor|Docteur|Dott(?:\\.? ?ssa)?|Dottor(?:e|essa)|Prof|PROF|Professor(?:in)?|Professeur|Profesora?|Priv\\.-?Doz|PD"
            + "|Mr|Mrs|MRS|Ms|Miss|MISS|Mister|Mme|MME|Mlle|Madame|Monsieur|Herrn?|HERR|Frau|FRAU|Frl|Fr\\.|Hr\\.|Fru|Sr|Sra|SRA|Srta|Se\u00f1ora?|Sig(?:\\.ra|nora?)?|Dhr|Mevr(?:ouw)?|Meneer|Mw|Sister|Nurse";

    private static final String TITLES = "(?:(?:" + TITLE + "|Med|H\\.c)(?!\\p{L})\\.? ?){0,4}+";

    /** Also titles one behind the other, as in "Prof. Dr. med.". */
    private static final Pattern TITLED = Pattern.compile("(?u)(?<![\\p{L}\\d-])(?:(?<!\\d )(?<!\\d))(" + TITLE
            + ")(?:\\.? ?(?:" + TITLE + "|med|h\\.c|dent)(?!\\p{L})){0,4}(?:\\.[ :^]?|(?<=\\.)[ :^]?|[ :^]{1,2})(?=\\p{Lu})");

    private static final Pattern ROLE = Pattern.compile("(?iu)(?<![\\p{L}])(?:(?:patient|pat|pt)(?:'s|ens)?(?: ?name)?|full name|name|surname|last name|first name|family name|given name|nom|pr\u00e9nom|nombre|apellidos?|cognome|navn|namn|naam|nachname|vorname|"
            + "physician|radiologist|doctor|provider|technologist|technician|tech|operator|surgeon|author|attending|consultant|resident|nurse|contact|arzt|radiologe|\u00fcberweiser|zuweiser|befunder|"
            + "m\u00e9decin|m\u00e9dico|radi\u00f3logo|l\u00e4kare|remittent|lege|henviser|l\u00e6ge|arts|medico)s? ?[:=] ?" + TITLES + "(?=\\p{Lu})");

    private static final Pattern BY = Pattern.compile("(?iu)(?<!\\p{L})(?:(?:referred|ref|ref'd|requested|req|ordered|reported|read|dictated|transcribed|performed|signed|verified|approved|interpreted|seen|scanned|reviewed|checked|examined|consulted|injected|acquired|annotated|prepared|entered|supervised) by|"
            + "\u00fcberwiesen von|zugewiesen von|befundet von|unterschrieben von|adress\u00e9e? par|demand\u00e9e? par|lu par|sign\u00e9 par|solicitado por|firmado por|informado por|remitido por|richiesto da|firmato da|refertato da|"
            + "remitterad av|signerad av|granskad av|utf\u00f6rd av|henvist av|signert av|beskrevet av|henvist af|beskrevet af|verwezen door|aangevraagd door) ?:? ?" + TITLES + "(?=\\p{Lu})");

    private static final Pattern WORD = Pattern.compile("(?u)\\p{Lu}[\\p{L}'\u2019\u00ad]{0,60}+(?:-\\p{Lu}?[\\p{L}'\u2019]{1,60}+){0,4}+\\.?");
    private static final Pattern INITIAL = Pattern.compile("(?u)\\p{Lu}\\.?");

    private final NameWords words;

    TitledNames(NameWords words) {
        this.words = words;
    }

    @Override
    public void find(String text, Spans hits) {
        Matcher m = TITLED.matcher(text);
        while (m.find()) {
            String title = m.group(1);
            boolean shouted = title.length() <= 3 && title.equals(title.toUpperCase(Locale.ROOT));
            name(text, m.start(), m.end(), shouted, hits);
        }
        for (Pattern pattern : new Pattern[] {ROLE, BY}) {
            m = pattern.matcher(text);
            while (m.find()) {
                name(text, m.start(), m.end(), true, hits);
            }
        }
    }

    /**
     * Adds the label and the name behind it, if there is one.
     *
     * @param doubtful whether the label may stand before a word of descriptors as well, as DR (digital radiography) does
     */
    private void name(String text, int start, int from, boolean doubtful, Spans hits) {
        int at = from;
        int end = -1;
        boolean mixed = false;
        for (int n = 0; n < MOST_WORDS && at < text.length(); n++) {
            int particle = particle(text, at);
            int next = particle > at ? particle : at;
            Matcher m = WORD.matcher(text).region(next, text.length());
            if (!m.lookingAt()) {
                break;
            }
            String word = m.group();
            String folded = TextForm.squeeze(TextForm.fold(word));
            boolean initial = INITIAL.matcher(word).matches() && folded.length() == 1;
            boolean capitals = word.length() > 1 && !initial && word.equals(word.toUpperCase(Locale.ROOT));
            if (initial && m.end() < text.length() && Character.isDigit(text.charAt(m.end()))) {
                break;
            }
            boolean ordinary = words.descriptors().contains(folded) || words.institutions().contains(folded) && n > 0;
            if (!initial && (ordinary && (doubtful || end >= 0) || end >= 0 && mixed && capitals)) {
                break;
            }
            if (!initial && words.placeholders().contains(folded)) {
                break;
            }
            mixed |= !capitals && !initial;
            boolean sentenceEnds = word.endsWith(".") && !initial;
            end = m.end() - (sentenceEnds ? 1 : 0);
            if (sentenceEnds) {
                break;
            }
            at = gap(text, m.end());
            if (at < 0) {
                break;
            }
        }
        if (end >= 0 && end - from >= 2) {
            hits.add(start, text.startsWith("'s", end) || text.startsWith("\u2019s", end) ? end + 2 : end);
        }
    }

    /** Behind one space, caret, or comma and space; -1 where the name is over. */
    private static int gap(String text, int at) {
        if (text.startsWith(", ", at)) {
            return at + 2;
        }
        return at < text.length() && " ^,_".indexOf(text.charAt(at)) >= 0 ? at + 1 : at < text.length() && text.charAt(at - 1) == '.' ? at : -1;
    }

    private int particle(String text, int at) {
        int k = at;
        while (true) {
            int space = text.indexOf(' ', k);
            if (space < 0 || space - k > 5 || space == k || !words.particles().contains(TextForm.fold(text.substring(k, space)))) {
                return k;
            }
            k = space + 1;
        }
    }
}
