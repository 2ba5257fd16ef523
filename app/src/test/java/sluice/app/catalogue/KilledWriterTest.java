package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.audit.ChainHead;
import sluice.app.audit.ChainResult;

/** Whenever the writing process dies, every transaction has happened or has not, and what was said to be done is done. */
@Timeout(300)
class KilledWriterTest {

    @TempDir
    Path folder;

    private final List<ChainHead> heads = new ArrayList<>();

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void haltedInsideATransaction() throws Exception {
        TestCatalogue.create(folder).close();
        for (int steps : new int[] {0, 1, 2, 3, 4, 5, 6, 29}) {
            Process process = OtherProcess.start(List.of(), "work", folder, steps + 1, steps);
            List<String> said = output(process).lines().toList();
            assertEquals(9, process.waitFor());
            requireConsistent(said);
        }
    }

    @Test
    void killedFromOutsideAtAnyMoment() throws Exception {
        TestCatalogue.create(folder).close();
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 6; round++) {
            Process process = OtherProcess.start(List.of(), "work", folder, 100 + round, -1);
            List<String> said = new ArrayList<>();
            try (BufferedReader out = output(process)) {
                int lines = random.nextInt(1, 25);
                for (int i = 0; i < lines; i++) {
                    said.add(out.readLine());
                }
                // a reader beside the writer sees whole transactions, too
                requireConsistent(List.of());
                process.toHandle().destroyForcibly(); // unlike the process itself this leaves its output readable
                process.waitFor();
                out.lines().forEach(said::add);
            }
            requireConsistent(said);
        }
    }

    @Test
    void aDiskThatTakesNoMoreLeavesTheLastTransactionWhole() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash to limit the size of files");
        TestCatalogue.create(folder).close();
        Process process = OtherProcess.start(
                List.of("/bin/bash", "-c", "ulimit -f 600; exec \"$@\"", "limited"), "work", folder, 7, -1);
        List<String> said = output(process).lines().toList();
        process.waitFor();
        assertTrue(said.get(said.size() - 1).startsWith("failed "), "it ends with a typed failure: " + said);
        requireConsistent(said.subList(0, said.size() - 1));
    }

    private void requireConsistent(List<String> said) {
        try (Catalogue catalogue =
                TestCatalogue.files().openForReading(folder.resolve("catalogue.db"), TestCatalogue.KEY)) {
            catalogue.read(v -> {
                ChainResult result = v.audit().verify(heads);
                heads.add(assertInstanceOf(ChainResult.Intact.class, result).head());
                for (StudyQuery next = StudyQuery.all(1000); next != null; ) {
                    StudyPage page = v.studies().page(next);
                    page.rows().forEach(row -> requireWhole(v, row));
                    next = page.next().map(next::after).orElse(null);
                }
                for (String line : said) {
                    if (line.startsWith("done ")) {
                        StudyId study = new StudyId(line.substring(5));
                        assertEquals(StudyState.QUEUED, v.studies().get(study).state(), "it was said to be done");
                    }
                }
                return null;
            });
        }
    }

    private static void requireWhole(View v, StudyRow row) {
        List<SourceInstance> files = v.sources().of(row.id());
        assertEquals(files.size(), row.summary().files());
        assertEquals(files.size(), row.summary().instances());
        assertFalse(files.isEmpty());
        List<Artefact> artefacts = v.artefacts().of(row.id());
        List<OutboxDelivery> deliveries = v.deliveries().of(row.id());
        Approval approval = v.decisions().standing(row.id());
        for (Artefact artefact : artefacts) {
            List<ArtefactFile> made = v.artefacts().files(artefact.id());
            boolean complete = artefact.status() == Artefact.Status.COMPLETE;
            assertEquals(complete ? artefact.content().files() : 0, made.size());
            if (complete) {
                assertEquals(artefact.content().setDigest().orElseThrow(), ArtefactFile.setDigest(made));
            }
        }
        switch (row.state()) {
            case FOUND -> {
                assertTrue(artefacts.stream().allMatch(a -> a.status() == Artefact.Status.PLANNED));
                assertInstanceOf(Approval.Absent.class, approval);
                assertEquals(1, row.revision() - 1, "found and counted");
            }
            case DEIDENTIFIED -> {
                assertEquals(Artefact.Status.COMPLETE, artefacts.get(0).status());
                assertInstanceOf(Approval.Absent.class, approval);
            }
            case APPROVED -> {
                assertInstanceOf(Approval.Valid.class, approval);
                assertEquals(1, artefacts.size());
            }
            case QUEUED -> {
                assertInstanceOf(Approval.Valid.class, approval);
                assertEquals(2, artefacts.size());
                assertEquals(1, deliveries.size());
            }
            default -> throw new AssertionError("no transaction ends in " + row.state());
        }
        assertEquals(row.state() == StudyState.QUEUED ? 1 : 0, deliveries.size());
    }
}
