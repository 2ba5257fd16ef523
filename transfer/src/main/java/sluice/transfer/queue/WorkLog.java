package sluice.transfer.queue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import sluice.transfer.receipt.ItemEvidence;
import sluice.transfer.receipt.ReceiptJson;

/** What the worker writes down, each step one transaction, each change of state a compare-and-set. */
final class WorkLog {
    private final Database database;
    private final Rows rows;
    private final InstantSource clock;
    private final ReceiptJson json = new ReceiptJson();

    WorkLog(Database database, Rows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Puts back what a killed worker left behind. Only the holder of the worker's lock may do this. */
    int recover() throws QueueException {
        return database.transaction(sql -> {
            Rows.update(sql, "UPDATE attempt SET ended_at = ?, outcome = 'Abandoned' WHERE ended_at IS NULL", clock.millis());
            return Rows.update(sql, "UPDATE delivery SET state = ?, due_at = ? WHERE state = ?",
                    DeliveryState.WAITING.name(), clock.millis(), DeliveryState.SENDING.name());
        });
    }

    /** What is due now, oldest first. */
    List<Delivery> due(int limit) throws QueueException {
        return database.read(sql -> rows.deliveries(sql,
                "WHERE state IN ('WAITING', 'FAILED') AND due_at <= ? ORDER BY enqueued_at, id LIMIT ?",
                clock.millis(), limit));
    }

    /** Takes a delivery; false when somebody else changed it since it was read. */
    boolean begin(Delivery delivery) throws QueueException {
        return database.transaction(sql -> {
            boolean taken = Rows.update(sql, "UPDATE delivery SET state = ? WHERE id = ? AND state = ?",
                    DeliveryState.SENDING.name(), delivery.id(), delivery.state().name()) == 1;
            if (taken) {
                Rows.update(sql, "INSERT INTO attempt (delivery_id, started_at) VALUES (?, ?)",
                        delivery.id(), clock.millis());
            }
            return taken;
        });
    }

    /** Whether the delivery is still meant to be sent. */
    boolean stillSending(String deliveryId) throws QueueException {
        return database.read(sql -> !rows.deliveries(sql, "WHERE id = ? AND state = 'SENDING'", deliveryId).isEmpty());
    }

    void arrived(String deliveryId, ItemEvidence evidence) throws QueueException {
        database.transaction(sql -> Rows.update(sql, "UPDATE item SET evidence = ? WHERE delivery_id = ? AND remote_name = ?",
                json.write(evidence), deliveryId, evidence.remoteName()));
    }

    /** Ends the attempt and changes the state, with everything that belongs to the new one. */
    boolean end(String deliveryId, Ending ending) throws QueueException {
        return database.transaction(sql -> {
            Rows.update(sql, "UPDATE attempt SET ended_at = ?, bytes = ?, outcome = ? "
                    + "WHERE delivery_id = ? AND ended_at IS NULL", clock.millis(), ending.bytes(), ending.outcome(), deliveryId);
            boolean moved = Rows.update(sql, "UPDATE delivery SET state = ?, due_at = ?, failures = ?, failure_code = ?, "
                            + "failure_message = ? WHERE id = ? AND state = 'SENDING'",
                    ending.state().name(), ending.due().toEpochMilli(), ending.failures(), ending.code(), ending.message(),
                    deliveryId) == 1;
            if (moved) {
                storeReceipt(sql, deliveryId, ending);
            }
            return moved;
        });
    }

    private void storeReceipt(Connection sql, String deliveryId, Ending ending) throws SQLException {
        if (ending.receipt().isPresent()) {
            Rows.update(sql, "INSERT INTO receipt (delivery_id, json) VALUES (?, ?)",
                    deliveryId, json.write(ending.receipt().get()));
        }
    }
}
