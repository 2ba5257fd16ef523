package sluice.app.deid.pseudonym;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of one project secret. Equal input gives equal output in every run and on every machine. Not for use by two
 * threads at once: every worker has its own.
 */
public final class Pseudonyms {

    private static final char[] BASE32 = "ABCDEFGHJKMNPQRSTVWXYZ0123456789".toCharArray();
    private static final int CACHED_UIDS = 4096;

    private final Mac mac;
    private final int secretVersion;
    private final String patientPrefix;
    private final Map<String, String> uids = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CACHED_UIDS;
        }
    };

    /**
     * @param secret copied into the key of the message authentication code
     * @param patientPrefix start of every patient pseudonym
     */
    public Pseudonyms(ProjectSecret secret, String patientPrefix) {
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
        this.secretVersion = secret.version();
        this.patientPrefix = patientPrefix;
    }

    public int secretVersion() {
        return secretVersion;
    }

    /**
     * The patient's pseudonym: prefix and four groups of four of {@code A-Z} and {@code 0-9} without I, L, O and U (80 bits;
     * among a million patients two agree with a chance below 10^-12). The issuer takes part where there is one, because two
     * hospitals may use one number for two people.
     *
     * @param id Patient ID (0010,0020) as decoded text
     * @param issuer Issuer of Patient ID (0010,0021), or ""
     */
    public String patient(String id, String issuer) {
        return readable(hmac("patient", normal(id), normal(issuer)), 4);
    }

    /**
     * A pseudonym for a file without Patient ID: from something that belongs to one patient only.
     *
     * @param evidence for example name and birth date, or a Study Instance UID
     */
    public String patientWithoutId(String... evidence) {
        String[] parts = new String[evidence.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = normal(evidence[i]);
        }
        return readable(hmac("patient without id", parts), 4);
    }

    private String readable(byte[] hash, int groups) {
        StringBuilder s = new StringBuilder(patientPrefix.length() + 20).append(patientPrefix);
        for (int i = 0; i < groups * 4; i++) {
            if (i > 0 && i % 4 == 0) {
                s.append('-');
            }
            s.append(BASE32[bits5(hash, i)]);
        }
        return s.toString();
    }

    private static int bits5(byte[] hash, int index) {
        int bit = index * 5;
        int word = (hash[bit >>> 3] & 0xff) << 8 | hash[(bit >>> 3) + 1] & 0xff;
        return word >>> 11 - (bit & 7) & 31;
    }

    /**
     * The replacement of a UID: {@code 2.25.} and the decimal form of a version 8 UUID (PS3.5 B.2, RFC 9562 section 5.8), at
     * most 44 characters. Padding does not count: "1.2.3", "1.2.3\0" and "1.2.3 " agree.
     */
    public String uid(String old) {
        String key = trim(old);
        String known = uids.get(key);
        if (known == null) {
            byte[] hash = hmac("uid", key);
            byte[] uuid = new byte[17];
            System.arraycopy(hash, 0, uuid, 1, 16);
            uuid[7] = (byte) (uuid[7] & 0x0f | 0x80);
            uuid[9] = (byte) (uuid[9] & 0x3f | 0x80);
            known = "2.25." + new BigInteger(uuid);
            uids.put(key, known);
        }
        return known;
    }

    /** A file name stem for a logical name: 26 characters of lower-case letters and digits (130 bits). */
    public String fileName(String logicalName) {
        byte[] hash = hmac("file name", normal(logicalName));
        StringBuilder s = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            s.append(Character.toLowerCase(BASE32[bits5(hash, i)]));
        }
        return s.toString();
    }

    /**
     * A keyed number, evenly spread: 128 bits modulo the bound, so that none is preferred by more than 2^-96.
     *
     * @param purpose keeps numbers of different use apart
     * @param bound 1 or more
     * @return 0 to bound - 1
     */
    public int number(String purpose, int bound, String... parts) {
        byte[] hash = hmac(purpose, parts);
        return new BigInteger(1, Arrays.copyOf(hash, 16)).mod(BigInteger.valueOf(bound)).intValue();
    }

    private byte[] hmac(String purpose, String... parts) {
        mac.update(("sluice/1/" + purpose).getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update((byte) 0);
            mac.update(new byte[] {(byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8),
                (byte) bytes.length});
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    private static String normal(String value) {
        String s = trim(value);
        return Normalizer.isNormalized(s, Normalizer.Form.NFC) ? s : Normalizer.normalize(s, Normalizer.Form.NFC);
    }

    /** Without padding: spaces and NULs at both ends. */
    public static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && value.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && value.charAt(to - 1) <= ' ') {
            to--;
        }
        return value.substring(from, to);
    }
}
