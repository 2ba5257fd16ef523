package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.TagPattern;
import sluice.viewer.dicom.DataDictionary;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Generated files with identifiers planted in every kind of place: none of them may be found in the written bytes, in any
 * encoding. Fixed seeds.
 */
class PlantedIdentityTest {

    private static final String ID = "19500102-7788";
    private static final String ACCESSION = "ACC90021734";
    private static final int[] SOURCES = {Tag.ReferringPhysicianName, Tag.OperatorsName, Tag.PatientBirthName,
        Tag.OtherPatientNames, Tag.PerformingPhysicianName};
    private static final String[] ENCODINGS = {"ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-2022-JP", "Shift_JIS",
        "EUC-JP", "EUC-KR", "GB18030", "Big5", "ISO-8859-5", "ISO-8859-7", "windows-1252"};

    private static final Map<Integer, String> KNOWN = known();

    @TempDir
    Path folder;

    private String declared = "";

    @ParameterizedTest
    @CsvSource({"ISO_IR 100, Åkerström, Björnsdotter, 1", "ISO_IR 192, Åkerström, 山田, 2", "ISO_IR 192, Иванов, Παπαδόπουλος, 3",
        "\\ISO 2022 IR 87, Yamada, 山田太郎, 4", "ISO_IR 144, Люксембург, Роза, 5", "\\ISO 2022 IR 149, Hong, 홍길동, 6",
        "GB18030, Wang, 王小东, 7", "ISO_IR 126, Διονυσιος, Iason, 8", "'', Lindqvist, Evelina, 9"})
    void nothingPlantedSurvives(String characterSet, String family, String given, long seed) throws IOException {
        TransferSyntax[] syntaxes = {TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN};
        check(characterSet, family, given, new SplittableRandom(seed), syntaxes[(int) seed % 3]);
        check(characterSet, family, given, new SplittableRandom(seed + 100), syntaxes[(int) (seed + 1) % 3]);
    }

    private void check(String characterSet, String family, String given, SplittableRandom random, TransferSyntax syntax)
            throws IOException {
        Attributes dataset = new Attributes(syntax.bigEndian());
        if (!characterSet.isEmpty()) {
            dataset.setString(Tag.SpecificCharacterSet, VR.CS, characterSet.split("\\\\", -1));
        }
        dataset.addAll(Samples.image(1));
        String name = family + "^" + given;
        declared = characterSet;
        dataset.setBytes(Tag.PatientName, VR.PN, encoded(name));
        dataset.setString(Tag.PatientID, VR.LO, ID);
        dataset.setString(Tag.AccessionNumber, VR.SH, ACCESSION);
        for (int tag : SOURCES) {
            dataset.setBytes(tag, VR.PN, encoded(name));
        }
        List<String> texts = List.of(family, given, "seen with " + family + " today", given + " " + family, ID,
                "no. " + ACCESSION, "born 1950-01-02", "02.01.1950");
        plantEverywhere(dataset, texts, random, 0);
        Attributes meta = new Attributes();
        meta.setString(Tag.SourceApplicationEntityTitle, VR.AE, ACCESSION);
        meta.setString(Tag.PrivateInformationCreatorUID, VR.UI, "1.2.3");
        meta.setBytes(Tag.PrivateInformation, VR.OB, name.getBytes(StandardCharsets.UTF_8));
        PixelSource pixels = PixelSource.ofNative(Samples.pixels(), VR.OW, dataset);
        Path source = Samples.write(folder.resolve("in/" + family + ".dcm"), meta, dataset, pixels, syntax);
        withPreamble(source, ACCESSION + " " + family);
        Path out = folder.resolve("out" + syntax.uid());
        Outcome outcome = Samples.files(out).deidentify(source, family);
        Written written = assertInstanceOf(Written.class, outcome, outcome::toString);
        assertTrue(written.report().hadResiduals());
        byte[] bytes = Files.readAllBytes(out.resolve(written.path()));
        Set<String> planted = new LinkedHashSet<>(List.of(family, given, ID, ID.replace("-", ""), ACCESSION, "1950-01-02",
                "02.01.1950", "1.2.826.0.1", family.toUpperCase(), given.toLowerCase()));
        Attributes cleaned = new DicomReader().read(out.resolve(written.path())).dataset();
        byte[] report = written.report().toJson().getBytes(StandardCharsets.UTF_8);
        for (String value : planted) {
            assertAbsent(value, bytes, cleaned);
            assertAbsent(value, written.path().toString().getBytes(StandardCharsets.UTF_8), "path");
            assertAbsent(value, report, "report");
        }
        readsBack(out.resolve(written.path()));
    }

    private static Map<Integer, String> known() {
        Map<Integer, String> known = new TreeMap<>();
        for (int group : new int[] {0x08, 0x10, 0x12, 0x14, 0x16, 0x18, 0x20, 0x22, 0x28, 0x32, 0x38, 0x3a, 0x40, 0x42, 0x44,
            0x46, 0x50, 0x54, 0x62, 0x70, 0x74, 0x2100, 0x2200, 0x3002, 0x3006, 0x3008, 0x300a, 0x300c, 0x4008}) {
            for (int tag = group << 16 | 1; tag < (group << 16 | 0x2000); tag++) {
                if (tag != Tag.EncapsulatedDocument && tag != Tag.PixelDataProviderURL) {
                    String vr = DataDictionary.standard().entry(tag).map(DataDictionary.Entry::vr).orElse("");
                    if (!vr.isEmpty()) {
                        known.put(tag, vr);
                    }
                }
            }
        }
        return known;
    }

    /** The text in the declared character set (PS3.3 C.12.1.1.2), without the toolkit's encoder. */
    private byte[] encoded(String text) {
        if (declared.endsWith("ISO 2022 IR 149")) {
            byte[] korean = text.getBytes(Charset.forName("EUC-KR"));
            byte[] escaped = new byte[korean.length + 4];
            System.arraycopy(new byte[] {0x1b, '$', ')', 'C'}, 0, escaped, 0, 4);
            System.arraycopy(korean, 0, escaped, 4, korean.length);
            return escaped;
        }
        return text.getBytes(Charset.forName(switch (declared) {
            case "ISO_IR 100" -> "ISO-8859-1";
            case "\\ISO 2022 IR 87" -> "ISO-2022-JP";
            case "ISO_IR 144" -> "ISO-8859-5";
            case "ISO_IR 126" -> "ISO-8859-7";
            case "GB18030" -> "GB18030";
            default -> "UTF-8";
        }));
    }

    /** Puts planted text into every standard text attribute and many others, at three levels. */
    private void plantEverywhere(Attributes into, List<String> texts, SplittableRandom random, int depth) {
        KNOWN.forEach((tag, vr) -> {
            if (!into.contains(tag) && random.nextInt(depth == 0 ? 2 : 6) == 0) {
                plant(into, tag, vr, texts.get(random.nextInt(texts.size())));
            }
        });
        into.setBytes(0x0009_0010, VR.LO, "PLANTED ".getBytes(StandardCharsets.US_ASCII));
        into.setBytes(0x0009_1001, VR.LO, encoded(texts.get(0)));
        into.setBytes(0x0029_1001, VR.OB, texts.get(1).getBytes(StandardCharsets.UTF_8));
        into.setBytes(0x6000_0022, VR.LO, encoded(texts.get(0)));
        into.setBytes(0x6000_3000, VR.OW, texts.get(0).concat(" ").getBytes(StandardCharsets.UTF_16LE));
        into.setBytes(0x5000_3000, VR.OW, texts.get(1).concat(" ").getBytes(StandardCharsets.UTF_16LE));
        into.setBytes(0xFFFC_FFFC, VR.OB, texts.get(0).getBytes(StandardCharsets.UTF_8));
        into.setBytes(0x0042_0FF1, VR.LO, encoded(texts.get(0)));
        if (depth < 2) {
            for (int tag : new int[] {Tag.ReferencedImageSequence, Tag.ContentSequence, 0x5200_9229, Tag.AnatomicRegionSequence,
                Tag.GraphicAnnotationSequence, 0x0040_9096, Tag.OriginalAttributesSequence}) {
                into.remove(tag);
                Sequence sequence = into.newSequence(tag, 1);
                Attributes item = new Attributes(into.bigEndian());
                sequence.add(item);
                plantEverywhere(item, texts, random, depth + 1);
            }
        }
    }

    private void plant(Attributes into, int tag, String vr, String text) {
        switch (vr) {
            case "LO", "SH", "LT", "ST", "UT", "UC", "PN" -> into.setBytes(tag, VR.valueOf(vr), encoded(text));
            case "UR", "AE", "CS" -> into.setBytes(tag, VR.valueOf(vr), text.getBytes(StandardCharsets.UTF_8));
            case "OB", "UN" -> into.setBytes(tag, VR.valueOf(vr), text.concat("  ").getBytes(StandardCharsets.UTF_8));
            case "UI" -> into.setString(tag, VR.UI, "1.2.826.0.1.77");
            case "DA" -> into.setString(tag, VR.DA, "19500102");
            case "US", "UL" -> into.setBytes(tag, VR.LO, text.getBytes(StandardCharsets.UTF_8));
            default -> { }
        }
    }

    private static void withPreamble(Path file, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] preamble = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(preamble, 0, bytes, 0, Math.min(preamble.length, 128));
        Files.write(file, bytes);
    }

    private static void assertAbsent(String value, byte[] bytes, Object where) {
        for (String name : ENCODINGS) {
            Charset charset = Charset.forName(name);
            if (!charset.newEncoder().canEncode(value)) {
                continue;
            }
            byte[] needle = value.getBytes(charset);
            if (needle.length >= 4) {
                assertFalse(contains(bytes, needle), () -> "planted value '" + value + "' survived in " + name + " at "
                        + (where instanceof Attributes a ? place(a, needle) : where));
            }
        }
    }

    private static String place(Attributes level, byte[] needle) {
        StringBuilder s = new StringBuilder();
        for (int tag : level.tags()) {
            Object value = level.getValue(tag);
            if (value instanceof byte[] b && contains(b, needle)) {
                s.append(TagPattern.format(tag)).append(level.getVR(tag)).append(' ');
            } else if (value instanceof Sequence items) {
                items.forEach(item -> s.append(place(item, needle)));
            }
        }
        return s.toString();
    }

    private static boolean contains(byte[] bytes, byte[] needle) {
        outer:
        for (int i = 0; i <= bytes.length - needle.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (bytes[i + j] != needle[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    private static void readsBack(Path file) throws IOException {
        DicomFile again = new DicomReader().read(file);
        assertTrue(again.deviations().isEmpty(), again.deviations()::toString);
        for (byte b : again.preamble()) {
            assertTrue(b == 0);
        }
        List<Integer> group2 = new ArrayList<>();
        for (int tag : again.fileMeta().tags()) {
            group2.add(tag & 0xffff);
        }
        assertTrue(Set.of(1, 2, 3, 0x10, 0x12, 0x13).containsAll(group2), group2::toString);
        assertTrue(RawElements.ascii(again.fileMeta(), Tag.MediaStorageSOPInstanceUID)
                .equals(RawElements.ascii(again.dataset(), Tag.SOPInstanceUID)));
    }

    @Test
    void aNameInTheWrongCharacterSetIsFoundByItsBytes() throws IOException {
        Attributes dataset = Samples.image(1);
        byte[] name = "山田^太郎".getBytes(Charset.forName("Shift_JIS"));
        dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        dataset.setBytes(Tag.PatientName, VR.PN, name);
        dataset.setBytes(Tag.ReceiveCoilName, VR.SH, name);
        Path out = folder.resolve("out");
        Written written = assertInstanceOf(Written.class, Samples.files(out)
                .deidentify(Samples.write(folder.resolve("in/a.dcm"), dataset), "a"));
        assertFalse(contains(Files.readAllBytes(out.resolve(written.path())), name));
        assertTrue(written.report().changes().stream().anyMatch(c -> c.rule() == Rule.RESIDUAL));
    }
}
