package sluice.app.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import sluice.app.audit.AuditDraft;
import sluice.app.audit.AuditEntry;
import sluice.app.audit.ChainExport;
import sluice.app.audit.ChainHash;
import sluice.app.audit.ChainHead;
import sluice.app.audit.ChainResult;
import sluice.app.audit.ChainVerifier;

/** The audit chain of the workspace, as stored. */
public final class AuditTrail {

    private static final String COLUMNS = "sequence, time, actor, action, subject, details, hash";

    private final Sql sql;
    private final Crypt crypt;

    AuditTrail(Sql sql, Crypt crypt) {
        this.sql = sql;
        this.crypt = crypt;
    }

    /** How far the chain reaches. */
    public ChainHead head() {
        return storedHead().head();
    }

    /** What was done with one study, oldest first. */
    public List<AuditEntry> about(StudyId study) {
        return sql.list(
                AuditTrail::entry, "SELECT " + COLUMNS + " FROM audit WHERE subject = ? ORDER BY sequence", study.handle());
    }

    /** The last entries, newest first. */
    public List<AuditEntry> latest(int limit) {
        return sql.list(AuditTrail::entry, "SELECT " + COLUMNS + " FROM audit ORDER BY sequence DESC LIMIT ?", limit);
    }

    /**
     * Follows the whole stored chain to its stored, sealed head.
     *
     * @param earlier heads that were given out before, through which the chain must pass
     */
    public ChainResult verify(List<ChainHead> earlier) {
        ChainVerifier verifier = new ChainVerifier(workspaceId());
        earlier.forEach(verifier::through);
        sql.each(
                row -> {
                    if (!verifier.isBroken()) {
                        accept(verifier, row);
                    }
                    return null;
                },
                "SELECT " + COLUMNS + " FROM audit ORDER BY sequence");
        StoredHead stored;
        try {
            stored = storedHead();
        } catch (DamagedCatalogue e) {
            return new ChainResult.Broken(1, ChainResult.Fault.OTHER_HEAD);
        }
        if (!MessageDigest.isEqual(stored.seal(), seal(stored.head()))) {
            return new ChainResult.Broken(Math.max(stored.head().count(), 1), ChainResult.Fault.OTHER_HEAD);
        }
        return verifier.finish(stored.head());
    }

    private String workspaceId() {
        return sql.one(row -> row.getString(1), "SELECT id FROM workspace")
                .orElseThrow(() -> new DamagedCatalogue("it names no workspace", null));
    }

    private static void accept(ChainVerifier verifier, ResultSet row) throws SQLException {
        try {
            verifier.accept(entry(row), ChainHash.of(row.getBytes(7)));
        } catch (IllegalArgumentException e) {
            verifier.malformed();
        }
    }

    /**
     * Writes the whole chain in the exchange format; the caller makes it durable.
     *
     * @throws IllegalArgumentException when an entry is unreadable: verify first
     */
    public ChainHead export(Writer writer) throws IOException {
        ChainExport.Output out = new ChainExport.Output(writer, workspaceId());
        try {
            entries(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return out.finish();
    }

    private void entries(ChainExport.Output out) {
        sql.each(
                row -> {
                    try {
                        out.entry(entry(row), ChainHash.of(row.getBytes(7)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return null;
                },
                "SELECT " + COLUMNS + " FROM audit ORDER BY sequence");
    }

    void begin(String workspaceId) {
        ChainHead genesis = ChainHead.genesis(workspaceId);
        sql.run("INSERT INTO audit_head VALUES (1, 0, ?, ?)", genesis.hash().bytes(), seal(genesis));
    }

    void append(Clock clock, AuditDraft draft) {
        ChainHead before = head();
        AuditEntry entry = AuditEntry.of(before.count() + 1, clock.instant(), draft);
        ChainHead after = before.next(entry);
        byte[] hash = after.hash().bytes();
        sql.run(
                "INSERT INTO audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                entry.sequence(),
                entry.timeText(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.detailsText(),
                hash);
        sql.run("UPDATE audit_head SET sequence = ?, hash = ?, seal = ?", after.count(), hash, seal(after));
    }

    private byte[] seal(ChainHead head) {
        byte[] hash = head.hash().bytes();
        return crypt.digest("audit head", ByteBuffer.allocate(8 + hash.length).putLong(head.count()).put(hash).array());
    }

    private StoredHead storedHead() {
        try {
            return sql.one(
                            row -> new StoredHead(
                                    new ChainHead(row.getLong(1), ChainHash.of(row.getBytes(2))), row.getBytes(3)),
                            "SELECT sequence, hash, seal FROM audit_head")
                    .orElseThrow(() -> new DamagedCatalogue("the audit trail has no head", null));
        } catch (IllegalArgumentException e) {
            throw new DamagedCatalogue("the head of the audit trail is unreadable", e);
        }
    }

    private record StoredHead(ChainHead head, byte[] seal) {}

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return AuditEntry.ofColumns(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}
