package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.audit.AuditDraft;
import sluice.app.audit.AuditEntry;
import sluice.app.audit.ChainExport;
import sluice.app.audit.ChainHead;
import sluice.app.audit.ChainResult;

/** The stored chain against somebody who has the file and SQL, and against somebody who has no more than the program. */
class AuditTrailTest {

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private Connection raw;

    @BeforeEach
    void open() throws SQLException {
        catalogue = TestCatalogue.create(folder);
        for (int i = 0; i < 4; i++) {
            AuditDraft draft = AuditDraft.of("Åsa", "study.move").with("n", i);
            catalogue.commit(i % 2 == 0 ? draft.about("h" + i) : draft, c -> 0);
        }
        raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.db"));
    }

    @AfterEach
    void close() throws SQLException {
        raw.close();
        catalogue.close();
    }

    private void sql(String text) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.executeUpdate(text);
        }
    }

    private void dropTriggers() throws SQLException {
        for (String name : List.of("audit_no_update", "audit_no_delete", "audit_append_only", "audit_head_follows")) {
            sql("DROP TRIGGER " + name);
        }
    }

    private ChainResult verify() {
        return catalogue.read(v -> v.audit().verify(List.of()));
    }

    @Test
    void theTableOnlyGrows() throws SQLException {
        for (String attempt : List.of(
                "UPDATE audit SET actor = 'x' WHERE sequence = 2",
                "UPDATE audit SET sequence = 9 WHERE sequence = 2",
                "DELETE FROM audit WHERE sequence = 5",
                "DELETE FROM audit",
                "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 5",
                "INSERT INTO audit SELECT 9, time, actor, action, subject, details, hash FROM audit WHERE sequence = 5",
                "INSERT INTO audit SELECT 0, time, actor, action, subject, details, hash FROM audit WHERE sequence = 5",
                "UPDATE audit_head SET sequence = 4",
                "UPDATE audit_head SET hash = x'00'",
                "DELETE FROM audit_head",
                "INSERT OR REPLACE INTO audit_head SELECT * FROM audit_head")) {
            assertThrows(SQLException.class, () -> sql(attempt), attempt);
        }
        assertEquals(new ChainResult.Intact(catalogue.read(v -> v.audit().head())), verify());
    }

    @Test
    void everyChangedByteOfEveryColumnIsNoticedAndNamed() throws SQLException {
        dropTriggers();
        for (String column : List.of("time", "actor", "action", "subject", "details", "hash")) {
            for (int sequence = 1; sequence <= 5; sequence++) {
                byte[] good = bytes("SELECT CAST(" + column + " AS BLOB) FROM audit WHERE sequence = " + sequence);
                for (int i = 0; good != null && i < good.length; i++) {
                    byte[] bad = good.clone();
                    bad[i] ^= 2;
                    put(column, sequence, bad);
                    ChainResult.Broken broken = assertInstanceOf(ChainResult.Broken.class, verify(), column + " " + i);
                    assertEquals(sequence, broken.sequence(), column + " byte " + i);
                }
                if (good != null) {
                    put(column, sequence, good);
                }
                assertInstanceOf(ChainResult.Intact.class, verify());
            }
        }
    }

    private byte[] bytes(String query) throws SQLException {
        try (Statement statement = raw.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getBytes(1);
        }
    }

    private void put(String column, int sequence, byte[] value) throws SQLException {
        String cast = column.equals("hash") ? "?" : "CAST(? AS TEXT)";
        try (PreparedStatement update =
                raw.prepareStatement("UPDATE audit SET " + column + " = " + cast + " WHERE sequence = ?")) {
            update.setBytes(1, value);
            update.setInt(2, sequence);
            update.executeUpdate();
        }
    }

    @Test
    void rowsTakenOutOrMovedAreNoticed() throws SQLException {
        dropTriggers();
        sql("CREATE TEMP TABLE kept AS SELECT * FROM audit");
        for (int sequence = 1; sequence <= 5; sequence++) {
            sql("DELETE FROM audit WHERE sequence = " + sequence);
            var fault = sequence == 5 ? ChainResult.Fault.TRUNCATED : ChainResult.Fault.OUT_OF_SEQUENCE;
            assertEquals(new ChainResult.Broken(sequence, fault), verify());
            sql("INSERT INTO audit SELECT * FROM kept WHERE sequence = " + sequence);
            assertInstanceOf(ChainResult.Intact.class, verify());
        }
        sql("UPDATE audit SET sequence = 99 WHERE sequence = 3");
        sql("UPDATE audit SET sequence = 3 WHERE sequence = 4");
        sql("UPDATE audit SET sequence = 4 WHERE sequence = 99");
        assertEquals(new ChainResult.Broken(3, ChainResult.Fault.CHANGED), verify());
    }

    @Test
    void aWholeRewrittenChainNeedsTheKeyForItsHead() throws SQLException {
        ChainHead givenOut = catalogue.read(v -> v.audit().head());
        dropTriggers();
        // the forger knows the published format and makes every hash fit
        ChainHead head = ChainHead.genesis(TestCatalogue.WORKSPACE);
        for (AuditEntry e : catalogue.read(v -> v.audit().latest(100)).stream()
                .sorted(Comparator.comparing(AuditEntry::sequence))
                .toList()) {
            AuditEntry forged = new AuditEntry(e.sequence(), e.time(), "forger", e.action(), e.subject(), e.details());
            head = head.next(forged);
            put("actor", (int) e.sequence(), "forger".getBytes(StandardCharsets.UTF_8));
            put("hash", (int) e.sequence(), head.hash().bytes());
        }
        try (PreparedStatement update = raw.prepareStatement("UPDATE audit_head SET hash = ?")) {
            update.setBytes(1, head.hash().bytes());
            update.executeUpdate();
        }
        assertEquals(new ChainResult.Broken(5, ChainResult.Fault.OTHER_HEAD), verify());
        assertInstanceOf(
                ChainResult.Broken.class, catalogue.read(v -> v.audit().verify(List.of(givenOut))));
    }

    @Test
    void whatIsExportedIsVerifiedElsewhere() throws IOException {
        StringWriter out = new StringWriter();
        ChainHead exported = catalogue.read(v -> v.audit().export(out));
        assertEquals(catalogue.read(v -> v.audit().head()), exported);
        assertEquals(
                new ChainResult.Intact(exported),
                ChainExport.verify(new StringReader(out.toString()), TestCatalogue.WORKSPACE, List.of(exported)));
        assertEquals(List.of("h0"), catalogue.read(v -> v.audit().latest(100)).stream()
                .filter(e -> "0".equals(e.details().get("n")))
                .map(AuditEntry::subject)
                .toList());
        assertEquals(5, exported.count());
    }

    @Test
    void studiesChangedInPassingHaveEntriesOfTheirOwn() {
        StudyId a = TestCatalogue.record(catalogue, "1.2", 1);
        StudyId b = TestCatalogue.record(catalogue, "1.3", 1);
        catalogue.commit(AuditDraft.of("tester", "study.move").about(a.handle()), c -> {
            c.studies().move(a, Set.of(StudyState.FOUND), StudyState.CATALOGUED);
            c.studies().move(b, Set.of(StudyState.FOUND), StudyState.CATALOGUED);
            c.note("reason", "both");
            return null;
        });
        AuditEntry ofA = catalogue.read(v -> v.audit().about(a)).get(0);
        AuditEntry ofB = catalogue.read(v -> v.audit().about(b)).get(0);
        assertEquals("both", ofA.details().get("reason"));
        assertEquals("CATALOGUED", ofB.details().get("to"));
        assertEquals(ofA.sequence() + 1, ofB.sequence());
        assertTrue(verify() instanceof ChainResult.Intact);
    }

    @Test
    void anUnreadableHeadIsABrokenChain() throws SQLException {
        dropTriggers();
        sql("UPDATE audit_head SET hash = x'0102'");
        assertInstanceOf(ChainResult.Broken.class, verify());
        assertThrows(DamagedCatalogue.class, () -> catalogue.read(v -> v.audit().head()));
        assertThrows(DamagedCatalogue.class, () -> catalogue.commit(AuditDraft.of("a", "b"), c -> 0));
    }
}
