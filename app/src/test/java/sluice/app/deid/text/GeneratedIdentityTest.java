package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

/** Generated people in generated sentences: each is found wherever it was put, and nothing of it is left. Fixed seeds. */
class GeneratedIdentityTest {

    private static final TextTables TABLES = TextTables.load();
    private static final int PEOPLE = 60;

    private static final String[][] NAMES = {
        {"Lindström", "Åsa"}, {"Sørensen", "Jørgen"}, {"Müller", "Jürgen"}, {"Straßer", "Anneliese"}, {"Nguyễn", "Thị"},
        {"Okonkwo", "Chidi"}, {"Núñez", "José"}, {"Lefèvre", "Éloïse"}, {"Kowalczyk", "Łucja"}, {"O'Brien", "Siobhán"},
        {"Petrov", "Дмитрий"}, {"Παπαδόπουλος", "Νίκος"}, {"Кузнецов", "Сергей"}, {"山田", "太郎"}, {"王", "小东"}, {"김", "민수"},
        {"كريم", "محمود"}, {"Öberg", "Östen"}, {"Smith-Jones", "Mary"}, {"van der Meer", "Pieter"}, {"Lee", "Kim"}, {"Ng", "Bo"},
        {"de la Cruz", "María"}, {"Đorđević", "Željko"}, {"Þórsdóttir", "Guðrún"}};

    private static final String[] AROUND = {"", "CT ", "seen: ", "T2 FLAIR, ", "Thorax nativ; ", "(", "prot_", "2 mm / ", "头部 "};
    private static final String[] BEHIND = {"", " head", ", 3 mm", "; ok", ")", "_v2", " / 120 kV", "\r\nT1", " さん"};

    private record Person(String family, String given, String id, String accession, LocalDate birth) {

        List<Evidence> evidence() {
            String day = birth.toString().replace("-", "");
            return List.of(new Evidence(Kind.NAME, family + "^" + given, null), new Evidence(Kind.ID, id, null),
                    new Evidence(Kind.ID, accession, null), new Evidence(Kind.BIRTH_DATE, day, null));
        }
    }

    private static Person person(SplittableRandom random) {
        String family = NAMES[random.nextInt(NAMES.length)][0];
        String given = NAMES[random.nextInt(NAMES.length)][1];
        String id = (random.nextBoolean() ? "00" : "7") + random.nextInt(1_000_000, 9_999_999);
        String accession = "ACC" + random.nextInt(10_000, 99_999);
        return new Person(family, given, id, accession, LocalDate.of(1920 + random.nextInt(90), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    }

    /** Ways to write a person, its numbers and its birthday. */
    private static List<String> writings(Person p) {
        List<String> all = new ArrayList<>(List.of(p.family() + " " + p.given(), p.given() + " " + p.family(),
                p.family() + ", " + p.given(), p.family() + "^" + p.given(), p.given() + "_" + p.family(),
                p.family().toUpperCase(Locale.ROOT) + ", " + p.given(), (p.given() + " " + p.family()).toLowerCase(Locale.ROOT),
                p.given() + "." + p.family() + "@example.org"));
        if (p.family().codePointAt(0) < 0x250 && p.given().codePointAt(0) < 0x250) {
            all.add(p.given().charAt(0) + ". " + p.family() + ", " + p.given());
            all.add(p.given() + " " + p.family() + "'s");
            all.add("Dr. " + p.family());
        }
        all.add(p.id());
        all.add(p.id().substring(0, 3) + "-" + p.id().substring(3));
        all.add(p.accession());
        all.add("ACC " + p.accession().substring(3));
        LocalDate b = p.birth();
        int d = b.getDayOfMonth();
        int m = b.getMonthValue();
        int y = b.getYear();
        String dd = String.format(Locale.ROOT, "%02d", d);
        String mm = String.format(Locale.ROOT, "%02d", m);
        String yy = String.format(Locale.ROOT, "%02d", y % 100);
        all.addAll(List.of(y + "-" + mm + "-" + dd, y + mm + dd, dd + "." + mm + "." + y, d + "." + m + "." + y, mm + "/" + dd + "/" + y,
                dd + "/" + mm + "/" + y, dd + "." + mm + "." + yy, y + "/" + m + "/" + d, y + "年" + m + "月" + d + "日"));
        for (List<String> months : MONTHS) {
            all.add(d + " " + months.get(m - 1) + " " + y);
            all.add(months.get(m - 1) + " " + d + ", " + y);
            all.add(d + ". " + months.get(m - 1).toUpperCase(Locale.ROOT) + " " + y);
        }
        return all;
    }

    private static final List<List<String>> MONTHS = List.of(
            List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
            List.of("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
            List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
            List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
            List.of("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
            List.of("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
            List.of("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"),
            List.of("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"),
            List.of("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyWritingIsFoundAndNothingOfItIsLeft(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Person p = person(random);
            KnownIdentity known = KnownIdentity.of(p.evidence(), TABLES);
            FreeText cleaner = new FreeText(known, TABLES, day -> Optional.of(day.plusDays(1)));
            for (String writing : writings(p)) {
                String before = AROUND[random.nextInt(AROUND.length)];
                String text = before + writing + BEHIND[random.nextInt(BEHIND.length)];
                String cleaned = cleaner.clean(text, 1000);
                if (!known.foundIn(text, false)) {
                    missed.add("not found: " + p + " in " + text);
                }
                if (known.foundIn(cleaned, false) || holdsPart(cleaned, p)) {
                    missed.add("left: " + cleaned + " of " + text);
                }
            }
        }
        assertTrue(missed.isEmpty(), () -> missed.size() + " " + missed.stream().limit(25).toList());
    }

    /** By another way than the search's: no part of the name and no number is in what is left. */
    private static boolean holdsPart(String cleaned, Person p) {
        String folded = TextForm.fold(cleaned);
        String digits = folded.replaceAll("[^0-9]", "");
        for (String part : (p.family() + " " + p.given()).split("[ '-]")) {
            if (part.length() >= 4 && TextForm.spellings(part).stream().anyMatch(folded::contains)) {
                return true;
            }
        }
        return digits.contains(p.id().replaceFirst("^0+", "")) || digits.contains(p.accession().substring(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void everyPersonIsFoundInBytesOfAnySize(String charset) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20; i++) {
            Person p = person(random);
            String name = p.family() + " " + p.given();
            if (!Charset.forName(charset).newEncoder().canEncode(name) || name.length() < 7) {
                continue;
            }
            byte[] needle = ("name: " + name + " ").getBytes(Charset.forName(charset));
            byte[] bytes = new byte[(1 << 20) + (1 << 18)];
            java.util.Arrays.fill(bytes, (byte) 7);
            System.arraycopy(needle, 0, bytes, random.nextInt(bytes.length - needle.length), needle.length);
            assertTrue(new ByteSearch(KnownIdentity.of(p.evidence(), TABLES)).found(bytes), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "deflate", "base64", "base64 of gzip", "gzip of base64"})
    void everyPersonIsFoundInPackedBytes(String form) {
        Person p = person(new SplittableRandom(11));
        String text = "The quick brown scan of " + p.id() + " was read, and all that is around it is innocent.";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteSearch search = new ByteSearch(KnownIdentity.of(p.evidence(), TABLES));
        assertTrue(search.found(Packing.pack(form, bytes)));
        byte[] other = text.replace(p.id(), "nobody").getBytes(StandardCharsets.UTF_8);
        assertFalse(search.found(Packing.pack(form, other)));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void theOrderOfOffersMakesNoDifference(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(person(random));
        }
        SharedKnowledge forth = new SharedKnowledge(TABLES);
        SharedKnowledge back = new SharedKnowledge(TABLES);
        for (int i = 0; i < people.size(); i++) {
            forth.offer("patient " + i % 5, "study " + i % 7, people.get(i).evidence());
            int k = people.size() - 1 - i;
            back.offer("patient " + k % 5, "study " + k % 7, people.get(k).evidence());
        }
        for (int i = 0; i < 5; i++) {
            for (Person p : people) {
                String text = "of " + p.id();
                assertEquals(forth.known("patient " + i, "study 0", List.of()).foundIn(text, false),
                        back.known("patient " + i, "study 0", List.of()).foundIn(text, false));
            }
        }
        assertTrue(forth.known("patient 3", "", List.of()).foundIn("of " + people.get(8).id(), false));
        assertFalse(forth.known("patient 3", "", List.of()).foundIn("of " + people.get(9).id(), false));
        assertTrue(forth.known("nobody", "study 2", List.of()).foundIn("of " + people.get(9).id(), false));
    }
}
