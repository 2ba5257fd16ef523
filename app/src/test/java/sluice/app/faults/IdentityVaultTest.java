package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.TransferSyntax;

/** Who can open the workspace finds the way back from pseudonyms; nobody else does, and the way forth stays the same. */
class IdentityVaultTest {
    private static final int KILLS = 6;

    @TempDir(factory = QuickDisk.class)
    private Path root;

    private World world;
    private Path own;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        world = World.bare(root);
        own = Files.createDirectories(root.resolve("own"));
    }

    private void original(int study, String patient, String issuer) throws IOException {
        Attributes a = new Attributes();
        a.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.5.4711." + study);
        a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.2.5.4711." + study);
        a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.3.5.4711." + study);
        a.setString(Tag.FrameOfReferenceUID, VR.UI, "1.2.826.0.4.5.4711.1");
        a.setString(Tag.Modality, VR.CS, "CT");
        a.setString(Tag.PatientID, VR.LO, patient);
        a.setString(Tag.IssuerOfPatientID, VR.LO, issuer);
        try (FileChannel channel = FileChannel.open(own.resolve(study + ".dcm"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            new DicomWriter().write(channel, new Attributes(), a, null, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
    }

    /** Scans and de-identifies what is new, and gives back the pseudonym of the one new study. */
    private String batch() throws IOException {
        List<String> before = world.studies();
        world.done("scan", own.toString());
        world.done("deidentify", "--all");
        List<String> now = world.studies();
        now.removeAll(before);
        assertEquals(1, now.size());
        return subject(now.get(0));
    }

    private String subject(String study) throws IOException {
        return world.json("show", study).at("/study/subject").asText();
    }

    /** What the studies' reports say of the versions of the secret, the oldest first. */
    private List<String> reportedVersions() throws IOException {
        List<String> versions = new ArrayList<>();
        for (String study : world.studies()) {
            try (var files = Files.walk(world.workspace.resolve("artefacts"))) {
                for (Path report : files.filter(f -> f.toString().contains(study) && f.toString().endsWith(".report.json")).toList()) {
                    versions.add(new ObjectMapper().readTree(report.toFile()).path("secretVersions").toString());
                }
            }
        }
        return versions.stream().sorted().toList();
    }

    private List<Path> newFiles() throws IOException {
        try (var files = Files.walk(world.workspace.resolve("artefacts"))) {
            return files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList();
        }
    }

    @Test
    void whatLeftIsTracedBack() throws IOException {
        world.done("init");
        original(1, "PAT-ÅÄÖ-4711", "WARD 7");
        String pseudonym = batch();
        JsonNode found = world.json("vault", "lookup", pseudonym);
        assertEquals("[\"PAT-ÅÄÖ-4711\",\"WARD 7\"]", found.get("patient").toString());
        assertEquals(1, found.get("secretVersion").asInt());
        assertEquals("", found.get("uid").asText());
        Path file = newFiles().get(0);
        String instance = file.getFileName().toString().replace(".dcm", "");
        assertEquals("1.2.826.0.1.5.4711.1", world.json("vault", "lookup", instance).get("uid").asText());
        String series = file.getParent().getFileName().toString();
        assertEquals("1.2.826.0.3.5.4711.1", world.json("vault", "lookup", series).get("uid").asText());
        assertTrue(world.done("vault", "lookup", series).out().contains("1.2.826.0.3.5.4711.1"));
        for (String unknown : List.of("PAT-ÅÄÖ-4711", "1.2.826.0.1.5.4711.1", "SL-AAAA-BBBB-CCCC-DDDD", "")) {
            CapturedRun run = world.ends(2, "vault", "lookup", unknown);
            assertEquals("", run.out());
        }
        Path trail = root.resolve("audit.jsonl");
        world.done("audit", "export", trail.toString());
        String audit = Files.readString(trail);
        assertEquals(8, audit.split("vault\\.lookup", -1).length - 1);
        assertTrue(audit.contains(instance) && audit.contains(pseudonym));
        assertFalse(audit.contains("4711"), "no value of the source is in the trail");
    }

    @Test
    void theTableHoldsAllPairsAndIsForItsOwnerOrItsRecipient() throws IOException {
        world.done("init");
        original(1, "PAT,4711", "");
        original(2, "PAT,4711", "");
        world.done("scan", own.toString());
        world.done("deidentify", "--all");
        Path csv = root.resolve("pairs.csv");
        JsonNode written = world.json("vault", "export", "--out", csv.toString());
        // two studies, series and instances, one frame of reference
        assertEquals("1 7 false", written.get("patients") + " " + written.get("uids") + " " + written.get("encrypted"));
        List<String> lines = Files.readAllLines(csv);
        assertEquals("kind,secret_version,pseudonym,old,new", lines.get(0));
        String pseudonym = subject(world.studies().get(0));
        assertTrue(lines.contains("ID,1," + pseudonym + ",\"PAT,4711\"," + pseudonym), lines::toString);
        assertEquals(7, lines.stream().filter(l -> l.matches("UID,," + pseudonym + ",1\\.2\\.826\\.0\\.[1-4]\\.5\\.4711\\.[12],2\\.25\\.\\d+")).count());
        if (csv.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(csv)));
        }
        Path sealed = root.resolve("pairs.c4gh");
        world.done("vault", "export", "--out", sealed.toString(), "--to", world.recipientKey(".pub"));
        assertFalse(Files.readString(sealed, java.nio.charset.StandardCharsets.ISO_8859_1).contains("4711"));
        Path opened = root.resolve("opened.csv");
        world.done("tool", "open", sealed.toString(), "--key", world.recipientKey(".sec"), "--out", opened.toString());
        assertEquals(lines, Files.readAllLines(opened));
        world.ends(3, "vault", "export", "--out", csv.toString());
        world.ends(3, "vault", "export", "--out", world.workspace.resolve("pairs.csv").toString());
        world.ends(2, "vault", "export", "--out", root.resolve("x.c4gh").toString());
        world.ends(2, "vault", "export", "--out", root.resolve("x.csv").toString(), "--to", world.recipientKey(".pub"));
        world.ends(2, "vault", "export", "--out", root.resolve("x.txt").toString());
        try (var files = Files.list(root)) {
            assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".part")).toList());
        }
    }

    @Test
    void aSecondBatchLinksToTheFirstAlsoAfterTheSecretWasChanged() throws IOException {
        world.done("init");
        original(1, "PAT-1", "");
        String first = batch();
        original(2, "PAT-1", "");
        assertEquals(first, batch());
        assertEquals(2, world.json("vault", "rotate").get("secretVersion").asInt());
        original(3, "PAT-1", "");
        assertEquals(first, batch(), "the known patient keeps the pseudonym");
        original(4, "PAT-2", "");
        String second = batch();
        assertEquals(List.of("[1]", "[1]", "[1]", "[2]"), reportedVersions());
        assertEquals(1, world.json("vault", "lookup", first).get("secretVersion").asInt());
        assertEquals(2, world.json("vault", "lookup", second).get("secretVersion").asInt());
        assertEquals(3, world.json("vault", "rotate").get("secretVersion").asInt());
        original(5, "PAT-2", "");
        assertEquals(second, batch());
        // UIDs link as well: the frame of reference is that of both patients' originals, and new once for each secret
        List<String> names = newFiles().stream().map(Path::toString).toList();
        for (String study : world.studies()) {
            world.done("deidentify", study);
        }
        List<String> again = newFiles().stream().map(Path::toString).toList();
        assertEquals(2 * names.size(), again.size());
        assertEquals(names.size(), again.stream().map(n -> n.replaceAll("deidentified-\\d+", "")).distinct().count());
        Path csv = root.resolve("pairs.csv");
        world.done("vault", "export", "--out", csv.toString());
        assertEquals(2, Files.readAllLines(csv).stream().filter(l -> l.contains(",1.2.826.0.4.5.4711.1,")).count());
        assertTrue(world.done("audit", "verify").out().startsWith("intact"));
    }

    @Test
    void aWrongPassphraseTellsNothing() throws IOException {
        world.environment("SLUICE_PASSPHRASE", "correct horse");
        world.done("init");
        original(1, "PAT-4711", "");
        String pseudonym = batch();
        world.environment("SLUICE_PASSPHRASE", "wrong horse");
        Path csv = root.resolve("pairs.csv");
        String known = world.ends(4, "vault", "lookup", pseudonym).err();
        assertEquals(known, world.ends(4, "vault", "lookup", "SL-AAAA-BBBB-CCCC-DDDD").err());
        world.ends(4, "vault", "export", "--out", csv.toString());
        world.ends(4, "vault", "rotate");
        assertFalse(known.contains("4711"));
        assertFalse(Files.exists(csv));
        world.environment("SLUICE_PASSPHRASE", "correct horse");
        assertEquals(1, world.json("vault", "lookup", pseudonym).get("secretVersion").asInt());
        assertEquals(2, world.json("vault", "rotate").get("secretVersion").asInt());
    }

    @Test
    void aKilledChangeOfTheSecretLosesNothing() throws IOException, InterruptedException {
        world.done("init");
        original(1, "PAT-1", "");
        String first = batch();
        Killer killer = new Killer(world, new SplittableRandom(20261121), "vault", "rotate");
        killer.measure();
        for (int kill = 0; kill < KILLS; kill++) {
            killer.kill(kill, KILLS);
            assertEquals(1, world.json("vault", "lookup", first).get("secretVersion").asInt());
        }
        original(2, "PAT-1", "");
        assertEquals(first, batch());
        original(3, "PAT-2", "");
        assertNotEquals(first, batch());
        assertTrue(world.done("audit", "verify").out().startsWith("intact"));
    }

    @Test
    void theTextThatSitesShareGivesTheirPseudonyms() throws IOException {
        String text = "019a39ba16da7edb9e906440a48e9ed32";
        world.done("init");
        Path file = Files.writeString(root.resolve("shared.txt"), "\uFEFF  " + text + "\n");
        for (String bad : List.of("too short", "two lines of text\nare no secret", "")) {
            world.ends(2, "vault", "secret-text", "--file", Files.writeString(root.resolve("bad.txt"), bad).toString());
        }
        world.ends(2, "vault", "secret-text", "--file", root.resolve("nowhere.txt").toString());
        world.ends(2, "vault", "secret-text");
        assertFalse(world.json("vault", "secret-text", "--file", Files.writeString(root.resolve("old.txt"), "another text of ours").toString())
                .get("replaced").asBoolean());
        assertTrue(world.json("vault", "secret-text", "--file", file.toString()).get("replaced").asBoolean());
        world.done("vault", "rotate");
        original(1, "PAT-4711", "");
        world.done("scan", own.toString());
        world.done("deidentify", "--all", "--recipe", "lethe-compatible");
        String pseudonym = subject(world.studies().get(0));
        // decimal MD5 of [secret]PatientID, computed elsewhere
        assertEquals("EUCAIM-131652520983723917436548815295794223199", pseudonym);
        Path out = root.resolve("out");
        world.done("tool", "deidentify", own.toString(), out.toString(), "--recipe", "lethe-compatible", "--secret-file", file.toString());
        assertTrue(Files.isDirectory(out.resolve(pseudonym)), "without a workspace the same");
        world.ends(3, "vault", "secret-text", "--file", file.toString());
        Path trail = root.resolve("audit.jsonl");
        world.done("audit", "export", trail.toString());
        assertEquals(2, Files.readString(trail).split("vault\\.secret-text\"", -1).length - 1);
        try (var files = Files.walk(world.workspace)) {
            for (Path any : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(any, java.nio.charset.StandardCharsets.ISO_8859_1).contains(text), any.toString());
            }
        }
    }
}
