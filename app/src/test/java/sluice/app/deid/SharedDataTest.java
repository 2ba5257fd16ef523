package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.report.Rule;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.nifti.NiftiReader;

/** Real files: every one becomes a new file or a refusal with a reason, and what was written reads back clean. */
class SharedDataTest {

    @TempDir
    Path folder;

    static Path data(String below) {
        String named = System.getProperty("sluice.data", System.getenv("SLUICE_DATA"));
        Path data = named == null ? null : Path.of(named);
        for (Path p = Path.of("").toAbsolutePath(); data == null && p != null; p = p.getParent()) {
            if (Files.exists(p.resolve("pom.xml")) && Files.isDirectory(p.resolve("app"))) {
                data = p.resolveSibling("shared").resolve("data");
            }
        }
        boolean there = data != null && Files.isDirectory(data.resolve(below));
        if (!there && "1".equals(System.getenv("SLUICE_REQUIRE_DATA"))) {
            throw new AssertionError("the shared test data is required and not there");
        }
        Assumptions.assumeTrue(there, "the shared test data is not there: skipped");
        return data.resolve(below);
    }

    @Test
    void everyDicomFileIsWrittenOrRefused() throws Exception {
        Path root = data("dicom");
        FileDeidentifier files = Samples.files(folder);
        List<String> wrong = new ArrayList<>();
        int written = 0;
        for (Path source : Samples.filesBelow(root)) {
            String name = root.relativize(source).toString();
            Outcome outcome = files.deidentify(source, name);
            if (outcome instanceof Refused refused) {
                assertNotEquals(Refused.Reason.UNEXPECTED, refused.reason(), () -> name + " " + refused.detail());
                if (name.startsWith("series") && name.endsWith(".dcm")) {
                    wrong.add(name + " " + refused);
                }
            } else if (outcome instanceof Written w && w.uids() != null) {
                written++;
                check(source, folder.resolve(w.path()), name, wrong,
                        w.report().changes().stream().anyMatch(c -> c.rule() == Rule.CODESTREAM || c.rule() == Rule.OVERLAY_BITS));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(written > 400, "only " + written + " files were written");
    }

    private static void check(Path source, Path result, String name, List<String> wrong, boolean cleared)
            throws Exception {
        DicomFile before = new DicomReader().read(source);
        DicomFile after = new DicomReader().read(result);
        if (!after.deviations().stream().allMatch(d -> before.has(d.code()))) {
            wrong.add(name + " deviates: " + after.deviations());
        }
        assertEquals(before.transferSyntax(), after.transferSyntax(), name);
        assertEquals(before.pixels().isPresent(), after.pixels().isPresent(), name);
        if (before.pixels().isPresent() && !cleared) {
            assertArrayEquals(sha256(before, true), sha256(after, false), name);
        }
        assertEquals("YES", RawElements.ascii(after.dataset(), Tag.PatientIdentityRemoved), name);
        noneOf(before.dataset(), after.dataset(), name, wrong);
    }

    /** Of the pixel data's bytes; an odd number of them is padded on writing. */
    private static byte[] sha256(DicomFile file, boolean pad) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.pixels().orElseThrow().copyTo(Channels.newChannel(bytes));
        if (pad && (bytes.size() & 1) != 0) {
            bytes.write(0);
        }
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }

    /** No private attribute, date or UID of the source is left anywhere. */
    private static void noneOf(Attributes before, Attributes after, String name, List<String> wrong) {
        String study = RawElements.ascii(before, Tag.StudyInstanceUID);
        for (int tag : after.tags()) {
            VR vr = after.getVR(tag);
            Object value = after.getValue(tag);
            if ((tag & 0x10000) != 0) {
                wrong.add(name + " private " + Integer.toHexString(tag));
            }
            if (value instanceof Sequence items) {
                items.forEach(item -> noneOf(before, item, name, wrong));
            } else if (vr == VR.UI && List.of(RawElements.ascii(after, tag).split("\\\\")).contains(study)) {
                wrong.add(name + " uid " + Integer.toHexString(tag));
            } else if ((vr == VR.DA || vr == VR.DT) && value instanceof byte[] b
                    && !new String(b, java.nio.charset.StandardCharsets.US_ASCII).startsWith("19000101")) {
                wrong.add(name + " date " + Integer.toHexString(tag));
            }
        }
    }

    @Test
    void everyNiftiFileIsWrittenOrRefused() throws IOException {
        Path root = data("nifti");
        FileDeidentifier files = Samples.files(folder);
        int written = 0;
        for (Path source : Samples.filesBelow(root)) {
            String name = source.getFileName().toString();
            if (!name.matches(".*\\.(nii|hdr)(\\.gz)?") || Files.size(source) > 20_000_000) {
                continue;
            }
            Outcome outcome = files.deidentify(source, root.relativize(source).toString());
            if (outcome instanceof Written w) {
                written++;
                assertEquals(List.of(), new NiftiReader().read(folder.resolve(w.path())).header().filledTextFields(), name);
                assertEquals(List.of(), new NiftiReader().read(folder.resolve(w.path())).extensions(), name);
                assertFalse(w.path().toString().contains(name.substring(0, name.indexOf('.'))));
            } else {
                assertNotEquals(Refused.Reason.UNEXPECTED, ((Refused) outcome).reason(), name);
            }
        }
        assertTrue(written > 10, "only " + written + " files were written");
    }
}
