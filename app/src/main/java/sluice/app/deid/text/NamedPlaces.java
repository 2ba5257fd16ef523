package sluice.app.deid.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.table.NameWords;

/**
 * Institutions and addresses by their form: a kind of place with a name beside it, streets with a number, postcodes with a
 * country, a state or a town. Kinds without a name ("University Hospital") stay.
 */
final class NamedPlaces implements Form {

    private static final String NAME = "\\p{Lu}[\\p{L}.'\u2019&-]{1,40}";
    private static final String KIND_BEHIND = "Hospitals?|HOSPITALS?|Medical (?:Cent(?:er|re)|School|College)|MEDICAL CENT(?:ER|RE)|Clinics?|CLINICS?|Infirmary|INFIRMARY|Hospice|Polyclinic|Health (?:System|Cent(?:er|re)|Trust)|NHS (?:Foundation )?Trust|"
            + "Imaging (?:Cent(?:er|re)|Associates)|Radiology (?:Associates|Group)|Cancer Cent(?:er|re)|University|UNIVERSITY|Institute|Krankenhaus|KRANKENHAUS|Klinikum|KLINIKUM|Klinik|KLINIK|Spital|Ziekenhuis|Sykehus(?:et)?|Sjukhus(?:et)?|Sygehus(?:et)?|[Uu]niversitets(?:sjukhus|sykehus|sygehus|hospital)(?:et)?|sykehus(?:et)?|sjukhus(?:et)?|sygehus(?:et)?|sairaala|ziekenhuis|v\u00e5rdcentral|legesenter";
    private static final String KIND_BEFORE = "Hospital(?:is)?|HOSPITAL|H[\u00f4o]pital|H\u00d4PITAL|Hospitalet|Clinique|CLINIQUE|Cl[\u00edi]nica|CL[\u00cdI]NICA|Ospedale|OSPEDALE|Policlinico|Istituto|Institut|Instituto|Centro M[\u00e9e]dico|Centre Hospitalier(?: Universitaire| R[\u00e9e]gional)*|CHRU?|CHU|Azienda Ospedaliera|"
            + "Universit(?:\u00e4|ae|a)ts?(?:klinikum|klinik|medizin|spital)|Klinikum|Klinik|Krankenhaus|Kantonsspital|Universitetssjukhuset|Universitetssykehuset|Univ(?:ersity|ersit\u00e9|ersidad|ersit\u00e0) (?:of|de|degli|di)|University Hospital(?: of)?";
    private static final String LINK = "(?:(?:of|de|del|della|di|du|des|la|le|les|l'|d'|am|im|an|der|den|f\u00fcr|i|at|the|and|&|St\\.?|San|Santa|Saint)[ ]?)";

    private static final Pattern BEHIND = Pattern.compile("(?u)(?<![\\p{L}\\d-])((?:" + NAME + "[ ]{1,3}" + LINK + "{0,2}){1,5})(?:" + KIND_BEHIND + ")(?:[ ]{1,3}(?:of|at|in)[ ]{1,3}" + NAME + ")?(?!\\p{L})");
    private static final Pattern BEFORE = Pattern.compile("(?u)(?<![\\p{L}\\d-])(?:" + KIND_BEFORE + ")[ ]{1,3}((?:" + LINK + "{0,3}" + NAME + "[ ]?){1,4})");
    private static final Pattern COMPOUND = Pattern.compile("(?iu)(?<!\\p{L})\\p{L}{3,40}(?:sjukhus(?:et)?|sykehus(?:et)?|sygehus(?:et)?|krankenhaus|klinikum|spital|ziekenhuis|sairaala)(?!\\p{L})");
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\d-])((?:ST\\.? )?(?:\\p{Lu}[\\p{Lu}.'-]{1,40} ){1,4})(?:HOSPITAL|MEDICAL CENT(?:ER|RE)|CLINIC|INFIRMARY|KLINIKUM|KRANKENHAUS|SJUKHUS|SYKEHUS|SYGEHUS)(?!\\p{L})");

    private static final Pattern STREET = Pattern.compile("(?u)(?<![\\w.,-])\\d{1,5}[A-Za-z]?,? ((?:(?:N|S|E|W|NE|NW|SE|SW)\\.? )?(?:\\p{Lu}[\\p{L}'\u2019.]{1,40} |\\d{1,3}(?:st|nd|rd|th) ){1,3})(?:Street|STREET|St|Avenue|AVENUE|Ave|AVE|Road|ROAD|Rd|Boulevard|Blvd|Lane|LANE|Ln|Drive|DRIVE|Court|Way|Square|Place|Terrace|Crescent|Close|Highway|Hwy|Parkway|Pkwy)(?!\\p{L})\\.?");
    private static final Pattern EUROPEAN_STREET = Pattern.compile("(?u)(?<!\\p{L})(?:\\p{Lu}[\\p{L}-]{0,40}(?:stra(?:\u00df|ss)e|str\\.|gasse|weg|platz|allee|ring|damm|ufer|gatan|v\u00e4gen|gata|gate|gaten|veien|vegen|vej|gade|straat|laan|plein|katu|tie|kade)|\\p{Lu}\\p{L}{1,40}(?: Stra(?:\u00df|ss)e| Weg| Platz| Allee| v\u00e4g| gate| vej)) ?\\d{1,4} ?[a-zA-Z]?(?!\\w)");
    private static final Pattern ROMANCE_STREET = Pattern.compile("(?u)(?<!\\p{L})(?:\\d{1,4}(?: bis| ter)?,? )?(?:[Rr]ue|[Aa]v(?:enue|\\.)|[Bb]oulevard|[Bb]d|[Cc]hemin|[Pp]lace|[Qq]uai|Via|Viale|Piazza|Corso|[Cc]alle|C/|[Aa]venida|Avda\\.?|Plaza|Paseo) (?:(?:de|du|des|del|della|di|la|le|las|los|l'|d')[ ]?){0,3}\\p{Lu}[\\p{L}'\u2019-]{1,40}(?: \\p{Lu}[\\p{L}'\u2019-]{1,40}){0,3}(?:,? (?:n[\u00ba\u00b0] ?)?\\d{1,4})?");
    private static final Pattern TOWN = Pattern.compile("(?u),? ?(?:(?:SE|S|NO|N|DK|D|DE|A|AT|CH|F|FR|B|BE|NL|I|IT|E|ES|FI|FIN)-)?(?:\\d{3} \\d{2}|\\d{4,5}(?: [A-Z]{2})?) \\p{Lu}[\\p{L}-]{1,40}(?: \\p{Lu}\\p{Ll}{1,40})?");
    private static final Pattern POSTCODE = Pattern.compile("(?u)(?<![\\w.-])(?:(?:SE|S|NO|N|DK|D|DE|A|AT|CH|F|FR|B|BE|NL|I|IT|E|ES|FI|FIN)-(?:\\d{3} ?\\d{2}|\\d{4,5}) \\p{Lu}\\p{L}{1,40}|"
            + "(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY),? \\d{5}(?:-\\d{4})?|"
            + "(?:[A-Z]{2}\\d[A-Z\\d]?|[A-Z]{2}\\d{2}) \\d[ABD-HJLNP-UW-Z]{2}|(?:EC|WC|SW|SE|NW|W|E|N)\\d[A-Z] \\d[ABD-HJLNP-UW-Z]{2})(?!\\w)");
    private static final Pattern ORDINARY_SEPARATORS = Pattern.compile("[\\s.,'\u2019&-]+");

    private final NameWords words;

    NamedPlaces(NameWords words) {
        this.words = words;
    }

    @Override
    public void find(String text, Spans hits) {
        named(BEHIND, text, hits);
        named(CAPITALS, text, hits);
        named(BEFORE, text, hits);
        Matcher m = COMPOUND.matcher(text);
        while (m.find()) {
            if (!words.institutions().contains(TextForm.fold(m.group()))) {
                hits.add(m.start(), m.end());
            }
        }
        for (Pattern street : new Pattern[] {STREET, EUROPEAN_STREET, ROMANCE_STREET}) {
            m = street.matcher(text);
            while (m.find()) {
                boolean named = street != STREET || isNamed(m.group(1));
                boolean numbered = m.group().chars().anyMatch(Character::isDigit);
                if (named && numbered) {
                    Matcher town = TOWN.matcher(text).region(m.end(), text.length());
                    hits.add(m.start(), town.lookingAt() ? town.end() : m.end());
                }
            }
        }
        m = POSTCODE.matcher(text);
        while (m.find()) {
            hits.add(m.start(), m.end());
        }
    }

    /** Words in front that say nothing are left where they are, as in "CT Head at Oakwood Hospital". */
    private void named(Pattern pattern, String text, Spans hits) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            if (!isNamed(m.group(1))) {
                continue;
            }
            int from = m.start();
            int to = m.end();
            if (pattern == BEFORE) {
                to = endOfNames(text, m.start(1), m.end(1));
            } else {
                from = startOfNames(text, m.start(1), m.end(1));
            }
            if (to > from && isNamed(text.substring(from, to))) {
                hits.add(from, to);
            }
        }
    }

    private int startOfNames(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int space = text.indexOf(' ', at);
            int end = space < 0 || space > to ? to : space;
            String word = TextForm.squeeze(TextForm.fold(text.substring(at, end)));
            boolean skip = words.descriptors().contains(word) && !words.institutions().contains(word);
            if (!skip) {
                return at;
            }
            at = end + 1;
        }
        return from;
    }

    private int endOfNames(String text, int from, int to) {
        int end = from;
        int at = from;
        while (at < to) {
            int space = text.indexOf(' ', at);
            int stop = space < 0 || space > to ? to : space;
            String word = TextForm.squeeze(TextForm.fold(text.substring(at, stop)));
            boolean capital = Character.isUpperCase(text.charAt(at));
            if (capital && words.descriptors().contains(word) && !words.institutions().contains(word) && end > from) {
                break;
            }
            end = capital ? stop : end;
            at = stop + 1;
        }
        while (end > from && ".,;".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean isNamed(String names) {
        for (String word : ORDINARY_SEPARATORS.split(names)) {
            String folded = TextForm.fold(word);
            if (folded.length() >= 3 && !words.descriptors().contains(folded) && !words.institutions().contains(folded)
                    && !words.technical().contains(folded) && !words.particles().contains(folded)) {
                return true;
            }
            if (folded.equals("ST") || folded.equals("SAN") || folded.equals("SANTA") || folded.equals("SAINT")) {
                return true;
            }
        }
        return false;
    }
}
