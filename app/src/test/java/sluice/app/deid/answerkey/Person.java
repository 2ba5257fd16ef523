package sluice.app.deid.answerkey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made-up patient and who and what is around. All values are generated from the seed. */
final class Person {

    private static final int PIECES = 30;

    final Script script;
    final String latinFamily;
    final String latinGiven;
    final String id;
    final String accession;
    final String birthDate;
    final String phone;
    final String mail;
    final String url;
    final String address;
    final String street;
    final String physician;
    /** in no attribute of its own, as the next */
    final String otherPhone;
    final String otherMail;
    /** a name of the patient that is a word of descriptors as well */
    final String ordinary;

    Person(Script script, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.script = script;
        this.latinFamily = word(random, "Quist", "Brandt", "Hjelm", "Storvik") + word(random, "orsen", "aller", "mosen", "engaard");
        this.latinGiven = word(random, "Thor", "Sunn", "Ragn", "Jor") + word(random, "valda", "hildur", "friede", "unnela");
        this.id = "P" + (10_000_000 + random.nextInt(80_000_000)) + "X";
        this.accession = "ACX" + (1_000_000 + random.nextInt(8_000_000));
        int year = 1931 + random.nextInt(55);
        this.birthDate = String.format("%04d%02d%02d", year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        this.phone = "+47 9" + (10 + random.nextInt(90)) + " 4" + random.nextInt(10) + " " + (100 + random.nextInt(900));
        this.mail = latinGiven.toLowerCase(java.util.Locale.ROOT) + "." + random.nextInt(1000) + "@mail-example.no";
        this.url = "https://pacs" + random.nextInt(100) + ".hospital-example.no/view?case=" + (100_000 + random.nextInt(900_000));
        this.address = "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
        this.street = word(random, "Granlia", "Fjellveien", "Solbakken") + " " + (100 + random.nextInt(900));
        this.physician = word(random, "Wexel", "Zandvoort", "Ovrebo") + word(random, "stad", "haugen", "lien");
        this.otherPhone = "+46 8 " + (100 + random.nextInt(900)) + " " + (1000 + random.nextInt(9000));
        this.ordinary = word(random, "White", "Stern", "Young", "Kopf", "Brown", "Head", "Long");
        this.otherMail = word(random, "desk", "ward", "office") + (100 + random.nextInt(900)) + "@clinic-example.se";
    }

    private static String word(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }

    /** Patient's Name with its component groups. */
    String name() {
        String latin = latinFamily + "^" + latinGiven;
        return script.declared().isEmpty() ? latin : latin + "=" + script.family() + "^" + script.given();
    }

    /** The birth date as people write it. */
    String birthDateWritten(int form) {
        String y = birthDate.substring(0, 4);
        String m = birthDate.substring(4, 6);
        String d = birthDate.substring(6);
        return switch (form % 3) {
            case 0 -> d + "." + m + "." + y;
            case 1 -> y + "-" + m + "-" + d;
            default -> birthDate;
        };
    }

    /** One thing that identifies, by turns. */
    List<String> piece(int turn) {
        return switch (turn % PIECES) {
            case 0 -> List.of(latinFamily);
            case 1 -> List.of(id);
            case 2 -> List.of(script.declared().isEmpty() ? latinFamily : script.family());
            case 3 -> List.of(birthDateWritten(turn / PIECES));
            case 4 -> List.of(phone);
            case 5 -> List.of(mail);
            case 6 -> List.of(url);
            case 7 -> List.of(address);
            case 8 -> List.of(accession);
            case 9 -> List.of(latinGiven, latinFamily);
            case 10 -> List.of(physician);
            case 11 -> List.of(otherPhone);
            case 12 -> List.of(otherMail);
            case 13 -> List.of(script.declared().isEmpty() ? latinGiven : script.given());
            case 14 -> List.of(ordinary);
            case 15 -> List.of(latinFamily + "s");
            case 16 -> List.of((latinGiven + latinFamily).toLowerCase(Locale.ROOT));
            case 17 -> List.of(latinGiven.charAt(0) + "_" + latinFamily + "_12");
            case 18 -> List.of(physician + "owi");
            case 19 -> List.of(script.declared().equals("ISO_IR 144") ? "Lyuksemburgova" : latinFamily.toUpperCase(Locale.ROOT) + "'S");
            case 20 -> List.of(Base64.getEncoder().encodeToString((latinGiven + " " + latinFamily).getBytes(StandardCharsets.US_ASCII)));
            case 21 -> List.of(HexFormat.of().formatHex(latinFamily.getBytes(StandardCharsets.US_ASCII)));
            case 22 -> List.of(latinFamily.charAt(0) + "&#" + (int) latinFamily.charAt(1) + ";" + latinFamily.substring(2));
            case 23 -> List.of(latinFamily.charAt(0) + "%" + Integer.toHexString(latinFamily.charAt(1)) + latinFamily.substring(2));
            default -> day(turn % PIECES);
        };
    }

    /** The day of birth in ways that are not those of {@link #birthDateWritten}. */
    private List<String> day(int form) {
        LocalDate day = LocalDate.parse(birthDate, DateTimeFormatter.BASIC_ISO_DATE);
        String[] months = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
        String digits = birthDate.substring(2) + "123";
        return switch (form) {
            case 24 -> List.of(day.getDayOfMonth() + "." + months[day.getMonthValue() - 1] + "." + day.getYear());
            case 25 -> List.of(day.getYear() + "-" + String.format("%03d", day.getDayOfYear()));
            case 26 -> List.of(Long.toString(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()));
            case 27 -> List.of("DOB " + day.getDayOfMonth() + "/" + day.getMonthValue());
            case 28 -> List.of("tel " + phone.replaceAll("\\D", ""));
            default -> List.of(digits.substring(0, 6) + "-" + digits.substring(6) + luhn(digits));
        };
    }

    /** The check digit of a Swedish number. */
    private static int luhn(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int d = (nine.charAt(i) - '0') * (2 - i % 2);
            sum += d / 10 + d % 10;
        }
        return (10 - sum % 10) % 10;
    }

    /** What may be nowhere in a file, whatever the recipe. */
    List<String> everywhere() {
        return List.of(latinFamily, latinGiven, script.family(), script.given(), id, accession, birthDateWritten(0),
                birthDateWritten(1), phone, mail, url, street, physician, otherPhone, otherMail);
    }
}
