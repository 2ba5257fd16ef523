package sluice.transfer.receipt;

import java.util.Locale;
import java.util.Objects;

/**
 * One observation of one item at its destination. Each kind has a {@link Strength}; the observation holds what was seen,
 * also when that is not what was sent, so that the caller compares instead of believing.
 */
public sealed interface Evidence {

    /** How much this kind of observation proves. */
    Strength strength();

    /**
     * Whether the observation fits the item that was meant to arrive.
     *
     * @param size   length in bytes of what was sent
     * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
     */
    boolean confirms(long size, String sha256);

    /**
     * From weak to strong. A policy names the weakest it accepts. A server's own digest comes before bytes that came
     * back to us, because for the latter we need not believe the server's tool.
     */
    enum Strength {
        /** The destination reports a length; the content may still be anything. */
        SIZE,
        /** The destination computed the digest of what it stored. */
        REMOTE_DIGEST,
        /** We read the stored bytes again and computed the digest here. */
        READ_BACK;

        /** The name used in settings, on the command line and in documents, e.g. {@code remote-digest}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The strength with this {@link #label()}.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Strength ofLabel(String label) {
            for (Strength strength : values()) {
                if (strength.label().equals(label)) {
                    return strength;
                }
            }
            throw new IllegalArgumentException("no evidence strength is called that; use size, remote-digest or read-back");
        }
    }

    /** The destination reports this length in bytes, nothing else. */
    record SizeOnly(long remoteSize) implements Evidence {
        @Override
        public Strength strength() {
            return Strength.SIZE;
        }

        @Override
        public boolean confirms(long size, String sha256) {
            return remoteSize == size;
        }
    }

    /**
     * The destination computed the digest itself.
     *
     * @param sha256 the digest that it reported
     * @param tool   what computed it there, e.g. {@code sha256sum}
     */
    record RemoteDigest(String sha256, String tool) implements Evidence {
        public RemoteDigest {
            sha256 = Sha256Text.require(sha256);
            Objects.requireNonNull(tool, "tool");
        }

        @Override
        public Strength strength() {
            return Strength.REMOTE_DIGEST;
        }

        @Override
        public boolean confirms(long size, String expected) {
            return sha256.equals(expected);
        }
    }

    /** The stored bytes were downloaded after the upload and hashed on this machine. */
    record ReadBack(String sha256) implements Evidence {
        public ReadBack {
            sha256 = Sha256Text.require(sha256);
        }

        @Override
        public Strength strength() {
            return Strength.READ_BACK;
        }

        @Override
        public boolean confirms(long size, String expected) {
            return sha256.equals(expected);
        }
    }

    /** The stored bytes were forced to the medium of a mounted folder, then read again and hashed. */
    record LocalReread(String sha256) implements Evidence {
        public LocalReread {
            sha256 = Sha256Text.require(sha256);
        }

        @Override
        public Strength strength() {
            return Strength.READ_BACK;
        }

        @Override
        public boolean confirms(long size, String expected) {
            return sha256.equals(expected);
        }
    }
}
