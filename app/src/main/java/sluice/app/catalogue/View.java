package sluice.app.catalogue;

import java.time.Instant;

/** Everything that can be read, as it was at one moment. Valid only inside the call that gave it. */
public final class View {

    private final Sql sql;
    private final Crypt crypt;

    View(Sql sql, Crypt crypt) {
        this.sql = sql;
        this.crypt = crypt;
    }

    public WorkspaceInfo workspace() {
        int schema = Migrator.version(sql);
        return sql.one(
                        row -> new WorkspaceInfo(
                                row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), schema),
                        "SELECT id, site, created FROM workspace")
                .orElseThrow(() -> new DamagedCatalogue("it names no workspace", null));
    }

    public Studies studies() {
        return new Studies(sql, crypt);
    }

    public Sources sources() {
        return new Sources(sql, crypt);
    }

    public Findings findings() {
        return new Findings(sql, crypt, sources());
    }

    public Artefacts artefacts() {
        return new Artefacts(sql);
    }

    public Decisions decisions() {
        return new Decisions(sql, crypt, artefacts());
    }

    public Deliveries deliveries() {
        return new Deliveries(sql);
    }

    public Pseudonyms pseudonyms() {
        return new Pseudonyms(sql, crypt);
    }

    public AuditTrail audit() {
        return new AuditTrail(sql, crypt);
    }
}
