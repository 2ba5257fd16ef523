package sluice.app.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;
import sluice.app.demo.PlantedStudies;
import sluice.app.demo.Size;

/** Whatever happens to a study on its way, nothing is claimed that is not so, and there is a way to go on. */
class WayOutTest {
    @TempDir
    static Path shared;
    private static List<Path> phantoms;

    @TempDir
    Path root;

    @BeforeAll
    static void makePhantoms() throws IOException, InterruptedException {
        PlantedStudies.write(shared, Size.SMALL);
        try (Stream<Path> folders = Files.list(shared)) {
            phantoms = folders.filter(f -> !f.endsWith("nifti")).sorted().toList();
        }
    }

    private Ward ward(int studies) throws IOException {
        return new Ward(root, phantoms.subList(0, studies));
    }

    @Test
    void lostPackageHoldsItsStudyOnlyAndIsPackedAgain() throws IOException {
        Ward ward = ward(2);
        ward.approved();
        List<String> studies = ward.studies();
        ward.run(0, "stage", studies.get(0));
        for (Path staged : Ward.list(ward.root.resolve("workspace/staging/sealed"))) {
            staged.toFile().setWritable(true);
            Files.delete(staged);
        }
        ward.run(0, "stage", studies.get(1));
        ward.run(1, "send");
        assertEquals("QUEUED", ward.state(studies.get(0)));
        assertEquals("RECEIVED", ward.state(studies.get(1)));
        ward.run(0, "stage", studies.get(0));
        ward.run(0, "send");
        assertEquals("RECEIVED", ward.state(studies.get(0)));
        ward.run(0, "audit", "verify");
    }

    @Test
    void queuedStudyCanGoElsewhere() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        String study = ward.studies().get(0);
        ward.run(0, "stage", study);
        ward.run(0, "destination", "add", "other", "--kind", "folder", "-o", "path=" + ward.place("other"), "--recipient",
                ward.key("first") + ".pub");
        ward.run(3, "destination", "remove", "disk");
        ward.run(0, "stage", study, "--to", "other");
        ward.run(0, "destination", "remove", "disk");
        ward.run(0, "send");
        assertEquals("RECEIVED", ward.state(study));
        assertEquals(List.of(), Ward.list(ward.place("disk")));
        assertEquals(2, Ward.list(ward.place("other")).size());
    }

    @Test
    void destinationThatMovedIsReplacedButNeverGetsOtherRecipientsUnderway() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        ward.run(0, "stage", "--all");
        Files.delete(ward.place("disk"));
        ward.run(4, "send");
        ward.run(0, "tool", "keygen", "--out", ward.key("second"));
        String path = "path=" + ward.place("moved");
        ward.run(3, "destination", "add", "disk", "--replace", "--kind", "folder", "-o", path, "--recipient", ward.key("second") + ".pub");
        ward.run(0, "destination", "add", "disk", "--replace", "--kind", "folder", "-o", path, "--recipient", ward.key("first") + ".pub");
        ward.run(0, "send");
        assertEquals("RECEIVED", ward.state(ward.studies().get(0)));
        ward.run(0, "destination", "add", "disk", "--replace", "--kind", "folder", "-o", path, "--recipient", ward.key("second") + ".pub");
        ward.run(2, "destination", "add", "nowhere", "--replace", "--kind", "folder", "-o", path, "--recipient", ward.key("first") + ".pub");
    }

    @Test
    void whatIsFoundAfterTheApprovalIsAcceptedByApprovingAgain() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        String study = ward.studies().get(0);
        Files.delete(ward.files(0).get(0));
        ward.run(0, "scan", ward.originals.toString());
        ward.run(3, "stage", study);
        ward.run(3, "approve", study, "--by", "B");
        assertEquals("APPROVED", ward.state(study));
        ward.run(0, "approve", study, "--by", "B", "--accept", "source-vanished");
        ward.run(0, "stage", study);
        assertEquals("QUEUED", ward.state(study));
    }

    @Test
    void fileThatJoinedIsHeldUntilTheStudyIsMadeAnew() throws IOException {
        Ward ward = ward(1);
        Path late = ward.files(0).get(0);
        Path elsewhere = Files.move(late, ward.root.resolve("late"));
        ward.approved();
        String study = ward.studies().get(0);
        Files.move(elsewhere, late);
        ward.run(0, "scan", ward.originals.toString());
        assertTrue(ward.run(3, "stage", study).err().contains("source-added"));
        ward.again(study);
        ward.run(0, "approve", study, "--by", "B", "--accept", "recognisable-face");
        ward.run(0, "stage", study);
        assertEquals(ward.files(0).size(), ward.json("show", study).at("/artefacts/1/files").asInt());
    }

    @Test
    void acceptingThatOneFileIsMissingSaysNothingAboutAnother() throws IOException {
        Ward ward = ward(1);
        ward.run(0, "scan", ward.originals.toString());
        String study = ward.studies().get(0);
        Path first = ward.files(0).get(0);
        Path second = ward.files(0).get(1);
        Path aside = Files.move(first, ward.root.resolve("aside"));
        ward.run(1, "deidentify", study);
        ward.run(0, "check", study);
        ward.run(0, "approve", study, "--by", "B", "--accept", "recognisable-face,left-out-vanished");
        Files.move(aside, first);
        Files.move(second, aside);
        ward.run(1, "deidentify", study);
        ward.run(0, "check", study);
        assertTrue(ward.run(3, "approve", study, "--by", "B", "--accept", "recognisable-face").err().contains("left-out-vanished"));
        assertEquals("QC_PASSED", ward.state(study));
    }

    @Test
    void rejectedStudyStaysOutUntilItIsNamedAgain() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        String study = ward.studies().get(0);
        ward.run(0, "reject", study, "--why", "wrong body part");
        ward.run(0, "scan", ward.originals.toString());
        ward.run(0, "deidentify", "--all");
        ward.run(3, "stage", study);
        assertEquals("REJECTED", ward.state(study));
        ward.again(study);
        ward.run(3, "approve", study, "--by", "B");
        ward.run(0, "approve", study, "--by", "B", "--accept", "recognisable-face");
        assertEquals("APPROVED", ward.state(study));
    }

    @Test
    void secondDeliveryIsNotReceivedByTheReceiptOfTheFirst() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        String study = ward.studies().get(0);
        ward.run(0, "stage", study);
        ward.run(0, "send");
        ward.again(study);
        ward.run(0, "approve", study, "--by", "B", "--accept", "recognisable-face");
        ward.run(0, "stage", study);
        Files.move(ward.place("disk"), ward.root.resolve("gone"));
        ward.run(4, "send");
        assertEquals("QUEUED", ward.state(study));
        Files.move(ward.root.resolve("gone"), ward.root.resolve("to-disk"));
        ward.run(0, "send");
        assertEquals("RECEIVED", ward.state(study));
        assertEquals(2, ward.json("status").get("deliveries").size());
        CapturedRun withdrawn = ward.run(0, "withdraw", study, "--why", "consent");
        assertEquals(4, withdrawn.out().split("sluice-", -1).length - 1, withdrawn::out);
        ward.run(3, "withdraw", study, "--why", "again");
    }

    @Test
    void withdrawnBeforeSendingNeverLeaves() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        String study = ward.studies().get(0);
        ward.run(0, "stage", study);
        ward.run(2, "withdraw", "--all", "--why", "consent");
        ward.run(0, "withdraw", study, "--why", "consent");
        ward.run(0, "send");
        ward.run(3, "stage", study);
        ward.run(3, "deidentify", study);
        assertEquals(List.of(), Ward.list(ward.place("disk")));
        assertEquals("CANCELLED", ward.json("status").at("/deliveries/0/state").asText());
    }

    @Test
    void copiesInTheWorkspaceAreNoOriginals() throws IOException {
        Ward ward = ward(1);
        ward.approved();
        ward.run(0, "scan", ward.root.toString());
        Files.createSymbolicLink(ward.originals.resolve("way-in"), ward.root.resolve("workspace"));
        ward.run(0, "scan", ward.originals.toString());
        ward.run(3, "scan", ward.root.resolve("workspace/artefacts").toString());
        assertEquals(1, ward.studies().size());
    }

    @Test
    void decisionsHaveAnAuthorAndAReason() throws IOException {
        Ward ward = ward(1);
        ward.run(0, "scan", ward.originals.toString());
        String study = ward.studies().get(0);
        ward.run(2, "approve", study, "--by", " ");
        ward.run(2, "reject", study, "--why", "");
        assertEquals("CATALOGUED", ward.state(study));
        assertFalse(ward.json("show", study).get("history").isEmpty());
    }

    @Test
    void unattendedRunRepeatedDoesNothingTwice() throws IOException {
        Ward ward = ward(2);
        String[] run = {"run", "--from", ward.originals.toString(), "--to", "disk", "--approve-by", "accept:recognisable-face"};
        ward.run(3, "run", "--from", ward.originals.toString(), "--to", "disk", "--approve-by", "no-holds");
        assertEquals(List.of(), Ward.list(ward.place("disk")));
        ward.run(0, run);
        List<Path> arrived = Ward.list(ward.place("disk"));
        assertEquals(4, arrived.size());
        ward.run(0, run);
        assertEquals(arrived, Ward.list(ward.place("disk")));
        ward.run(0, "audit", "verify");
    }
}
