package sluice.app.qc;

/**
 * One identifying value of an original.
 *
 * @param text in small letters, Unicode NFC
 */
record Identifier(Kind kind, String text) {

    /** What a value identifies, and with that, which option of PS3.15 E.3 may retain it. */
    enum Kind {
        /** a part of a person's name */
        PERSON,
        /** a part of a name of three letters, or one that is a technical term as well: raises a doubt only */
        DOUBTFUL,
        /** identifier of a patient, an order or a specimen */
        NUMBER,
        /** telephone, e-mail */
        CONTACT,
        /** address */
        PLACE,
        INSTITUTION,
        DEVICE,
        /** date of birth */
        BIRTH,
        /** another date */
        DAY,
        UID;

        /** Whether a file may hold it, by what it says of itself. */
        boolean retained(Claims claims) {
            return switch (this) {
                case INSTITUTION -> claims.institutions();
                case DEVICE -> claims.devices();
                case BIRTH -> claims.fullDates();
                case DAY -> claims.fullDates() || claims.modifiedDates();
                case UID -> claims.uids();
                default -> false;
            };
        }
    }

    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}
