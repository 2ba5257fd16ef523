package sluice.app.deid.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, and days of birth in any form, behind a label that says what they are; ages above 89. */
final class LabelledNumbers implements Form {

    private static final String NUMBER = "(?: ?(?:NUMBER|NUM|NUMMER|NUMERO|NO|NR|N\u00b0|N\u00ba|#))?\\.?";

    /** Labels that mean nothing else. */
    private static final Pattern SURE = Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:MRN|MRNO|MR ?#|MED(?:ICAL)? ?REC(?:ORD)?|PAT(?:IENT(?:EN)?|IENTS)?[ _.-]?ID|PID|PIZ|PNR|"
            + "PERSON(?:NUMMER|NR)|PERSONN?UMMER|F(?:\u00d8|O|\u00f8)DSELSNUMMER|FNR|CPR|BSN|NHS|NIR|NIF|DNI|NIE|HETU|HENKIL(?:\u00d6|O|\u00f6)TUNNUS|SSN|SVNR|AHV|KVNR|"
            + "ACCESSION|ACCN?|ACC ?#|CHART ?(?:NO|#)|HOSP(?:ITAL)? ?(?:NO|ID|#)|UNIT ?#|ENCOUNTER|CSN|FIN ?#|ACCOUNT|ACCT|INSURANCE|POLICY|LICEN[CS]E|PASSPORT|FALLNUMMER|FALLNR|AUFTRAGSNR|AUFNAHMENR|"
            + "DOSSIER|EXPEDIENTE|NHC|HISTORIA CLINICA|REMISSID)" + NUMBER + " ?[:=#]? ?([A-Z0-9][A-Z0-9./_-]{2,30})");

    /** Labels that mean something else as well, unless a colon or the like follows. */
    private static final Pattern WITH_SIGN = Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:ID|IDENT|CASE|RECORD|FILE|REF(?:ERENCE)?|ORDER|REQUEST|REQ|VISIT|BADGE|EMPLOYEE|MEMBER|SUBJECT|SN|S/N|SERIAL)"
            + "(?: ?(?:NUMBER|NUM|NO|NR))?\\.? ?[:=#]{1,2} ?([A-Z0-9][A-Z0-9./_-]{2,30})");

    private static final Pattern BIRTH = Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:DOB|D\\.O\\.B\\.?|B\\.?DATE|DATE OF BIRTH|BIRTH ?DATE|BORN(?: ON)?|GEB(?:OREN|\\.? ?DATUM|URTSDATUM)?\\.?(?: AM)?|"
            + "F[\u00f6o]DD|F[\u00f8o]DT|F[\u00f8o]DSELSDATO|N[\u00e9e]E? LE|DATE DE NAISSANCE|NACID[OA](?: EL)?|FECHA DE NACIMIENTO|NAT[OA] IL|DATA DI NASCITA|GEBOORTEDATUM|SYNT\\.?)"
            + " ?[:=]? ?(\\d[\\d ./-]{3,12}\\d|\\d{1,2}\\.? ?\\p{L}{3,10}\\.?,? ?\\d{2,4}|\\p{L}{3,10}\\.? \\d{1,2},? ?\\d{2,4}|\\d{4})");

    private static final Pattern QUANTITY = Pattern.compile("(?i)\\d{1,3}(?:[.,]\\d+)?(?:MM|CM|ML|MG|KG|KV|MA|MAS|MS|SEC|HZ|T|X\\d.*|%)?");

    private static final String OLD = "(?:9\\d|1[0-2]\\d)";
    private static final Pattern AGE = Pattern.compile("(?iu)(?<![\\w.,/-])(" + OLD + ")(?= ?-? ?(?:years?|yrs?|yo|y/o|y\\.o\\.|year-old|jahre?|j\u00e4hrig\\p{L}*|ans|a\u00f1os|anni|jaar|\u00e5r|\u00e5rig\\p{L}*)(?!\\p{L}))");
    private static final Pattern AGE_LABEL = Pattern.compile("(?iu)(?<!\\p{L})(?:age|aged|alter|\u00e5lder|alder|edad|\u00e2ge|et\u00e0|leeftijd)\\.? ?[:=]? ?(" + OLD + ")(?![\\w.,/-]?\\d)(?! ?%)");
    private static final Pattern AGE_STRING = Pattern.compile("(?<!\\w)0?(" + OLD + ")(?=Y(?!\\w))");

    @Override
    public void find(String text, Spans hits) {
        labelled(SURE, text, hits);
        labelled(WITH_SIGN, text, hits);
        Matcher m = BIRTH.matcher(text);
        while (m.find()) {
            hits.add(m.start(), m.end());
        }
    }

    private static void labelled(Pattern pattern, String text, Spans hits) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            String value = m.group(1);
            long digits = value.chars().filter(Character::isDigit).count();
            if (digits >= 2 && value.length() >= 3 && !(pattern == WITH_SIGN && QUANTITY.matcher(value).matches() && digits < 3)) {
                int to = m.end();
                while (".,-/_".indexOf(text.charAt(to - 1)) >= 0) {
                    to--;
                }
                hits.add(m.start(), to);
            }
        }
    }

    /** The numbers of ages above 89. */
    void ages(String text, Spans hits) {
        for (Pattern pattern : new Pattern[] {AGE, AGE_LABEL, AGE_STRING}) {
            Matcher m = pattern.matcher(text);
            while (m.find()) {
                hits.add(m.start(1), m.end(1));
            }
        }
    }
}
