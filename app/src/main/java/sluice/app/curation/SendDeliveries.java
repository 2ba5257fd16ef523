package sluice.app.curation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.app.job.Progress;
import sluice.app.release.Dispatch;
import sluice.app.release.Sending;
import sluice.app.settings.SettingsFile;
import sluice.transfer.queue.QueueException;
import sluice.transfer.queue.RunReport;

/** Sends what is queued and brings the receipts home. */
public final class SendDeliveries {
    private static final Set<String> NO_ACCESS = Set.of("Unreachable", "NotAuthenticated", "PeerChanged", "PeerUnknown");
    private final Dispatch dispatch;
    private final Sending sending;
    private final DeliveryStatus status;
    private final Destinations destinations;
    private final SettingsFile settings;

    public SendDeliveries(Dispatch dispatch, Sending sending, DeliveryStatus status, Destinations destinations,
            SettingsFile settings) {
        this.dispatch = dispatch;
        this.sending = sending;
        this.status = status;
        this.destinations = destinations;
        this.settings = settings;
    }

    /**
     * @param destination only what goes there, if given
     * @param now whether what failed or is held is tried at once, as when a person asks; else only what is due
     * @throws CurationException.Refused when another process is sending from this workspace
     */
    public SendResult run(Optional<String> destination, boolean now, Progress progress)
            throws CurationException, IOException, InterruptedException {
        if (destination.isPresent()) {
            destinations.get(destination.get());
        }
        try {
            Map<String, RunReport.Result> tried = new LinkedHashMap<>();
            dispatch.collectReceipts(); // a killed run may have left some behind
            if (now) {
                sending.release(destination);
            }
            round(destination, progress, tried);
            List<DeliveryRow> rows = new ArrayList<>();
            for (DeliveryRow row : status.deliveries()) {
                if (tried.containsKey(row.delivery())) {
                    rows.add(row);
                }
            }
            boolean noAccess = tried.values().stream().flatMap(r -> r.failure().stream()).anyMatch(f -> NO_ACCESS.contains(f.code()));
            return new SendResult(rows, noAccess);
        } catch (QueueException e) {
            throw new CurationException.Refused(e.getMessage(), e);
        }
    }

    private void round(Optional<String> destination, Progress progress, Map<String, RunReport.Result> tried)
            throws QueueException, IOException, InterruptedException {
        dispatch.handOver();
        try {
            while (true) {
                List<RunReport.Result> results = sending.run(settings.load().destinations(), destination, progress);
                results.forEach(r -> tried.put(r.deliveryId(), r));
                dispatch.collectReceipts();
                if (results.isEmpty()) {
                    return;
                }
            }
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                dispatch.collectReceipts();
            }
        }
    }
}
