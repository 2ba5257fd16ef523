package sluice.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.CatalogueException;
import sluice.app.catalogue.CatalogueFiles;
import sluice.app.catalogue.WorkspaceBusy;
import sluice.app.catalogue.WorkspaceLock;
import sluice.app.curation.AuditTrail;
import sluice.app.curation.CataloguePatients;
import sluice.app.curation.CheckStudies;
import sluice.app.curation.CurationException;
import sluice.app.curation.DecideStudies;
import sluice.app.curation.DeidentifyStudies;
import sluice.app.curation.DeliveryStatus;
import sluice.app.curation.Destinations;
import sluice.app.curation.IdentityVault;
import sluice.app.curation.ListStudies;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.ReadWorkspace;
import sluice.app.curation.RunThrough;
import sluice.app.curation.ScanSources;
import sluice.app.curation.SendDeliveries;
import sluice.app.curation.StageStudies;
import sluice.app.curation.WorkspaceFolder;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.pseudonym.ProjectSecrets;
import sluice.app.intake.Scanner;
import sluice.app.release.DestinationBook;
import sluice.app.release.Dispatch;
import sluice.app.release.Packager;
import sluice.app.release.Sending;
import sluice.app.settings.Secrets;
import sluice.app.settings.SettingsException;
import sluice.app.settings.SettingsFile;
import sluice.app.settings.Vault;
import sluice.transfer.bag.Digest;
import sluice.transfer.queue.DeliveryQueue;
import sluice.transfer.queue.QueueException;
import sluice.transfer.queue.RetryPolicy;
import sluice.transfer.seal.SiteKey;
import sluice.transfer.staging.StagingArea;

/** Opens a workspace: takes its lock, opens its vault, and wires the use cases over what is in it. */
final class WorkspaceBuilder {
    private final Clock clock;
    private final SecureRandom random;
    private final DestinationBook book;
    private final String actor;
    private final int workers;

    WorkspaceBuilder(Clock clock, SecureRandom random, DestinationBook book, String actor, int workers) {
        this.clock = clock;
        this.random = random;
        this.book = book;
        this.actor = actor;
        this.workers = workers;
    }

    OpenWorkspace open(WorkspaceFolder folder, Vault vault, Optional<char[]> passphrase) throws CurationException, IOException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            // last opened, first closed
            WorkspaceLock lock = WorkspaceLock.acquire(folder.root());
            parts.push(lock);
            Secrets secrets = vault.open(passphrase.orElse(null));
            parts.push(secrets);
            return wire(folder, secrets, vault, parts);
        } catch (SettingsException e) {
            closeAll(parts);
            throw new CurationException.NoAccess(e.getMessage(), e);
        } catch (WorkspaceBusy e) {
            closeAll(parts);
            throw new CurationException.Busy(e.getMessage(), e);
        } catch (CatalogueException | QueueException e) {
            closeAll(parts);
            throw new CurationException.Refused(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    /** Takes no lock: what is read is what was committed last, whoever is writing beside. */
    ReadWorkspace openForReading(WorkspaceFolder folder, Vault vault, Optional<char[]> passphrase)
            throws CurationException, IOException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try (Secrets secrets = vault.open(passphrase.orElse(null))) {
            byte[] dataKey = secrets.dataKey();
            Catalogue catalogue = new CatalogueFiles(clock, random).openForReading(folder.catalogue(), dataKey);
            Arrays.fill(dataKey, (byte) 0);
            parts.push(catalogue);
            DeliveryQueue queue = DeliveryQueue.open(folder.queue(), clock);
            parts.push(queue);
            SettingsFile settings = new SettingsFile(folder.settings());
            return new ReadWorkspace(new ListStudies(catalogue), new Destinations(settings, catalogue, book, actor),
                    new DeliveryStatus(catalogue, queue, settings), new AuditTrail(catalogue), List.copyOf(parts));
        } catch (SettingsException e) {
            closeAll(parts);
            throw new CurationException.NoAccess(e.getMessage(), e);
        } catch (CatalogueException | QueueException e) {
            closeAll(parts);
            throw new CurationException.Refused(e.getMessage(), e);
        }
    }

    private OpenWorkspace wire(WorkspaceFolder folder, Secrets secrets, Vault vault, Deque<AutoCloseable> parts)
            throws IOException, QueueException {
        Catalogue catalogue = catalogue(folder, secrets, parts);
        ProjectSecrets projectSecrets = new ProjectSecrets(projectSecrets(secrets, parts), new CataloguePatients(catalogue));
        SettingsFile settings = new SettingsFile(folder.settings());
        DeliveryQueue queue = DeliveryQueue.open(folder.queue(), clock);
        parts.push(queue);
        StagingArea staging = StagingArea.open(folder.staging());
        parts.push(staging);
        SiteKey siteKey = siteKey(secrets, parts);
        Dispatch dispatch = new Dispatch(catalogue, queue, (sha256, size) -> staging.path(new Digest(sha256)), actor);
        Packager packager = new Packager(staging, siteKey, settings.load().site(), clock, random);

        ListStudies studies = new ListStudies(catalogue);
        ScanSources scan = new ScanSources(catalogue, new Scanner(catalogue, folder.root(), actor, workers), folder, actor);
        DeidentifyStudies deidentify = new DeidentifyStudies(catalogue, folder, projectSecrets, actor, workers);
        CheckStudies check = new CheckStudies(catalogue, folder, actor, workers);
        DecideStudies decide = new DecideStudies(catalogue, study -> {
            try {
                List<String> there = dispatch.stop(study.id());
                return there.isEmpty() ? "" : "already delivered, tell the recipient: " + String.join(", ", there);
            } catch (QueueException e) {
                throw new CurationException.Refused(e.getMessage(), e);
            }
        }, actor);
        Destinations destinations = new Destinations(settings, catalogue, book, actor);
        StageStudies stage = new StageStudies(catalogue, folder, destinations, packager, staging, dispatch, actor);
        DeliveryStatus status = new DeliveryStatus(catalogue, queue, settings);
        SendDeliveries send = new SendDeliveries(dispatch, new Sending(queue, book, RetryPolicy.standard(), () -> random.nextDouble()),
                status, destinations, settings);
        RunThrough run = new RunThrough(scan, studies, deidentify, check, decide,
                new RunThrough.Delivering(destinations, stage, send));
        return new OpenWorkspace(scan, studies, deidentify, check, decide, stage, destinations, send, status,
                new AuditTrail(catalogue), run, new IdentityVault(catalogue, vault, random, actor), List.copyOf(parts));
    }

    private Catalogue catalogue(WorkspaceFolder folder, Secrets secrets, Deque<AutoCloseable> parts) {
        byte[] dataKey = secrets.dataKey();
        try {
            Catalogue catalogue = new CatalogueFiles(clock, random).open(folder.catalogue(), dataKey);
            parts.push(catalogue);
            return catalogue;
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private static List<ProjectSecret> projectSecrets(Secrets secrets, Deque<AutoCloseable> parts) {
        List<ProjectSecret> versions = new ArrayList<>();
        byte[] text = secrets.named(IdentityVault.SHARED_TEXT).orElse(new byte[0]);
        try {
            for (int version = 1; version <= secrets.projectSecretVersion(); version++) {
                byte[] bytes = secrets.projectSecret(version);
                try {
                    ProjectSecret secret = new ProjectSecret(version, bytes, text);
                    parts.push(secret);
                    versions.add(secret);
                } finally {
                    Arrays.fill(bytes, (byte) 0);
                }
            }
            return versions;
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static SiteKey siteKey(Secrets secrets, Deque<AutoCloseable> parts) throws IOException {
        byte[] seed = secrets.signingKey();
        try {
            SiteKey key = SiteKey.ofSeed(seed);
            parts.push(key);
            return key;
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                continue; // the failure that brought us here is the one to tell
            }
        }
    }
}
