package sluice.app.deid.pseudonym;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.app.deid.recipe.PseudonymPolicy;

/**
 * Pseudonyms of one project secret. Equal input gives equal output in every run and on every machine. Not for use by two
 * threads at once: every worker has its own.
 */
public final class Pseudonyms {

    private static final int CACHED_UIDS = 4096;

    private final KeyedDigest digest;
    private final Scheme scheme;
    private final int secretVersion;
    private final Map<String, String> uids = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > CACHED_UIDS;
        }
    };

    /** @param secret copied into the key of the message authentication code */
    public Pseudonyms(ProjectSecret secret, PseudonymPolicy policy) {
        this.digest = new KeyedDigest(secret.bytes());
        this.scheme = switch (policy.scheme()) {
            case KEYED -> new KeyedScheme(digest, policy.patientPrefix());
            case EUCAIM_MD5 -> new EucaimScheme(digest, secret.text());
        };
        this.secretVersion = secret.version();
    }

    public int secretVersion() {
        return secretVersion;
    }

    /** The patient's new Patient ID and name. */
    public String patient(PatientKey patient) {
        return scheme.patient(patient);
    }

    /**
     * The replacement of a UID. Padding does not count: "1.2.3", "1.2.3\0" and "1.2.3 " agree.
     *
     * @param patient the pseudonym of the patient in whose data set it stands, on which some schemes depend
     */
    public String uid(String old, String patient) {
        return uids.computeIfAbsent(scheme.material(trim(old), patient), scheme::uid);
    }

    /** A file name stem for a logical name: 26 characters of lower-case letters and digits (130 bits). */
    public String fileName(String logicalName) {
        byte[] hash = digest.of("file name", Normalizer.normalize(trim(logicalName), Normalizer.Form.NFC));
        StringBuilder s = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            s.append(Character.toLowerCase(Letters.at(hash, i)));
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
        byte[] hash = Arrays.copyOf(digest.of(purpose, parts), 16);
        return new BigInteger(1, hash).mod(BigInteger.valueOf(bound)).intValue();
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
