package sluice.app.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.ArtefactFile;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.OutboxDelivery;
import sluice.app.catalogue.StudyState;
import sluice.app.catalogue.View;
import sluice.transfer.connector.Upload;
import sluice.transfer.queue.Delivery;
import sluice.transfer.queue.DeliveryQueue;
import sluice.transfer.queue.DeliveryState;
import sluice.transfer.queue.QueueException;

/**
 * Carries deliveries from the catalogue's outbox to the queue, and receipts back. Both ends may be repeated at any time:
 * the queue knows a delivery by its id, the catalogue a receipt by its text.
 */
public final class Dispatch {
    private final Catalogue catalogue;
    private final DeliveryQueue queue;
    private final StagedPaths staged;
    private final String actor;

    public Dispatch(Catalogue catalogue, DeliveryQueue queue, StagedPaths staged, String actor) {
        this.catalogue = catalogue;
        this.queue = queue;
        this.staged = staged;
        this.actor = actor;
    }

    /** Where the staging area keeps the content with this SHA-256. */
    public interface StagedPaths {
        Path of(String sha256, long size);
    }

    /** Gives the queue what it has not taken yet, and moves its studies from PACKAGED to QUEUED. */
    public void handOver() throws QueueException {
        for (OutboxDelivery delivery : catalogue.read(view -> view.deliveries().pending())) {
            boolean meant = catalogue.read(view -> isCurrent(view, delivery)
                    && view.studies().get(delivery.study()).state() == StudyState.PACKAGED);
            if (!meant) {
                continue; // withdrawn, or packed again, before it was handed over
            }
            queue.enqueue(delivery.id(), delivery.destination(), uploads(delivery));
            catalogue.commit(AuditDraft.of(actor, "delivery.queue").about(delivery.study().handle()), change -> {
                change.deliveries().handedOver(delivery.id());
                return change.studies().move(delivery.study(), Set.of(StudyState.PACKAGED), StudyState.QUEUED);
            });
        }
    }

    /** Whether it is the study's last package; what becomes of an earlier one says nothing about the study any more. */
    private static boolean isCurrent(View view, OutboxDelivery delivery) {
        return view.artefacts().get(delivery.artefact()).status() == Artefact.Status.COMPLETE;
    }

    /** The sealed archive first, its signed manifest last: who sees the manifest knows that the archive is complete. */
    private List<Upload> uploads(OutboxDelivery delivery) {
        List<ArtefactFile> files = new ArrayList<>(catalogue.read(view -> view.artefacts().files(delivery.artefact())));
        files.sort(Comparator.comparing((ArtefactFile f) -> Packager.isManifest(f.name())).thenComparing(ArtefactFile::name));
        return files.stream().map(f -> new Upload(f.name(), staged.of(f.sha256(), f.size()), f.size(), f.sha256())).toList();
    }

    /** Keeps the receipts of what was sent, and moves the studies on as far as the evidence goes. */
    public void collectReceipts() throws QueueException {
        for (OutboxDelivery delivery : catalogue.read(view -> view.deliveries().all())) {
            Optional<Delivery> sent = queue.find(delivery.id());
            if (sent.isPresent() && sent.get().state().isFinal() && sent.get().state() != DeliveryState.CANCELLED) {
                collect(delivery, sent.get());
            }
        }
    }

    private void collect(OutboxDelivery delivery, Delivery sent) throws QueueException {
        StudyState to = sent.state() == DeliveryState.RECEIVED ? StudyState.RECEIVED : StudyState.SENT;
        Set<StudyState> from = to == StudyState.RECEIVED ? Set.of(StudyState.QUEUED, StudyState.SENT) : Set.of(StudyState.QUEUED);
        String receipt = queue.receiptText(delivery.id()).orElse("");
        boolean known = receipt.isEmpty() || delivery.receipts().contains(receipt);
        boolean moves = catalogue.read(view -> isCurrent(view, delivery)
                && from.contains(view.studies().get(delivery.study()).state()));
        if (known && !moves) {
            return;
        }
        catalogue.commit(AuditDraft.of(actor, "delivery.receipt").about(delivery.study().handle())
                .with("evidence", evidence(sent)), change -> {
                    if (!known) {
                        change.deliveries().receipt(delivery.id(), receipt);
                    }
                    if (moves) {
                        change.studies().move(delivery.study(), from, to);
                    }
                    return null;
                });
    }

    /** The weakest evidence among the items. */
    private static String evidence(Delivery delivery) {
        return delivery.items().stream().flatMap(i -> i.evidence().stream()).map(e -> e.evidence().strength())
                .min(Comparator.naturalOrder()).map(s -> s.label()).orElse("none");
    }

    /**
     * Stops what is not sent yet.
     *
     * @return the destinations that have something of the study already, and under which names
     */
    public List<String> stop(sluice.app.catalogue.StudyId study) throws QueueException {
        List<String> there = new ArrayList<>();
        for (OutboxDelivery delivery : catalogue.read(view -> view.deliveries().of(study))) {
            Optional<Delivery> queued = queue.find(delivery.id());
            if (queued.isEmpty()) {
                continue;
            }
            if (queued.get().state().next().contains(DeliveryState.CANCELLED)) {
                queue.cancel(delivery.id());
            }
            queued.get().items().stream().filter(i -> i.evidence().isPresent())
                    .forEach(i -> there.add(delivery.destination() + ": " + i.upload().remoteName()));
        }
        return there;
    }
}
