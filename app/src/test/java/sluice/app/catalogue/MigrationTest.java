package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.audit.AuditDraft;
import sluice.app.audit.ChainResult;

class MigrationTest {

    private static final AuditDraft INIT = AuditDraft.of("tester", "workspace.init");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("catalogue.db");
    }

    /** The program as it was when it knew so many migrations. */
    private static CatalogueFiles program(int migrations) {
        return new CatalogueFiles(
                TestCatalogue.ticking(), new SecureRandom(), Migrations.load().subList(0, migrations));
    }

    private static CatalogueFiles present() {
        return TestCatalogue.files();
    }

    private static int latest() {
        return Migrations.load().size();
    }

    private void requireWhole(Catalogue catalogue) {
        assertEquals(latest(), catalogue.read(View::workspace).schema());
        assertInstanceOf(ChainResult.Intact.class, catalogue.read(v -> v.audit().verify(List.of())));
        StudyId study = TestCatalogue.record(catalogue, "1.7", 3);
        assertEquals(3, catalogue.read(v -> v.studies().get(study)).summary().instances());
        assertEquals(List.of(), catalogue.read(v -> v.deliveries().pending()));
    }

    @Test
    void anEmptyFileBecomesACatalogue() throws IOException {
        Files.createFile(file);
        try (Catalogue catalogue = present().create(file, "ws", "Site", TestCatalogue.KEY, INIT)) {
            requireWhole(catalogue);
            WorkspaceInfo info = catalogue.read(View::workspace);
            assertEquals("ws", info.id());
            assertEquals("Site", info.site());
        }
        assertFalse(hasBackup(), "nothing was there to keep");
    }

    @Test
    void everyOlderFileIsBroughtUpAfterACopy() throws IOException {
        for (int old = 2; old < latest(); old++) {
            file = folder.resolve("from-" + old + ".db");
            try (Catalogue catalogue = program(old).create(file, "ws", "Site", TestCatalogue.KEY, INIT)) {
                if (old >= 3) {
                    TestCatalogue.record(catalogue, "1.2", 5);
                }
            }
            int from = old;
            try (Catalogue catalogue = present().open(file, TestCatalogue.KEY)) {
                requireWhole(catalogue);
                if (old >= 3) {
                    StudyRow kept = catalogue.read(v -> v.studies().byStudyKey("1.2")).orElseThrow();
                    assertEquals(5, kept.summary().instances());
                }
                List<String> migrations = catalogue.read(v -> v.audit().latest(100)).stream()
                        .filter(e -> e.action().equals("workspace.migrate"))
                        .map(e -> e.details().get("schema"))
                        .toList();
                assertEquals(latest() - from, migrations.size());
            }
            Path backup = folder.resolve("from-" + old + ".db.schema-" + old + ".backup");
            try (Catalogue before = program(old).open(backup, TestCatalogue.KEY)) {
                assertEquals(old, before.read(View::workspace).schema());
                assertInstanceOf(ChainResult.Intact.class, before.read(v -> v.audit().verify(List.of())));
            }
        }
    }

    private boolean hasBackup() throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().contains(".backup"));
        }
    }

    @Test
    void aNewerFileIsRefusedAndLeft() throws IOException {
        TestCatalogue.create(folder).close();
        byte[] before = Files.readAllBytes(file);
        assertThrows(NewerSchema.class, () -> program(3).open(file, TestCatalogue.KEY));
        assertThrows(NewerSchema.class, () -> program(3).openForReading(file, TestCatalogue.KEY));
        assertThrows(NewerSchema.class, () -> program(3).create(file, "ws", "Site", TestCatalogue.KEY, INIT));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aReaderDoesNotMigrate() {
        program(4).create(file, "ws", "Site", TestCatalogue.KEY, INIT).close();
        assertThrows(DamagedCatalogue.class, () -> present().openForReading(file, TestCatalogue.KEY));
        try (Catalogue old = program(4).openForReading(file, TestCatalogue.KEY)) {
            assertEquals(4, old.read(View::workspace).schema());
            assertThrows(IllegalStateException.class, () -> old.commit(INIT, c -> 0));
        }
    }

    @Test
    void aMigrationThatFailsChangesNothing() {
        TestCatalogue.create(folder).close();
        List<Migrations.Step> steps = new ArrayList<>(Migrations.load());
        steps.add(new Migrations.Step(
                latest() + 1, "bad", "CREATE TABLE half (a INTEGER); INSERT INTO nowhere VALUES (1);"));
        CatalogueFiles broken = new CatalogueFiles(TestCatalogue.ticking(), new SecureRandom(), steps);
        assertThrows(StorageFailure.class, () -> broken.open(file, TestCatalogue.KEY));
        try (Catalogue catalogue = present().open(file, TestCatalogue.KEY)) {
            requireWhole(catalogue);
        }
    }

    @Test
    void aMigrationWithTheWrongKeyChangesNothing() {
        program(3).create(file, "ws", "Site", TestCatalogue.KEY, INIT).close();
        assertThrows(WrongWorkspaceKey.class, () -> present().open(file, TestCatalogue.sha256("other")));
        try (Catalogue old = program(3).open(file, TestCatalogue.KEY)) {
            assertEquals(3, old.read(View::workspace).schema());
        }
    }

    @Test
    void aMakingThatStoppedHalfWayIsFinished() throws IOException {
        List<Migrations.Step> steps = new ArrayList<>(Migrations.load().subList(0, 3));
        steps.add(new Migrations.Step(4, "bad", "INSERT INTO nowhere VALUES (1);"));
        CatalogueFiles broken = new CatalogueFiles(TestCatalogue.ticking(), new SecureRandom(), steps);
        assertThrows(StorageFailure.class, () -> broken.create(file, "ws", "Site", TestCatalogue.KEY, INIT));
        assertThrows(DamagedCatalogue.class, () -> present().open(file, TestCatalogue.KEY));
        try (Catalogue catalogue = present().create(file, "ws", "Site", TestCatalogue.KEY, INIT)) {
            requireWhole(catalogue);
        }
        assertFalse(hasBackup());
        try (Catalogue again = present().create(file, "ws", "Site", TestCatalogue.KEY, INIT)) {
            assertEquals(
                    1,
                    again.read(v -> v.audit().latest(100)).stream()
                            .filter(e -> e.action().equals("workspace.init"))
                            .count());
        }
    }

    @Test
    void whatIsNoCatalogueIsLeftAlone() throws IOException, SQLException {
        assertThrows(StorageFailure.class, () -> present().open(file, TestCatalogue.KEY));
        assertFalse(Files.exists(file));

        byte[] rubbish = "This is a text, and not even a short one; at least a hundred bytes of it are needed here, or so."
                .getBytes(StandardCharsets.US_ASCII);
        Files.write(file, rubbish);
        assertThrows(DamagedCatalogue.class, () -> present().open(file, TestCatalogue.KEY));
        assertArrayEquals(rubbish, Files.readAllBytes(file));

        Path foreign = folder.resolve("foreign.db");
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                Statement statement = raw.createStatement()) {
            statement.executeUpdate("CREATE TABLE theirs (a)");
        }
        byte[] before = Files.readAllBytes(foreign);
        assertThrows(DamagedCatalogue.class, () -> present().open(foreign, TestCatalogue.KEY));
        assertThrows(
                DamagedCatalogue.class, () -> present().create(foreign, "ws", "Site", TestCatalogue.KEY, INIT));
        assertArrayEquals(before, Files.readAllBytes(foreign));
    }

    @Test
    void migrationsAreNumberedWithoutGaps() {
        List<Migrations.Step> steps = Migrations.load();
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(i + 1, steps.get(i).number());
            assertTrue(steps.get(i).name().matches("\\d{4}-[a-z-]+\\.sql"));
        }
    }
}
