package sluice.app.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A package that is to go to a destination.
 *
 * @param id random, 26 characters; the queue uses the same, so handing it over twice does no harm
 * @param artefact number of the {@link ArtefactStep#PACKAGED} artefact
 * @param handedOver when the queue took it
 * @param receipts JSON texts as they came, oldest first
 */
public record OutboxDelivery(
        String id,
        StudyId study,
        long artefact,
        String destination,
        Instant created,
        Optional<Instant> handedOver,
        List<String> receipts) {}
