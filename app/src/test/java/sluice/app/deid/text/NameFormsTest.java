package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

/** Known names in the forms in which languages, alphabets and systems write them. */
class NameFormsTest {

    private static final TextTables TABLES = TextTables.load();

    private static String clean(Kind kind, String name, String text) {
        KnownIdentity known = KnownIdentity.of(List.of(new Evidence(kind, name, null)), TABLES);
        return new FreeText(known, TABLES, day -> Optional.empty()).clean(text, 1000);
    }

    private static String clean(String name, String text) {
        return clean(Kind.PATIENT_NAME, name, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "WHITE^MARY | WHITE CHEST CT | CHEST CT", "Brown^Eve | brown fat, Eve | fat", "Young^Ann | T1 young protocol | T1 protocol",
        "Head^Anna | CT HEAD W/O | CT W/O", "Hand^Bo | HAND PA | PA", "Chest^Jo | CT_CHEST_THIN | CT_THIN", "Stern^Max | Stern, lateral | lateral",
        "Kopf^Max | MRT Kopf nativ | MRT nativ", "Li^An | LI chest | chest", "Lee^Kim | Lee CT Kim | CT", "Le^Van | Le thorax | thorax",
        "Si^An | SI joint | joint", "Ben^Al | Ben head | head", "Smith^Don | Don, head | head", "Smith^Sir | Sir head | head",
        "O'Ma^Min | 120 mA, 5 min, Min | 120 mA, 5 min", "Ma^Li | 120 MA Ma head | 120 MA head", "王^伟 | 王 head | head",
        "Doe^Van | van head | head", "Ali Ben^Omar | Omar head | head"})
    void wordsThatMeanSomethingElseGo(String name, String text, String expected) {
        assertEquals(expected, clean(name, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AP | CHEST AP | CHEST AP", "CT^TECH | CT head | CT head", "Smith^AP | CHEST AP | CHEST AP", "Lung^Dr | Dr Lung left | left",
        "White^Inga | white matter | matter"})
    void soDoThoseOfOthersButForTwoLettersThatMeanSomethingElse(String name, String text, String expected) {
        assertEquals(expected, clean(Kind.NAME, name, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Andersson^Anna | Anderssons; Andersson's; ANDERSSONS; Annas; AnderssonAnna; anna.andersson; A_Andersson_12; annaandersson; Andersson-Berg; A.Andersson; AAndersson; anderssona; A. Andersson; Andersson:s",
        "Andersson^Anna^Maria | annamariaandersson; AnnaMaria; MariaAndersson", "Müller^Max | Müllers; Müllersche; Muellers; mullers; MaxMüller; Müller-Thurgau",
        "Иванов^Иван | Иванова; Ивановой; Ивановым; Ивановна; Иванович; Ивановну; Ивану", "Ivanova^Olga | Ivanovou; Ivanovu; Ivanové; Ivanov; Ivanovna; Olgou; Olgy",
        "Nowak^Piotr | Nowakowi; Nowaka; Nowakiem; Nowakowa; Nowakówna; Piotra; Piotrowi", "Kowalska^Maria | Kowalskiej; Kowalską; Kowalski; Kowalskiego; Marii; Marię",
        "Novák^Pavel | Nováková; Novákové; Novákovi; Novákem; Pavla; Pavlovi", "Dvořáková^Hana | Dvořákové; Dvořák; Dvořákovou; Hany; Haně",
        "Virtanen^Matti | Virtasen; Virtaselle; Virtasta; Matti; Virtanenin", "Jónsdóttir^Guðrún | Jónsdóttur; Guðrúnar", "Kazlauskas^Jonas | Kazlausko; Kazlauskienė; Kazlauskaitė; Jono",
        "Kovács^Nagy | Kovácsné; Kovácsnak; Nagynak", "Popescu^Ion | Popescului", "Papadopoulos^Nikos | Papadopoulou; Papadopoulo",
        "Παπαδόπουλος^Νίκος | Παπαδοπούλου; Παπαδόπουλο; Νίκου", "Достоевский^Фёдор | Достоевского; Достоевскому; Достоевская; Фёдора; Федора", "Hus^Jan | Husova; Husovi",
        "Yılmaz^Ayşe | Yılmaz'ın; Ayşe'nin"})
    void bentAndDerivedFormsGo(String name, String forms) {
        List<String> left = new ArrayList<>();
        for (String form : forms.split("; ")) {
            String cleaned = clean(name, "CT thorax " + form + " axial");
            if (!cleaned.startsWith("CT thorax") || !cleaned.endsWith("axial") || cleaned.length() > "CT thorax 12 axial".length()) {
                left.add(form + " -> " + cleaned);
            }
        }
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @CsvSource({"Müller, Mueller Muller MULLER Müller MUELLER M?ller MÃ¼ller", "Mueller, Müller Muller", "Muller, Muller", "Øster, Oester Oster Öster",
        "Oesterby, Østerby Osterby", "Ågren, Aagren Agren", "Aagaard, Ågaard Agaard Aagård Agård", "Kjær, Kjaer Kjær", "Kjaer, Kjær", "Weiß, Weiss Weiß WEISS",
        "Weiss, Weiß", "Łukasz, Lukasz Łukasz łukasz", "Lukasz, Łukasz", "René, Rene", "Rene, René", "Đorđević, Djordjevic Dordevic Đorđevič",
        "Šimunović, Simunovic Shimunovich", "Björklund, BjÃ¶rklund Bjoerklund Bjorklund Bj?rklund", "Þorgeir, Thorgeir", "Guðrún, Gudrun"})
    void diacriticsAndTheirSubstitutesAreOne(String name, String writings) {
        for (String writing : writings.split(" ")) {
            assertEquals("CT thorax", clean(name + "^Q", "CT " + writing + " thorax"), writing);
        }
    }

    @ParameterizedTest
    @CsvSource({"Кузнецов, Kuznetsov Kuznecov Kusnezow Kuznetsova", "Щербаков, Shcherbakov Scerbakov Schtscherbakow", "Дмитрий, Dmitrii Dmitry Dmitriy Dmitrij Dmitri",
        "Юлия, Yulia Julija Iuliia", "Алексей, Aleksei Aleksey Aleksej Alexey", "Жуков, Zhukov Zukov", "Хрущёв, Khrushchev", "Київська, Kyivska",
        "Петровић, Petrovic", "Παπαδόπουλος, Papadopoulos", "Νίκος, Nikos", "Γεώργιος, Georgios", "Χρυσούλα, Chrysoula", "Ευθυμίου, Efthymiou Evthymiou Euthymiou", "Μπουζούκης, Mpouzoukis Buzukis"})
    void otherScriptsAreWrittenInLatinLettersByManySystems(String name, String writings) {
        for (String writing : writings.split(" ")) {
            assertEquals("CT thorax", clean(name + "^Ъ", "CT " + writing + " thorax"), name + " as " + writing);
        }
    }

    @ParameterizedTest
    @CsvSource({"Kuznetsov, Кузнецов Кузнецова КУЗНЕЦОВ", "Kuznecov, Кузнецов", "Dmitry, Дмитрий", "Dmitrij, Дмитрий", "Shcherbakov, Щербаков", "Papadopoulos, Παπαδόπουλος", "Georgios, Γεώργιος", "Andersson, Андерссон Аndersson"})
    void andBack(String name, String writings) {
        for (String writing : writings.split(" ")) {
            assertEquals("CT thorax", clean(name + "^Q", "CT " + writing + " thorax"), writing);
        }
    }

    @Test
    void allGroupsOfANameAreLookedFor() {
        String name = "Yamada^Tarou=山田^太郎=やまだ^たろう";
        for (String writing : new String[] {"Yamada", "Tarou", "山田", "太郎", "やまだ", "ヤマダ", "ﾔﾏﾀﾞ", "たろう", "山田太郎", "Tarou Yamada"}) {
            assertEquals("CT thorax", clean(name, "CT " + writing + " thorax"), writing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sternum", "chestnut", "handle", "headings", "whitening", "limit", "lens", "vertebra", "Bergamo"})
    void wordsThatOnlyBeginLikeANameStay(String text) {
        for (String name : new String[] {"Stern^Hand", "Chest^White", "Lee^Kim", "Berg^Li", "Brand^Head"}) {
            assertEquals(text, clean(name, text));
        }
    }

    /** Four hundred generated names in the case forms that a table of one's own makes. */
    @Test
    void generatedSurnamesAreFoundBent() {
        String[] starts = {"Bor", "Lind", "Kar", "Vest", "Dob", "Zel", "Mor", "Tund", "Hav", "Sig"};
        String[] middles = {"an", "ens", "ov", "ik"};
        String[] ends = {"", "berg", "strand", "mark", "ner", "lund", "holt", "vik", "stad", "feld"};
        List<String> left = new ArrayList<>();
        int made = 0;
        for (String start : starts) {
            for (String middle : middles) {
                for (String end : ends) {
                    String name = start + middle + end;
                    KnownIdentity known = KnownIdentity.of(List.of(new Evidence(Kind.NAME, name + "^Q", null)), TABLES);
                    for (String form : new String[] {"s", "'s", "a", "ovi", "owi", "em", "ova", "ové", "ou", "ski", "in", "\u2019s"}) {
                        for (String written : new String[] {name + form, (name + form).toUpperCase(Locale.ROOT), "x_" + name + form + "_1"}) {
                            made++;
                            boolean gone = known.spans(written).stream().anyMatch(s -> s.to() - s.from() >= name.length());
                            if (!gone && !form.equals("ski")) {
                                left.add(written);
                            }
                        }
                    }
                }
            }
        }
        assertTrue(made > 10_000);
        assertEquals(List.of(), left);
    }

    @Test
    void technicalVocabularyAndBytesAreMoreCareful() {
        KnownIdentity known = KnownIdentity.of(List.of(new Evidence(Kind.PATIENT_NAME, "Head^Kim", null)), TABLES);
        assertFalse(known.foundIn("HEAD", true));
        assertFalse(known.foundInTerm("HEAD"));
        assertFalse(known.foundInStandardCode("Head"));
        assertTrue(known.foundIn("Kim coil", false));
        assertTrue(new ByteSearch(known).found("seen Kim".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertFalse(new ByteSearch(known).found("\1\2\3\4\5\6Kim\1\2\3".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }
}
