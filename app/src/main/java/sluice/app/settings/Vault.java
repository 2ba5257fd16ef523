package sluice.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code keys/vault.json} of a workspace: its secrets, sealed with AES-256-GCM under a key that comes from a passphrase or
 * lies in the user's {@link KeyFolder}. A passphrase is a {@code char[]} that the caller wipes; null means that there is
 * none.
 */
public final class Vault {

    /** What opens the vault. */
    public enum Protection {
        PASSPHRASE,
        KEY_FILE
    }

    private static final int TAG_BITS = 128;

    private final Path workspace;
    private final Path file;
    private final KeyFolder keys;
    private final PassphraseCost cost;
    private final SecureRandom random;

    /**
     * @param workspace its folder
     * @param cost for a passphrase that is set from now on; an existing one keeps its own
     */
    public Vault(Path workspace, KeyFolder keys, PassphraseCost cost, SecureRandom random) {
        this.workspace = workspace;
        this.file = workspace.resolve("keys").resolve("vault.json");
        this.keys = keys;
        this.cost = cost;
        this.random = random;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** @throws KeyMissing when there is no vault */
    public Protection protection() throws IOException {
        return read().wrap().byPassphrase() ? Protection.PASSPHRASE : Protection.KEY_FILE;
    }

    /** The workspace whose secrets these are. */
    public String workspaceId() throws IOException {
        return read().workspace();
    }

    /**
     * Makes fresh secrets. The caller closes them.
     *
     * @param workspaceId letters, digits and dashes
     * @throws IllegalStateException when there is a vault already: its loss would make the catalogue unreadable
     * @throws PassphraseNeeded when the passphrase is empty
     * @throws UnsafeKeyFolder when a key file would lie inside the workspace
     */
    public Secrets create(String workspaceId, char[] passphrase) throws IOException {
        if (exists()) {
            throw new IllegalStateException("the workspace has a vault");
        }
        Secrets secrets = Secrets.fresh(random);
        try {
            write(workspaceId, secrets, passphrase);
            return secrets;
        } catch (IOException | RuntimeException e) {
            secrets.close();
            throw e;
        }
    }

    /**
     * Opens the vault. The caller closes the secrets.
     *
     * @param passphrase ignored when a key file opens it
     * @throws KeyMissing when the vault or the key file is not there
     * @throws PassphraseNeeded when it opens with a passphrase and none was given
     * @throws WrongPassphrase when it is another one
     * @throws DamagedVault when the vault or the key file was altered
     */
    public Secrets open(char[] passphrase) throws IOException {
        return unseal(read(), passphrase);
    }

    /** Changes the secrets, all or nothing. The operator's argument is closed afterwards, its result given back open. */
    public Secrets update(char[] passphrase, UnaryOperator<Secrets> change) throws IOException {
        VaultText text = read();
        try (Secrets before = unseal(text, passphrase)) {
            Secrets after = change.apply(before);
            try {
                write(text.workspace(), after, text.wrap().byPassphrase() ? passphrase : null);
                return after;
            } catch (IOException | RuntimeException e) {
                after.close();
                throw e;
            }
        }
    }

    /**
     * Seals the same secrets anew. Copies of the vault that were made before still open with what opened them.
     *
     * @param now the new passphrase, or null for a key file from now on
     */
    public void changePassphrase(char[] before, char[] now) throws IOException {
        VaultText text = read();
        try (Secrets secrets = unseal(text, before)) {
            write(text.workspace(), secrets, now);
        }
        if (now != null) {
            keys.delete(text.workspace());
        }
    }

    private void write(String workspaceId, Secrets secrets, char[] passphrase) throws IOException {
        if (passphrase != null && passphrase.length == 0) {
            throw new PassphraseNeeded();
        }
        byte[] salt = new byte[passphrase == null ? 0 : 16];
        byte[] nonce = new byte[12];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        byte[] plain = secrets.toBytes();
        byte[] key = null;
        try {
            VaultText.Wrap wrap = passphrase == null
                    ? new VaultText.Wrap(VaultText.Wrap.KEY_FILE, null, salt)
                    : new VaultText.Wrap(VaultText.Wrap.PASSPHRASE, cost, salt);
            key = passphrase == null ? keyFile(workspaceId) : cost.derive(passphrase, salt);
            VaultText open = new VaultText(VaultText.FORMAT, VaultText.VERSION, workspaceId, wrap, nonce, new byte[0]);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, open).doFinal(plain);
            VaultText text = new VaultText(VaultText.FORMAT, VaultText.VERSION, workspaceId, wrap, nonce, sealed);
            AtomicFile.write(file, text.toJson());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
            if (key != null) {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    /** The user's key for this workspace, made if need be: durable before anything is sealed with it. */
    private byte[] keyFile(String workspaceId) throws IOException {
        if (keys.isInside(workspace)) {
            throw new UnsafeKeyFolder();
        }
        if (!keys.has(workspaceId)) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            keys.write(workspaceId, fresh);
            Arrays.fill(fresh, (byte) 0);
        }
        return keys.read(workspaceId);
    }

    private VaultText read() throws IOException {
        try {
            return VaultText.ofJson(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new KeyMissing(KeyMissing.Part.VAULT);
        }
    }

    private Secrets unseal(VaultText text, char[] passphrase) throws IOException {
        boolean byPassphrase = text.wrap().byPassphrase();
        if (byPassphrase && passphrase == null) {
            throw new PassphraseNeeded();
        }
        byte[] key = byPassphrase
                ? text.wrap().cost().derive(passphrase, text.wrap().salt())
                : keys.read(text.workspace());
        byte[] plain = null;
        try {
            plain = cipher(Cipher.DECRYPT_MODE, key, text).doFinal(text.sealed());
            return Secrets.ofBytes(plain);
        } catch (AEADBadTagException e) {
            throw byPassphrase
                    ? new WrongPassphrase(e)
                    : new DamagedVault("the key file of this user does not open it, or it was altered", e);
        } catch (GeneralSecurityException e) {
            throw new DamagedVault("its sealed part has no known form", e);
        } finally {
            Arrays.fill(key, (byte) 0);
            if (plain != null) {
                Arrays.fill(plain, (byte) 0);
            }
        }
    }

    private static Cipher cipher(int mode, byte[] key, VaultText text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, text.nonce()));
        cipher.updateAAD(text.associatedData());
        return cipher;
    }
}
