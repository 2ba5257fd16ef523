package sluice.app.curation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.OutboxDelivery;
import sluice.app.catalogue.StateCount;
import sluice.app.catalogue.StudyState;
import sluice.app.settings.SettingsFile;
import sluice.transfer.queue.Delivery;
import sluice.transfer.queue.DeliveryQueue;
import sluice.transfer.queue.DeliveryState;
import sluice.transfer.queue.QueueException;

/** Tells how everything stands. Needs no right to write. */
public final class DeliveryStatus {
    private final Catalogue catalogue;
    private final DeliveryQueue queue;
    private final SettingsFile settings;

    public DeliveryStatus(Catalogue catalogue, DeliveryQueue queue, SettingsFile settings) {
        this.catalogue = catalogue;
        this.queue = queue;
        this.settings = settings;
    }

    public StatusReport report() throws CurationException, IOException {
        Map<String, Long> studies = new LinkedHashMap<>();
        Map<StudyState, Long> counts = new HashMap<>();
        for (StateCount count : catalogue.read(view -> view.studies().countsByState())) {
            counts.put(count.state(), count.studies());
        }
        for (StudyState state : StudyState.values()) {
            if (counts.containsKey(state)) {
                studies.put(state.name(), counts.get(state));
            }
        }
        long quarantined = catalogue.read(view -> view.findings().quarantined());
        try {
            return new StatusReport(settings.load().site(), studies, quarantined, deliveries());
        } catch (QueueException e) {
            throw new CurationException.Refused(e.getMessage(), e);
        }
    }

    /** All deliveries, oldest first, also those that the queue has not taken yet. */
    List<DeliveryRow> deliveries() throws QueueException {
        Map<String, Delivery> queued = new HashMap<>();
        queue.all().forEach(d -> queued.put(d.id(), d));
        List<DeliveryRow> rows = new ArrayList<>();
        for (OutboxDelivery out : catalogue.read(view -> view.deliveries().all())) {
            Delivery d = queued.get(out.id());
            rows.add(d == null
                    ? new DeliveryRow(out.id(), out.study().handle(), out.destination(), outbox(out), List.of(), 0, 0, null, "")
                    : row(out, d));
        }
        return rows;
    }

    /** What was withdrawn or packed again before the queue took it stays in the outbox and never leaves it. */
    private String outbox(OutboxDelivery out) {
        return catalogue.read(view -> view.studies().get(out.study()).state() == StudyState.PACKAGED
                && view.artefacts().get(out.artefact()).status() == Artefact.Status.COMPLETE) ? "OUTBOX" : "CANCELLED";
    }

    private DeliveryRow row(OutboxDelivery out, Delivery d) throws QueueException {
        List<DeliveryRow.Item> items = d.items().stream().map(i -> new DeliveryRow.Item(i.upload().remoteName(), i.upload().size(),
                i.upload().sha256(), i.evidence().map(e -> e.evidence().strength().label()).orElse(""))).toList();
        boolean again = d.state() == DeliveryState.WAITING || d.state() == DeliveryState.FAILED;
        return new DeliveryRow(d.id(), out.study().handle(), d.destination(), d.state().name(), items,
                items.stream().mapToLong(DeliveryRow.Item::bytes).sum(), queue.attempts(d.id()).size(),
                again ? d.schedule().dueAt() : null, d.failure().map(f -> f.message()).orElse(""));
    }
}
