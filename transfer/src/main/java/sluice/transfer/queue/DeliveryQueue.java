package sluice.transfer.queue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Receipt;
import sluice.transfer.receipt.ReceiptJson;

/**
 * The durable list of deliveries. Entering, looking, cancelling and releasing may be done by any process at any time;
 * sending is {@link QueueWorker}'s. When a method returns, what it did is on the medium.
 */
public final class DeliveryQueue implements AutoCloseable {
    private final Path file;
    private final Database database;
    private final InstantSource clock;
    private final Rows rows = new Rows();

    private DeliveryQueue(Path file, Database database, InstantSource clock) {
        this.file = file;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the queue, creating or updating its file where needed.
     *
     * @param file an SQLite file; its folder exists
     * @throws QueueException.Storage when it cannot be used
     * @throws QueueException.TooNew  when a later version wrote it
     */
    public static DeliveryQueue open(Path file, InstantSource clock) throws QueueException {
        return new DeliveryQueue(file, Database.open(file), Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Enters a delivery. Entering the same content again under the same id changes nothing but where unsent items are
     * read from, so that it is safe to repeat.
     *
     * @param uploads in the order of sending, with different names; the last one is sent when all others have arrived
     * @return the delivery as it stands now
     * @throws QueueException.DifferentContent when the id is taken by something else
     */
    public Delivery enqueue(String deliveryId, String destination, List<Upload> uploads) throws QueueException {
        Set<String> names = new HashSet<>();
        if (uploads.isEmpty() || !uploads.stream().allMatch(upload -> names.add(upload.remoteName()))) {
            throw new IllegalArgumentException("a delivery has at least one item, and its items have different names");
        }
        return database.transaction(sql -> {
            Optional<Delivery> existing = find(sql, deliveryId);
            if (existing.isPresent()) {
                repeat(sql, existing.get(), destination, uploads);
            } else {
                insert(sql, deliveryId, destination, uploads);
            }
            return find(sql, deliveryId).orElseThrow();
        });
    }

    private void insert(Connection sql, String id, String destination, List<Upload> uploads) throws SQLException {
        long now = clock.millis();
        Rows.update(sql, "INSERT INTO delivery (id, destination, state, enqueued_at, due_at) VALUES (?, ?, ?, ?, ?)",
                id, destination, DeliveryState.WAITING.name(), now, now);
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            Rows.update(sql, "INSERT INTO item (delivery_id, position, remote_name, source, size, sha256) "
                            + "VALUES (?, ?, ?, ?, ?, ?)",
                    id, i, upload.remoteName(), upload.source().toAbsolutePath().toString(), upload.size(), upload.sha256());
        }
    }

    private static void repeat(Connection sql, Delivery existing, String destination, List<Upload> uploads)
            throws SQLException, QueueException {
        boolean same = existing.destination().equals(destination) && existing.items().size() == uploads.size();
        for (int i = 0; same && i < uploads.size(); i++) {
            Upload known = existing.items().get(i).upload();
            Upload given = uploads.get(i);
            same = known.remoteName().equals(given.remoteName()) && known.size() == given.size()
                    && known.sha256().equals(given.sha256());
        }
        if (!same) {
            throw new QueueException.DifferentContent();
        }
        for (int i = 0; i < uploads.size(); i++) {
            Rows.update(sql, "UPDATE item SET source = ? WHERE delivery_id = ? AND position = ? AND evidence IS NULL",
                    uploads.get(i).source().toAbsolutePath().toString(), existing.id(), i);
        }
    }

    /** The delivery with this id. */
    public Optional<Delivery> find(String deliveryId) throws QueueException {
        return database.read(sql -> find(sql, deliveryId));
    }

    private Optional<Delivery> find(Connection sql, String deliveryId) throws SQLException {
        return rows.deliveries(sql, "WHERE id = ?", deliveryId).stream().findFirst();
    }

    /** All deliveries, oldest first. */
    public List<Delivery> all() throws QueueException {
        return database.read(sql -> rows.deliveries(sql, "ORDER BY enqueued_at, id"));
    }

    /** All tries of a delivery, oldest first. */
    public List<Attempt> attempts(String deliveryId) throws QueueException {
        return database.read(sql -> Rows.attempts(sql, deliveryId));
    }

    /** The receipt of a delivery that is sent or received. */
    public Optional<Receipt> receipt(String deliveryId) throws QueueException {
        return receiptText(deliveryId).map(new ReceiptJson()::parseReceipt);
    }

    /** The stored text of that receipt, byte for byte. */
    public Optional<String> receiptText(String deliveryId) throws QueueException {
        return database.read(sql -> Rows.receipt(sql, deliveryId));
    }

    /**
     * Gives a delivery up. What has arrived stays at the destination; a worker that is at it stops after its item.
     *
     * @throws QueueException.NotPossible when it is already sent, received or cancelled
     */
    public void cancel(String deliveryId) throws QueueException {
        database.transaction(sql -> {
            Optional<Delivery> found = find(sql, deliveryId);
            if (found.isEmpty() || !found.get().state().next().contains(DeliveryState.CANCELLED)) {
                throw new QueueException.NotPossible("only a delivery that is not yet sent can be cancelled");
            }
            return Rows.update(sql, "UPDATE delivery SET state = ? WHERE id = ?",
                    DeliveryState.CANCELLED.name(), deliveryId);
        });
    }

    /**
     * Lets a held or failed delivery be tried again at once, with its count of failures back at zero.
     *
     * @throws QueueException.NotPossible when it is neither
     */
    public void release(String deliveryId) throws QueueException {
        database.transaction(sql -> {
            Optional<Delivery> found = find(sql, deliveryId);
            if (found.isEmpty() || found.get().state() != DeliveryState.HELD && found.get().state() != DeliveryState.FAILED) {
                throw new QueueException.NotPossible("only a held or failed delivery can be released");
            }
            return Rows.update(sql, "UPDATE delivery SET state = ?, due_at = ?, failures = 0 WHERE id = ?",
                    DeliveryState.WAITING.name(), clock.millis(), deliveryId);
        });
    }

    WorkLog workLog() {
        return new WorkLog(database, rows, clock);
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        database.close();
    }
}
