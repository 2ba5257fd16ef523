package sluice.app.catalogue;

import java.security.SecureRandom;
import java.util.Optional;

/** Writes the outbox and the receipts. */
public final class DeliveryChanges {

    private final Sql sql;
    private final Artefacts artefacts;
    private final Deliveries deliveries;
    private final Trace trace;
    private final SecureRandom random;

    DeliveryChanges(Sql sql, Artefacts artefacts, Deliveries deliveries, Trace trace, SecureRandom random) {
        this.sql = sql;
        this.artefacts = artefacts;
        this.deliveries = deliveries;
        this.trace = trace;
        this.random = random;
    }

    /**
     * Puts a package into the outbox; to be called in one transaction with the move of the study's state. The same package
     * goes to the same destination once: asked again, the delivery that exists is returned.
     */
    public OutboxDelivery enqueue(long artefact, String destination) {
        Artefact pack = artefacts.get(artefact);
        if (pack.status() != Artefact.Status.COMPLETE) {
            throw new IllegalStateException("only a complete artefact can be delivered");
        }
        Optional<String> known = sql.one(
                row -> row.getString(1),
                "SELECT id FROM delivery WHERE artefact_id = ? AND destination = ?",
                artefact,
                destination);
        String id = known.orElseGet(this::newId);
        if (known.isEmpty()) {
            sql.run(
                    "INSERT INTO delivery SELECT ?, study_id, id, ?, ?, NULL FROM artefact WHERE id = ?",
                    id,
                    destination,
                    trace.millis(),
                    artefact);
        }
        trace.about(pack.study(), "delivery", id);
        trace.about(pack.study(), "destination", destination);
        return get(id);
    }

    /** The queue has taken it, durably. */
    public void handedOver(String id) {
        OutboxDelivery delivery = get(id);
        sql.run("UPDATE delivery SET handed_over = ? WHERE id = ? AND handed_over IS NULL", trace.millis(), id);
        trace.about(delivery.study(), "delivery", id);
    }

    /**
     * Keeps a receipt; the same text again changes nothing. To be called in one transaction with the move of the study's
     * state when the receipt suffices for one.
     *
     * @param json as the delivery library writes it; holds no patient's value
     */
    public void receipt(String id, String json) {
        OutboxDelivery delivery = get(id);
        if (!delivery.receipts().contains(json)) {
            sql.run(
                    "INSERT INTO receipt VALUES (?, ?, ?, ?)", id, delivery.receipts().size() + 1, trace.millis(), json);
        }
        trace.about(delivery.study(), "delivery", id);
    }

    private OutboxDelivery get(String id) {
        return deliveries.find(id).orElseThrow(() -> new UnknownStudy("delivery"));
    }

    private String newId() {
        byte[] bytes = new byte[17];
        random.nextBytes(bytes);
        return Base32.encode(bytes, 26);
    }
}
