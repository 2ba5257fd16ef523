package sluice.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the outbox and the receipts. */
public final class Deliveries {

    private static final String ROW = "SELECT d.id, s.handle, d.artefact_id, d.destination, d.created, d.handed_over"
            + " FROM delivery d JOIN study s ON s.id = d.study_id ";

    private final Sql sql;

    Deliveries(Sql sql) {
        this.sql = sql;
    }

    /** What the queue has not taken yet, oldest first. */
    public List<OutboxDelivery> pending() {
        return list("WHERE d.handed_over IS NULL ORDER BY d.created, d.id");
    }

    /** All deliveries of a study, oldest first. */
    public List<OutboxDelivery> of(StudyId study) {
        return list("WHERE s.handle = ? ORDER BY d.created, d.id", study.handle());
    }

    public Optional<OutboxDelivery> find(String id) {
        return list("WHERE d.id = ?", id).stream().findFirst();
    }

    /** All deliveries, oldest first. */
    public List<OutboxDelivery> all() {
        return list("ORDER BY d.created, d.id");
    }

    private List<OutboxDelivery> list(String where, Object... values) {
        return sql.list(Deliveries::row, ROW + where, values).stream()
                .map(d -> new OutboxDelivery(
                        d.id(), d.study(), d.artefact(), d.destination(), d.created(), d.handedOver(), receipts(d.id())))
                .toList();
    }

    private List<String> receipts(String id) {
        return sql.list(
                row -> row.getString(1), "SELECT content FROM receipt WHERE delivery_id = ? ORDER BY number", id);
    }

    private static OutboxDelivery row(ResultSet row) throws SQLException {
        long handed = row.getLong(6);
        return new OutboxDelivery(
                row.getString(1),
                new StudyId(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                handed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(handed)),
                List.of());
    }
}
