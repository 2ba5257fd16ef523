package sluice.app.deid.recipe;

/**
 * How patients and UIDs get their new names.
 *
 * @param scheme how they are derived
 * @param patientPrefix start of every patient pseudonym of the keyed scheme, at most 16 letters, digits and hyphens
 */
public record PseudonymPolicy(Scheme scheme, String patientPrefix) {

    /** Ways of deriving pseudonyms. */
    public enum Scheme {
        /** HMAC-SHA-256 with the project secret */
        KEYED("keyed"),
        /** that of EUCAIM's own anonymiser, with MD5: only to agree with sites that use it, see {@code app/docs/recipes.md} */
        EUCAIM_MD5("eucaim-md5");

        private final String key;

        Scheme(String key) {
            this.key = key;
        }

        /** The name used in recipes. */
        public String key() {
            return key;
        }
    }
}
