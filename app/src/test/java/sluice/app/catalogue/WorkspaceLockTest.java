package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.audit.AuditDraft;

/** Who may write when, within one process and between two. */
@Timeout(120)
class WorkspaceLockTest {

    @TempDir
    Path folder;

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void oneHolderInAProcessAndTheFailedTryDoesNotFreeIt() throws Exception {
        try (WorkspaceLock lock = WorkspaceLock.acquire(folder)) {
            WorkspaceBusy busy = assertThrows(WorkspaceBusy.class, () -> WorkspaceLock.acquire(folder));
            assertEquals(ProcessHandle.current().pid(), busy.pid());
            assertThrows(WorkspaceBusy.class, () -> WorkspaceLock.acquire(folder.resolve(".")));
            Process other = OtherProcess.start(List.of(), "hold", folder);
            assertEquals(null, output(other).readLine(), "another process does not get it either");
            assertEquals(1, other.waitFor());
        }
        WorkspaceLock.acquire(folder).close();
    }

    @Test
    void aHolderIsNamedAndAKilledOneBlocksNobody() throws Exception {
        Process holder = OtherProcess.start(List.of(), "hold", folder);
        try (BufferedReader out = output(holder)) {
            assertEquals("held", out.readLine());
            WorkspaceBusy busy = assertThrows(WorkspaceBusy.class, () -> WorkspaceLock.acquire(folder));
            assertEquals(holder.pid(), busy.pid());
            holder.destroyForcibly();
            holder.waitFor();
            WorkspaceLock.acquire(folder).close();
        }
        Process second = OtherProcess.start(List.of(), "hold", folder);
        try (BufferedReader out = output(second)) {
            assertEquals("held", out.readLine());
            second.getOutputStream().close();
            assertEquals("released", out.readLine());
            second.waitFor();
        }
        WorkspaceLock.acquire(folder).close();
    }

    @Test
    void aMoveIsWonByOneOfTwoProcesses() throws Exception {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            int studies = studies(catalogue, 60);
            Process other = OtherProcess.start(List.of(), "race", folder);
            try (BufferedReader out = output(other)) {
                assertEquals("ready", out.readLine());
                other.getOutputStream().close();
                int here = OtherProcess.race(catalogue);
                int there = Integer.parseInt(out.readLine());
                assertEquals(studies, here + there);
                other.waitFor();
            }
            requireOneMoveEach(catalogue);
        }
    }

    @Test
    void aMoveIsWonByOneOfManyThreads() throws Exception {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            int studies = studies(catalogue, 60);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<Integer>> won = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    won.add(threads.submit(() -> OtherProcess.race(catalogue)));
                }
                int sum = 0;
                for (Future<Integer> one : won) {
                    sum += one.get();
                }
                assertEquals(studies, sum);
            } finally {
                threads.shutdownNow();
            }
            requireOneMoveEach(catalogue);
        }
    }

    private static int studies(Catalogue catalogue, int count) {
        List<SourceItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.addAll(TestCatalogue.series("s" + i, 1));
        }
        catalogue.commit(TestCatalogue.SCAN, c -> c.sources().record(items));
        return count;
    }

    private static void requireOneMoveEach(Catalogue catalogue) {
        for (StudyRow row : catalogue.read(v -> v.studies().page(StudyQuery.all(1000))).rows()) {
            assertEquals(StudyState.CATALOGUED, row.state());
            assertEquals(3, row.revision());
            assertEquals(1, catalogue.read(v -> v.audit().about(row.id())).size());
        }
    }

    @Test
    void aReaderInTheSameProcessWaitsForNoWriter() throws IOException {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            StudyId study = TestCatalogue.record(catalogue, "1.2", 2);
            AuditDraft draft = AuditDraft.of("tester", "x");
            catalogue.commit(draft, c -> {
                c.studies().pseudonym(study, "P-9");
                assertEquals("P-9", c.view().studies().get(study).pseudonym().orElseThrow());
                assertEquals(
                        false,
                        catalogue.read(v -> v.studies().get(study).pseudonym().isPresent()),
                        "not before it is committed");
                return null;
            });
            assertEquals("P-9", catalogue.read(v -> v.studies().get(study)).pseudonym().orElseThrow());
        }
    }
}
