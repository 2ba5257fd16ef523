package sluice.app.settings;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The open secrets of a workspace. Every getter gives a copy that the caller wipes; {@link #close} wipes what is held here.
 * {@link #toString} shows nothing.
 */
public final class Secrets implements AutoCloseable {

    private static final byte FORM = 1;
    private static final String DATA_KEY = "data-key";
    private static final String SIGNING_KEY = "signing-key";
    private static final String PROJECT = "project-secret-";

    private final SortedMap<String, byte[]> values = new TreeMap<>();

    private Secrets() {}

    /** Fresh secrets for a new workspace: 32 random bytes each. */
    static Secrets fresh(SecureRandom random) {
        Secrets secrets = new Secrets();
        for (String name : new String[] {DATA_KEY, SIGNING_KEY, PROJECT + 1}) {
            byte[] value = new byte[32];
            random.nextBytes(value);
            secrets.values.put(name, value);
        }
        return secrets;
    }

    /** 32 bytes: from it come the keys of the catalogue's encrypted columns. */
    public byte[] dataKey() {
        return get(DATA_KEY);
    }

    /** 32 bytes: the Ed25519 private key (RFC 8032) with which the site signs manifests. */
    public byte[] signingKey() {
        return get(SIGNING_KEY);
    }

    /** 32 bytes: the Ed25519 public key to it. */
    public byte[] signingPublicKey() {
        byte[] key = signingKey();
        try {
            return new Ed25519PrivateKeyParameters(key, 0).generatePublicKey().getEncoded();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Number of the project secret in use, from 1. Pseudonyms depend on it: another secret, other pseudonyms. */
    public int projectSecretVersion() {
        int version = 1;
        while (values.containsKey(PROJECT + (version + 1))) {
            version++;
        }
        return version;
    }

    /**
     * 32 bytes: the key of the pseudonyms.
     *
     * @param version 1 to {@link #projectSecretVersion}
     */
    public byte[] projectSecret(int version) {
        return get(PROJECT + version);
    }

    /** A secret that somebody else put here, for example the password of a destination. */
    public Optional<byte[]> named(String name) {
        return Optional.ofNullable(values.get("named-" + name)).map(byte[]::clone);
    }

    /** The same with a named secret set, or taken out when the value is null. The caller closes both. */
    public Secrets withNamed(String name, byte[] value) {
        Secrets copy = copy();
        byte[] old = value == null
                ? copy.values.remove("named-" + name)
                : copy.values.put("named-" + name, value.clone());
        wipe(old);
        return copy;
    }

    /** The same with another project secret from now on; the earlier ones stay readable. The caller closes both. */
    public Secrets withProjectSecret(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("a project secret has 32 bytes");
        }
        Secrets copy = copy();
        copy.values.put(PROJECT + (projectSecretVersion() + 1), secret.clone());
        return copy;
    }

    private Secrets copy() {
        Secrets copy = new Secrets();
        values.forEach((name, value) -> copy.values.put(name, value.clone()));
        return copy;
    }

    private byte[] get(String name) {
        byte[] value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no such secret, or the secrets were closed");
        }
        return value.clone();
    }

    /** Form byte, number of values, then name and value each after its length; big-endian. The caller wipes it. */
    byte[] toBytes() {
        int size = 5;
        for (Map.Entry<String, byte[]> entry : values.entrySet()) {
            size += 8 + entry.getKey().getBytes(StandardCharsets.UTF_8).length + entry.getValue().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(FORM).putInt(values.size());
        values.forEach((name, value) -> {
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            out.putInt(utf8.length).put(utf8).putInt(value.length).put(value);
        });
        return out.array();
    }

    static Secrets ofBytes(byte[] bytes) {
        Secrets secrets = new Secrets();
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORM) {
                throw new DamagedVault("its content has an unknown form", null);
            }
            for (int left = in.getInt(); left > 0; left--) {
                byte[] name = take(in);
                secrets.values.put(new String(name, StandardCharsets.UTF_8), take(in));
            }
            wipe(secrets.dataKey());
            wipe(secrets.signingKey());
            wipe(secrets.projectSecret(1));
            return secrets;
        } catch (BufferUnderflowException | NegativeArraySizeException | IllegalStateException e) {
            secrets.close();
            throw new DamagedVault("its content is incomplete", e);
        }
    }

    private static byte[] take(ByteBuffer in) {
        int length = in.getInt();
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    private static void wipe(byte[] value) {
        if (value != null) {
            Arrays.fill(value, (byte) 0);
        }
    }

    @Override
    public void close() {
        values.values().forEach(Secrets::wipe);
        values.clear();
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
