package sluice.app.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiReader;
import sluice.viewer.phantom.HeadPhantom;

class PlantedStudiesTest {

    @TempDir
    static Path dir;
    private static PlantedList planted;

    @BeforeAll
    static void write() throws Exception {
        planted = PlantedStudies.write(dir, Size.SMALL);
    }

    @Test
    void everyPlantedValueIsThereToBeFound() throws IOException {
        Set<Integer> found = new PlantedSearch(planted).search(dir).stream().map(PlantedSearch.Hit::index)
            .collect(Collectors.toSet());
        for (int n = 0; n < planted.planted().size(); n++) {
            assertTrue(found.contains(n), "planted, but not to be found: " + planted.planted().get(n).value());
        }
    }

    @Test
    void theFilesAreDicomInThreeCharacterSets() throws IOException {
        Map<String, Set<String>> names = new HashMap<>();
        for (Path file : files(".dcm")) {
            Attributes set = new DicomReader().read(file).dataset();
            names.computeIfAbsent(RawElements.ascii(set, Tag.SpecificCharacterSet), c -> new HashSet<>())
                .add(RawElements.strings(set, Tag.PatientName)[0]);
        }
        assertEquals(Map.of(
            "ISO_IR 100", Set.of("Åkerström^Margareta Ingeborg"),
            "\\ISO 2022 IR 87", Set.of("Yamaguchi^Kentarou=山口^健太郎=やまぐち^けんたろう"),
            "ISO_IR 192", Set.of("Żółkiewska^Władysława")), names);
    }

    @Test
    void seriesHaveTheSizesSyntaxesAndFramesOfReferenceAskedFor() throws IOException {
        Map<String, Integer> images = new HashMap<>();
        Map<String, String> frames = new HashMap<>();
        Map<String, String> syntaxes = new HashMap<>();
        Set<String> instances = new HashSet<>();
        for (Path file : files(".dcm")) {
            DicomFile dicom = new DicomReader().read(file);
            String series = RawElements.ascii(dicom.dataset(), Tag.Modality) + RawElements.ascii(dicom.dataset(), Tag.SeriesNumber)
                + RawElements.ascii(dicom.dataset(), Tag.SpecificCharacterSet);
            images.merge(series, 1, Integer::sum);
            frames.put(series, RawElements.ascii(dicom.dataset(), Tag.FrameOfReferenceUID));
            syntaxes.put(series, dicom.transferSyntax().uid());
            assertTrue(instances.add(RawElements.ascii(dicom.dataset(), Tag.SOPInstanceUID)));
            int pixels = RawElements.integer(dicom.dataset(), Tag.Rows, 0) * RawElements.integer(dicom.dataset(), Tag.Columns, 0);
            assertEquals(pixels * 2L, dicom.pixels().orElseThrow().length());
        }
        assertEquals(Map.of("CT2ISO_IR 100", 6, "MR3\\ISO 2022 IR 87", 8, "MR4\\ISO 2022 IR 87", 2, "MR1ISO_IR 192", 2), images);
        assertEquals(frames.get("MR3\\ISO 2022 IR 87"), frames.get("MR4\\ISO 2022 IR 87"));
        assertNotEquals(frames.get("MR3\\ISO 2022 IR 87"), frames.get("CT2ISO_IR 100"));
        assertEquals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid(), syntaxes.get("MR3\\ISO 2022 IR 87"));
        assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(), syntaxes.get("CT2ISO_IR 100"));
        for (Path file : files(".dcm")) {
            Attributes set = new DicomReader().read(file).dataset();
            Attributes reference = set.getSequence(Tag.ReferencedImageSequence).get(0);
            assertTrue(instances.contains(RawElements.ascii(reference, Tag.ReferencedSOPInstanceUID)), "references lead somewhere");
        }
    }

    @Test
    void geometryAndPixelsAgreeWithThePhantom() throws IOException {
        HeadPhantom head = new HeadPhantom(true);
        int tested = 0;
        for (Path file : files(".dcm")) {
            DicomFile dicom = new DicomReader().read(file);
            Attributes set = dicom.dataset();
            if (!RawElements.ascii(set, Tag.Modality).equals("CT")) {
                continue;
            }
            double[] at = numbers(set, Tag.ImagePositionPatient);
            double[] o = numbers(set, Tag.ImageOrientationPatient);
            double[] mm = numbers(set, Tag.PixelSpacing);
            byte[] frame = dicom.pixels().orElseThrow().frame(0);
            int columns = RawElements.integer(set, Tag.Columns, 0);
            for (int n = 0; n < frame.length / 2; n++) {
                Vec3 p = new Vec3(at[0], at[1], at[2]).plus(new Vec3(o[0], o[1], o[2]).times(mm[1] * (n % columns)))
                    .plus(new Vec3(o[3], o[4], o[5]).times(mm[0] * (n / columns)));
                double hu = (frame[2 * n] & 0xff | (frame[2 * n + 1] & 0xff) << 8) - 1024;
                boolean deep = true;
                for (Vec3 d : List.of(new Vec3(8, 8, 40), new Vec3(-8, 8, 40), new Vec3(8, -8, -40), new Vec3(-8, -8, -40),
                        new Vec3(8, -8, 40), new Vec3(-8, 8, -40), new Vec3(8, 8, -40), new Vec3(-8, -8, 40))) {
                    deep &= head.isBrain(p.plus(d));
                }
                if (deep) {
                    tested++;
                    assertEquals(30, hu, 70, "brain");
                }
            }
        }
        assertTrue(tested > 50, tested + " places");
    }

    private static double[] numbers(Attributes set, int tag) {
        return Stream.of(RawElements.ascii(set, tag).split("\\\\")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void whatHidesIsReallyThere() throws IOException {
        for (Path file : files(".dcm")) {
            DicomFile dicom = new DicomReader().read(file);
            Attributes set = dicom.dataset();
            assertTrue(new String(dicom.preamble(), StandardCharsets.US_ASCII).contains("exported for"));
            assertTrue(set.contains(0x60003000) && set.contains(0x60024000) && set.contains(0x50003000), "overlays and curves");
            assertTrue(set.contains(0x00291040) && set.contains(0x00131001), "private sequence and block");
            assertTrue(set.contains(Tag.DigitalSignaturesSequence) && set.contains(Tag.OriginalAttributesSequence));
            assertTrue(set.contains(Tag.DataSetTrailingPadding) && set.contains(Tag.RequestAttributesSequence));
            assertTrue(set.contains(0x00291045) && set.contains(0x00151003), "a private element without creator");
        }
        String ct = new String(Files.readAllBytes(files("CT_AKERSTROM_MARGARETA_0001.dcm").get(0)), StandardCharsets.ISO_8859_1);
        assertTrue(ct.contains("\20\0\0\0UL\4\0"), "group length of group 0010");
        assertTrue(ct.contains("sharp\0AKERSTROM"), "text behind padding");
    }

    @Test
    void theNiftiFileNamesThePatientEverywhere() throws IOException {
        NiftiImage image = new NiftiReader().read(files(".nii.gz").get(0));
        assertTrue(image.header().filledTextFields().containsAll(List.of("descrip", "aux_file", "intent_name", "db_name", "data_type")));
        assertEquals(2, image.extensions().size());
        assertEquals(40, image.header().grid().nx());
        assertTrue(image.header().isOriented());
        assertEquals(40 * 40 * 8, image.load(1 << 20).count());
    }

    @Test
    void twiceTheSame(@TempDir Path again) throws Exception {
        assertEquals(planted, PlantedStudies.write(again, Size.SMALL));
        for (Path file : files("")) {
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again.resolve(dir.relativize(file))));
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
