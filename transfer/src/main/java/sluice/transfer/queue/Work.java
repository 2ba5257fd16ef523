package sluice.transfer.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.transfer.connector.FileDelivery;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.TransferListener;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;
import sluice.transfer.receipt.EvidencePolicy;
import sluice.transfer.receipt.ItemEvidence;
import sluice.transfer.receipt.Receipt;

/** One attempt at one delivery. */
final class Work {
    private final Line line;
    private final Delivery delivery;
    private final WorkLog log;
    private final QueueListener listener;
    private long bytes;

    Work(Line line, Delivery delivery, WorkLog log, QueueListener listener) {
        this.line = line;
        this.delivery = delivery;
        this.log = log;
        this.listener = listener;
    }

    /** Says how an attempt that failed ends. */
    interface Judge {
        Ending failed(Delivery delivery, TransferException e, long bytes);
    }

    Ending run(Judge judge) throws QueueException {
        try {
            FileSession session = line.session();
            List<ItemEvidence> seen = new ArrayList<>();
            for (int i = 0; i < delivery.items().size(); i++) {
                DeliveryItem item = delivery.items().get(i);
                if (item.evidence().isEmpty() && !log.stillSending(delivery.id())) {
                    return new Ending(DeliveryState.CANCELLED, log.now(), 0, Optional.empty(), Optional.empty(), bytes);
                }
                seen.add(item.evidence().isPresent() ? item.evidence().get() : deliver(session, i, item.upload()));
            }
            return complete(session, seen);
        } catch (TransferException e) {
            line.failed(e);
            return judge.failed(delivery, e, bytes);
        } catch (RuntimeException e) {
            line.close();
            Failure failure = new Failure("Internal", "An unexpected error stopped this delivery. What arrived stays "
                    + "there. Report it, then release the delivery.");
            log.end(delivery.id(), new Ending(DeliveryState.HELD, log.now(), delivery.schedule().failures() + 1,
                    Optional.of(failure), Optional.empty(), bytes));
            throw e;
        }
    }

    private ItemEvidence deliver(FileSession session, int index, Upload upload) throws TransferException, QueueException {
        long[] last = {Long.MAX_VALUE};
        TransferListener counting = (position, size) -> {
            bytes += Math.max(0, position - last[0]);
            last[0] = position;
            listener.progress(delivery.id(), index, position, size);
        };
        Evidence evidence = new FileDelivery(session).deliver(upload, counting);
        ItemEvidence seen = new ItemEvidence(upload.remoteName(), upload.size(), upload.sha256(), evidence, log.now());
        log.arrived(delivery.id(), seen);
        return seen;
    }

    private Ending complete(FileSession session, List<ItemEvidence> seen) throws TransferException {
        Instant last = seen.stream().map(ItemEvidence::observedAt).max(Instant::compareTo).orElseThrow();
        Receipt receipt = new Receipt(delivery.id(), delivery.destination(),
                line.target().destination().connector().kind(), session.peer(), seen, last);
        boolean received = line.target().policy().judge(receipt) instanceof EvidencePolicy.Verdict.Received;
        return new Ending(received ? DeliveryState.RECEIVED : DeliveryState.SENT, log.now(), 0, Optional.empty(),
                Optional.of(receipt), bytes);
    }
}
