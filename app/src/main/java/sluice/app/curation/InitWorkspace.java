package sluice.app.curation;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.CatalogueException;
import sluice.app.catalogue.CatalogueFiles;
import sluice.app.catalogue.WorkspaceLock;
import sluice.app.settings.KeyFolder;
import sluice.app.settings.PassphraseCost;
import sluice.app.settings.Secrets;
import sluice.app.settings.Settings;
import sluice.app.settings.SettingsException;
import sluice.app.settings.SettingsFile;
import sluice.app.settings.Vault;
import sluice.transfer.seal.SiteKey;

/** Makes a workspace. One whose making was interrupted is finished. */
public final class InitWorkspace {
    private final Clock clock;
    private final SecureRandom random;
    private final KeyFolder keys;
    private final PassphraseCost cost;
    private final String actor;

    public InitWorkspace(Clock clock, SecureRandom random, KeyFolder keys, PassphraseCost cost, String actor) {
        this.clock = clock;
        this.random = random;
        this.keys = keys;
        this.cost = cost;
        this.actor = actor;
    }

    /** @param keyProtection for people: a passphrase, or where the key file is */
    public record Made(String workspace, String workspaceId, String keyProtection) {}

    /**
     * @param passphrase the caller wipes it
     * @throws CurationException.Refused when there is a workspace, or the folder holds something else
     */
    public Made init(WorkspaceFolder folder, String site, Optional<char[]> passphrase) throws CurationException, IOException {
        try {
            return make(folder, site, passphrase);
        } catch (SettingsException e) {
            throw new CurationException.NoAccess(e.getMessage(), e);
        } catch (CatalogueException e) {
            throw new CurationException.Refused(e.getMessage(), e);
        } catch (FileSystemException e) {
            if (IoTrouble.of(e).canBeRemoved()) {
                throw e;
            }
            throw new CurationException.Refused("the workspace" + (passphrase.isPresent() ? "" : " or the folder for its key file, "
                    + keys.folder() + ",") + " cannot be written to; the same command finishes what was begun"
                    + (passphrase.isPresent() ? "" : ". SLUICE_KEYS names another folder for key files"), e);
        }
    }

    private Made make(WorkspaceFolder folder, String site, Optional<char[]> passphrase) throws CurationException, IOException {
        SettingsFile settings = new SettingsFile(folder.settings());
        if (settings.exists()) {
            throw new CurationException.Refused("there is a workspace here already; it was left as it is");
        }
        Files.createDirectories(folder.root());
        Vault vault = new Vault(folder.root(), keys, cost, random);
        if (!vault.exists() && !isEmpty(folder.root())) {
            throw new CurationException.Refused("the folder is not empty and holds no workspace; choose a new or empty one");
        }
        try (WorkspaceLock lock = WorkspaceLock.acquire(folder.root())) {
            char[] secret = passphrase.orElse(null);
            String id = vault.exists() ? vault.workspaceId() : UUID.nameUUIDFromBytes(randomBytes()).toString();
            try (Secrets secrets = vault.exists() ? vault.open(secret) : vault.create(id, secret)) {
                byte[] dataKey = secrets.dataKey();
                try {
                    new CatalogueFiles(clock, random).create(folder.catalogue(), id, site, dataKey,
                            AuditDraft.of(actor, "workspace.init")).close();
                } finally {
                    Arrays.fill(dataKey, (byte) 0);
                }
                writePublicKey(secrets, folder.sitePublicKey());
            }
            Files.createDirectories(folder.artefacts());
            Files.createDirectories(folder.staging());
            settings.save(Settings.initial(site)); // last: its presence says that the workspace is whole
            return new Made(folder.root().toString(), id, passphrase.isPresent() ? "a passphrase"
                    : "a key file in " + keys.folder() + "; without it or a copy of it nobody can open this workspace");
        }
    }

    private static void writePublicKey(Secrets secrets, Path file) throws IOException {
        byte[] seed = secrets.signingKey();
        try (SiteKey key = SiteKey.ofSeed(seed)) {
            Files.write(file, key.identity().format());
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(p -> p.getFileName().toString().equals("workspace.lock"));
        }
    }
}
