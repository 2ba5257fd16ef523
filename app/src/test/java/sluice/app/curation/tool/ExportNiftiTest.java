package sluice.app.curation.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.TestServices;
import sluice.app.cli.CapturedRun;
import sluice.app.curation.CurationException;
import sluice.app.curation.Problem;
import sluice.app.job.Progress;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiReader;

class ExportNiftiTest {
    private static final List<String> SECRETS = List.of("Quillfeather", "PAT-4711", "19440302", "Privatklinik", "Dr Zebra", "9.8.7.6.5");
    private final ExportNifti tool = new ExportNifti(Codecs.standard());

    @TempDir
    Path folder;

    private Path series(int slices, Consumer<Attributes> change) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int k = 0; k < slices; k++) {
            Attributes a = new Attributes();
            a.setString(0x00080016, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
            a.setString(0x00080018, VR.UI, "9.8.7.6.5." + k);
            a.setString(0x00080020, VR.DA, "19440302");
            a.setString(0x00080060, VR.CS, "CT");
            a.setString(0x00080080, VR.LO, "Privatklinik");
            a.setString(0x00080090, VR.PN, "Dr Zebra");
            a.setString(0x0008103E, VR.LO, "Head of Quillfeather");
            a.setString(0x00100010, VR.PN, "Quillfeather^Ann");
            a.setString(0x00100020, VR.LO, "PAT-4711");
            a.setString(0x00180050, VR.DS, "2.5");
            a.setString(0x00181030, VR.LO, "for Quillfeather");
            a.setString(0x0020000E, VR.UI, "9.8.7.6.5");
            a.setString(0x00200011, VR.IS, "3");
            a.setString(0x00200013, VR.IS, Integer.toString(100 - k));
            a.setDouble(0x00200032, VR.DS, -10, -20, 2.5 * k);
            a.setDouble(0x00200037, VR.DS, 1, 0, 0, 0, 1, 0);
            a.setInt(0x00280002, VR.US, 1);
            a.setString(0x00280004, VR.CS, "MONOCHROME2");
            a.setInt(0x00280010, VR.US, 4);
            a.setInt(0x00280011, VR.US, 3);
            a.setDouble(0x00280030, VR.DS, 0.5, 0.25);
            a.setInt(0x00280100, VR.US, 16);
            a.setInt(0x00280101, VR.US, 12);
            a.setInt(0x00280102, VR.US, 11);
            a.setInt(0x00280103, VR.US, 0);
            a.setDouble(0x00281052, VR.DS, -1024);
            a.setDouble(0x00281053, VR.DS, 1);
            change.accept(a);
            byte[] pixels = new byte[24];
            Arrays.fill(pixels, (byte) 1);
            pixels[0] = (byte) k;
            try (OutputStream out = Files.newOutputStream(in.resolve("Quillfeather" + k + ".dcm"))) {
                new DicomWriter().write(out, new Attributes(), a, PixelSource.ofNative(pixels, VR.OW, a),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            }
        }
        return in;
    }

    private Set<String> written() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.exists(out)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(p -> !p.equals(out)).map(p -> out.relativize(p).toString()).collect(Collectors.toSet());
        }
    }

    private static byte[] inflated(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void pairsTellNothingOfThePatient() throws Exception {
        Path in = series(3, a -> { });
        CapturedRun run = CapturedRun.of(TestServices.of(Map.of()), Map.of(), "tool", "nifti", in.toString(), "--out",
                folder.resolve("out").toString(), "--json");
        assertEquals(0, run.exit(), run::toString);
        assertEquals(Set.of("volume-001.nii.gz", "volume-001.json"), written());
        String all = run.out() + run.err() + Files.readString(folder.resolve("out/volume-001.json"))
                + new String(inflated(folder.resolve("out/volume-001.nii.gz")), StandardCharsets.ISO_8859_1);
        for (String secret : SECRETS) {
            assertFalse(all.contains(secret), secret);
        }
        JsonNode pair = new ObjectMapper().readTree(run.out()).get("volumes").get(0);
        assertEquals("[3,4,3]", pair.get("shape").toString());
        assertEquals("INT16", pair.get("datatype").asText());
        assertEquals(-1024, pair.get("intercept").asDouble());
        JsonNode sidecar = new ObjectMapper().readTree(folder.resolve("out/volume-001.json").toFile());
        assertEquals(2.5, sidecar.get("SliceThickness").asDouble());
        NiftiHeader header = new NiftiReader().readHeader(folder.resolve("out/volume-001.nii.gz"));
        assertArrayEquals(new double[] {-0.25, 0, 0, 10}, header.affine().toRows()[0], 1e-6);
        assertArrayEquals(new double[] {0, 0.5, 0, 18.5}, header.affine().toRows()[1], 1e-6);
        assertArrayEquals(new double[] {0, 0, 2.5, 0}, header.affine().toRows()[2], 1e-6);
        assertEquals(List.of(), header.filledTextFields());
    }

    @Test
    void nothingIsReplaced() throws Exception {
        Path in = series(2, a -> { });
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("volume-001.json"), "mine");
        assertThrows(CurationException.Refused.class, () -> tool.run(in, out, Progress.NONE));
        assertEquals(Set.of("volume-001.json"), written());
        assertEquals("mine", Files.readString(out.resolve("volume-001.json")));
        assertThrows(CurationException.Refused.class, () -> tool.run(in, in.resolve("new"), Progress.NONE));
        assertThrows(CurationException.Refused.class, () -> tool.run(in, folder, Progress.NONE));
        assertThrows(CurationException.Unknown.class, () -> tool.run(folder.resolve("none"), out, Progress.NONE));
    }

    @Test
    void cancelledAtAnyPhaseLeavesNothingBehind() throws Exception {
        Path in = series(2, a -> { });
        for (String when : List.of("read", "write")) {
            Progress cancel = new Progress() {
                @Override
                public void phase(String name, long items, long bytes) {
                    if (name.equals(when)) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public void advance(long items, long bytes) {}
            };
            assertThrows(InterruptedException.class, () -> tool.run(in, folder.resolve("out"), cancel));
            Thread.interrupted();
            assertEquals(Set.of(), written());
        }
    }

    @Test
    void damagedAndUnplacedImagesAreNamedAndTheRestIsWritten() throws Exception {
        Path in = series(5, a -> { });
        Path broken = in.resolve("Quillfeather2.dcm");
        byte[] whole = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(whole, whole.length - 4));
        Path lost = in.resolve("Quillfeather4.dcm");
        Files.write(lost, new String(Files.readAllBytes(lost), StandardCharsets.ISO_8859_1).replace("1\\0\\0\\0\\1\\0", "1\\0\\0\\1\\0\\0")
                .getBytes(StandardCharsets.ISO_8859_1));
        ExportNifti.Result result = tool.run(in, folder.resolve("out"), Progress.NONE);
        assertEquals(List.of("BAD_ORIENTATION", "DAMAGED_SLICES"), result.problems().stream().map(Problem::code).toList());
        assertEquals(List.of(3, 4, 4), result.volumes().get(0).shape());
        assertEquals(1, result.volumes().get(0).absentSlices());
        JsonNode sidecar = new ObjectMapper().readTree(folder.resolve("out/volume-001.json").toFile());
        assertEquals("[[2,0]]", sidecar.get("MissingSlices").toString());
    }

    @Test
    void localizersAloneMakeNoVolume() throws Exception {
        Path in = series(2, a -> a.setString(0x00080008, VR.CS, "ORIGINAL", "PRIMARY", "LOCALIZER"));
        CapturedRun run = CapturedRun.of(TestServices.of(Map.of()), Map.of(), "tool", "nifti", in.toString(), "--out",
                folder.resolve("out").toString());
        assertEquals(1, run.exit());
        assertEquals(Set.of(), written());
        assertTrue(run.err().contains("set aside: 2 file(s): LOCALIZER"));
    }

    /** What Table E.1-1 lists can identify; none of it may be in a sidecar. */
    @Test
    void sidecarHoldsNoAttributeOfTheConfidentialityProfile() throws IOException {
        Set<String> listed;
        try (InputStream in = getClass().getResourceAsStream("/sluice/app/deid/ps3.15-e1-1.tsv")) {
            listed = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(l -> l.split("\t")[0].replace(",", "").toUpperCase())
                    .collect(Collectors.toSet());
        }
        assertTrue(listed.contains("00100010"));
        for (Sidecar.Field field : Sidecar.table()) {
            assertFalse(listed.contains(String.format("%08X", field.tag())), field.name());
        }
        Set<String> kinds = Sidecar.table().stream().map(Sidecar.Field::kind).collect(Collectors.toSet());
        assertEquals(Set.of("text", "list", "number", "numbers", "ms", "integer"), kinds);
    }

    /** Where dcm2niix neither turns axes nor scales, the voxel bytes are the same. */
    @Test
    void voxelsAreThoseOfAnotherConverter() throws Exception {
        String named = System.getProperty("sluice.data", System.getenv("SLUICE_DATA"));
        boolean there = named != null && Files.isDirectory(Path.of(named, "dicom"));
        assertTrue(there || !"1".equals(System.getenv("SLUICE_REQUIRE_DATA")), "the shared test data is required and not there");
        Assumptions.assumeTrue(there, "skipped: no shared test data (set SLUICE_DATA)");
        Map<String, String> same = Map.of("siemens-t1-sag-hfs-face", "3_t1_fl2d_sag.nii.gz", "siemens-mosaic-ep2d", "2_ep2d_Asc.nii.gz",
                "enhanced-philips-siemens", "6_REST1_w_SMS_PF7-8.nii.gz", "ge-fse-pd-axial-oblique", "2_FSE_PD_AXIAL_OBL.nii.gz");
        for (JsonNode reference : new ObjectMapper().readTree(Path.of(named, "dicom/geometry-reference.json").toFile())) {
            String[] name = reference.get("file").asText().split("/");
            if (!name[name.length - 1].equals(same.get(name[2]))) {
                continue;
            }
            Path out = folder.resolve(name[2]);
            ExportNifti.Result result = tool.run(Path.of(named, "dicom/series", name[2]), out, Progress.NONE);
            byte[] file = inflated(out.resolve(result.volumes().get(0).image()));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(file, 352, file.length));
            assertEquals(reference.get("sha256_voxels_scaled_F_order").asText(), HexFormat.of().formatHex(digest), name[2]);
        }
    }
}
