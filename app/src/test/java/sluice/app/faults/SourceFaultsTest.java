package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;

/** Originals that go away or change between steps, and places that cannot be written to. */
class SourceFaultsTest {

    @TempDir(factory = QuickDisk.class)
    private Path root;

    private World world;
    private String ct;
    private Path original;

    @BeforeEach
    void scanned() throws IOException, InterruptedException {
        world = World.fresh(root);
        world.scan();
        for (JsonNode row : world.json("list")) {
            ct = row.get("modalities").toString().contains("CT") ? row.get("handle").asText() : ct;
        }
        try (Stream<Path> all = Files.walk(world.originals)) {
            original = all.filter(p -> p.getFileName().toString().startsWith("CT_")).sorted().findFirst().orElseThrow();
        }
    }

    private List<String> openFindings() throws IOException {
        List<String> codes = new ArrayList<>();
        world.json("show", ct).get("findings").forEach(f -> {
            if (f.get("status").asText().equals("open")) {
                codes.add(f.get("severity").asText() + " " + f.get("code").asText());
            }
        });
        return codes;
    }

    private long made() throws IOException {
        return world.json("show", ct).get("artefacts").get(0).get("files").asLong();
    }

    @Test
    void aStudyWithAVanishedOriginalIsHeldUntilTheOriginalIsBack() throws IOException {
        Path away = root.resolve("away.dcm");
        Files.move(original, away);
        CapturedRun run = world.ends(1, "deidentify", "--all");
        assertTrue(run.err().contains("not done: " + ct + ": VANISHED: 1 of 6 originals"), run::toString);
        assertFalse(run.err().contains(original.getFileName().toString()), "the name of an original identifies");
        assertEquals(5, made());
        assertEquals(List.of("HOLD left-out-vanished"), openFindings());
        world.check();
        world.run("approve", "--all", "--by", "A", "--accept", "recognisable-face");
        assertEquals("QC_PASSED", world.states().get(ct));
        world.stage();
        world.send();
        assertEquals(new TreeSet<>(Set.of("QC_PASSED", "RECEIVED")), new TreeSet<>(world.states().values()));

        Files.move(away, original);
        world.done("deidentify", ct);
        world.done("check", ct);
        assertEquals(List.of("HOLD recognisable-face"), openFindings());
        world.approve();
        world.stage();
        world.send();
        assertEquals(Set.of("RECEIVED"), new TreeSet<>(world.states().values()));
    }

    @Test
    void aStudyWhoseOriginalsAreAllGoneStaysWhatItWas() throws IOException {
        Path away = root.resolve("away");
        Files.move(original.getParent(), away);
        CapturedRun run = world.ends(1, "deidentify", "--all");
        assertTrue(run.err().contains(ct + ": VANISHED"), run::toString);
        assertEquals("CATALOGUED", world.states().get(ct));
        assertEquals(1, world.states().values().stream().filter("CATALOGUED"::equals).count(), "the others went on");
        Files.move(away, original.getParent());
        world.deidentify();
        assertEquals(Set.of("DEIDENTIFIED"), new TreeSet<>(world.states().values()));
    }

    @Test
    void aChangedOriginalIsNotTakenForTheOneThatWasScanned() throws IOException {
        FileTime time = Files.getLastModifiedTime(original);
        Files.setLastModifiedTime(original, FileTime.fromMillis(time.toMillis() + 5000));
        CapturedRun run = world.ends(1, "deidentify", "--all");
        assertTrue(run.err().contains(ct + ": SOURCE_CHANGED"), run::toString);
        assertEquals(List.of("HOLD left-out-source-changed"), openFindings());
        world.scan();
        world.done("deidentify", ct);
        assertEquals(6, world.json("show", ct).get("artefacts").get(1).get("files").asLong());
        world.check();
        assertEquals(List.of("HOLD recognisable-face"), openFindings());
    }

    @Test
    void nothingHappensWhereTheWorkspaceCannotBeWritten() throws IOException {
        Path artefacts = world.workspace.resolve("artefacts");
        Files.delete(artefacts);
        Files.writeString(artefacts, "a file in the way");
        CapturedRun run = world.ends(1, "deidentify", "--all");
        assertTrue(run.err().contains("READ_ONLY: the output cannot be written to"), run::toString);
        assertEquals(Set.of("CATALOGUED"), new TreeSet<>(world.states().values()));
        Files.delete(artefacts);
        world.deidentify();
        assertEquals(Set.of("DEIDENTIFIED"), new TreeSet<>(world.states().values()));
    }

    @Test
    void theToolSaysWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(root.resolve("a-file"), "here");
        CapturedRun below = world.ends(1, "tool", "deidentify", world.originals.toString(), file.resolve("out").toString(),
                "--recipe", "basic");
        assertTrue(below.err().contains("the output cannot be written to"), below::toString);
        CapturedRun over = world.ends(3, "tool", "deidentify", world.originals.toString(), file.toString(), "--recipe", "basic");
        assertTrue(over.err().contains("refused"), over::toString);
        CapturedRun inside = world.ends(3, "tool", "deidentify", world.originals.toString(),
                world.originals.resolve("out").toString(), "--recipe", "basic");
        assertTrue(inside.err().contains("originals stay apart"), inside::toString);
        assertEquals("here", Files.readString(file));
        CapturedRun nowhere = world.ends(2, "tool", "deidentify", root.resolve("none").toString(),
                root.resolve("out").toString(), "--recipe", "basic");
        assertTrue(nowhere.err().contains("there is nothing at"), nowhere::toString);
    }

    @Test
    void aDamagedArtefactIsRefusedAndNothingOfItIsStaged() throws IOException {
        world.deidentify();
        world.check();
        world.approve();
        Path folder = world.workspace.resolve("artefacts").resolve(ct).resolve("deidentified-1");
        Path made = folder.resolve(World.digests(folder).keySet().iterator().next());
        byte[] whole = Files.readAllBytes(made);
        FaultyFile.flip(made, Files.size(made) - 7);
        CapturedRun run = world.ends(1, "stage", "--all");
        assertTrue(run.err().contains("not done: " + ct), run::toString);
        assertFalse(run.err().contains(folder.toString()), run::toString);
        assertEquals("APPROVED", world.states().get(ct));
        assertEquals(6, World.digests(world.workspace.resolve("staging")).size(), "two files for each other study");
        world.send();
        assertEquals(6, World.digests(world.destination).size());

        Files.copy(new java.io.ByteArrayInputStream(whole), made, StandardCopyOption.REPLACE_EXISTING);
        world.stage();
        world.send();
        assertEquals(Set.of("RECEIVED"), new TreeSet<>(world.states().values()));
    }
}
