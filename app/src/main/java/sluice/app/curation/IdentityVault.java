package sluice.app.curation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.PatientPair;
import sluice.app.catalogue.UidPair;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.settings.Secrets;
import sluice.app.settings.SettingsException;
import sluice.app.settings.Vault;

/**
 * The way back from pseudonyms and new UIDs, for who can open the workspace, and the versions of the project's secret. Every
 * use leaves an audit entry, written before anything is told; entries never hold a value of a patient.
 */
public final class IdentityVault {
    /** Name of the shared text among the secrets of the workspace. */
    public static final String SHARED_TEXT = "pseudonym-text";
    private final Catalogue catalogue;
    private final Vault vault;
    private final SecureRandom random;
    private final String actor;

    public IdentityVault(Catalogue catalogue, Vault vault, SecureRandom random, String actor) {
        this.catalogue = catalogue;
        this.vault = vault;
        this.random = random;
        this.actor = actor;
    }

    /**
     * What was found; identifies. {@link #toString} shows nothing.
     *
     * @param kind {@code patient} or {@code uid}
     * @param pseudonym of the patient
     * @param patient what the pseudonym derives from: ID and issuer, or what there was without an ID
     * @param uid the old UID; empty if a patient was looked for
     */
    public record Found(String kind, String pseudonym, int secretVersion, List<String> patient, String uid) {
        @Override
        public String toString() {
            return "Found[…]";
        }
    }

    /** What was written. */
    public record Exported(String file, long patients, long uids, boolean encrypted) {}

    /** @param secretVersion the newest, for patients who come from now on */
    public record Rotated(int secretVersion) {}

    /** @param replaced whether there was another text before */
    public record Shared(boolean replaced) {}

    /** @throws CurationException.Unknown when nothing left under this name */
    public Found lookup(String name) throws CurationException {
        Optional<Found> found = catalogue.read(view -> {
            Optional<UidPair> uid = view.pseudonyms().uid(name);
            Optional<PatientPair> patient = view.pseudonyms().patient(uid.map(UidPair::pseudonym).orElse(name));
            return patient.map(p -> new Found(uid.isPresent() ? "uid" : "patient", p.pseudonym(), p.secretVersion(), p.identity(),
                    uid.map(UidPair::before).orElse("")));
        });
        AuditDraft entry = AuditDraft.of(actor, "vault.lookup").with("found", found.isPresent());
        // what was typed may be an identifier of the source: only what is known to be a pseudonym is written down
        catalogue.commit(found.isPresent() ? entry.with("name", name) : entry, change -> null);
        return found.orElseThrow(() -> new CurationException.Unknown("nothing in this workspace left under that name; it takes a"
                + " patient pseudonym or a new UID"));
    }

    /**
     * Writes everything as a table; it identifies everybody.
     *
     * @param recipients public keys; none: the table is not encrypted
     * @throws CurationException.Refused when the file exists or would lie in the workspace
     */
    public Exported export(Path file, List<Path> recipients, WorkspaceFolder folder) throws CurationException, IOException {
        return new PairTable(catalogue, random).write(file, recipients, folder, written -> catalogue.commit(
                AuditDraft.of(actor, "vault.export").with("patients", written.patients()).with("uids", written.uids())
                        .with("encrypted", written.encrypted()), change -> null));
    }

    /**
     * Makes another version of the project's secret for patients who are not known yet. The earlier ones stay in the vault
     * and known patients keep theirs. To be opened anew before anything is de-identified.
     *
     * @param passphrase that of the workspace; the caller wipes it
     */
    public Rotated rotate(Optional<char[]> passphrase) throws CurationException, IOException {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        catalogue.commit(AuditDraft.of(actor, "vault.rotate.begin"), change -> null);
        try (Secrets now = vault.update(passphrase.orElse(null), secrets -> secrets.withProjectSecret(fresh))) {
            int version = now.projectSecretVersion();
            catalogue.commit(AuditDraft.of(actor, "vault.rotate").with("secretVersion", version), change -> null);
            return new Rotated(version);
        } catch (SettingsException e) {
            throw new CurationException.NoAccess(e.getMessage(), e);
        } finally {
            Arrays.fill(fresh, (byte) 0);
        }
    }

    /**
     * Takes in the text that the project's sites share for the pseudonyms of EUCAIM's own anonymiser; it is used with every
     * version of the workspace's secret. To be opened anew before anything is de-identified.
     *
     * @param text as {@link SecretText} gives it; the caller wipes it
     * @param passphrase that of the workspace; the caller wipes it
     * @throws CurationException.Refused when a study left under such a pseudonym: its patient would get another one
     */
    public Shared share(byte[] text, Optional<char[]> passphrase) throws CurationException, IOException {
        if (catalogue.read(view -> view.pseudonyms().anyGiven(ProjectSecret.SHARED_PREFIX))) {
            throw new CurationException.Refused("patients have been given pseudonyms that begin with " + ProjectSecret.SHARED_PREFIX
                    + "; with another text their next studies would not link. Nothing was changed; make a new workspace for it");
        }
        catalogue.commit(AuditDraft.of(actor, "vault.secret-text.begin"), change -> null);
        boolean[] replaced = new boolean[1];
        try (Secrets now = vault.update(passphrase.orElse(null), secrets -> {
            replaced[0] = secrets.named(SHARED_TEXT).isPresent();
            return secrets.withNamed(SHARED_TEXT, text);
        })) {
            catalogue.commit(AuditDraft.of(actor, "vault.secret-text").with("replaced", replaced[0]), change -> null);
            return new Shared(replaced[0]);
        } catch (SettingsException e) {
            throw new CurationException.NoAccess(e.getMessage(), e);
        }
    }
}
