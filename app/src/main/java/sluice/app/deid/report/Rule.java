package sluice.app.deid.report;

/** Which rule decided. */
public enum Rule {
    /** a row of PS3.15 Table E.1-1 */
    TABLE_E1_1("table E.1-1"),
    /** an option of PS3.15 E.3 that the recipe selected */
    OPTION("option"),
    /** private attribute that is known or declared to be safe (PS3.15 E.3.10) */
    SAFE_PRIVATE("safe private"),
    /** this product's rule for attributes that the table leaves out */
    HOUSE("house rule"),
    /** the recipe's override */
    OVERRIDE("override"),
    /** private attribute (PS3.5 section 7.8) */
    PRIVATE("private"),
    /** group length (PS3.5 section 7.2), wrong after any change */
    GROUP_LENGTH("group length"),
    /** command, file meta or directory group inside a data set */
    GROUP("group"),
    /** neither private nor known to the data dictionary */
    UNKNOWN("unknown"),
    /** retired attribute with text or opaque content that Table E.1-1 does not list */
    RETIRED("retired"),
    /** its VR in the file contradicts the dictionary, so that its content cannot be judged */
    VR("vr contradicts dictionary"),
    /** content whose form cannot be looked into */
    OPAQUE("opaque"),
    /** a UID for a kind of thing (SOP class, coding scheme) that neither DICOM nor HL7 nor a manufacturer assigned, hence somebody's own */
    KIND_UID("own kind uid"),
    /** a date or time that Table E.1-1 does not list (PS3.15 E.1.1 suggests to go by VR) */
    DATE_VR("date by vr"),
    /** a person's name that Table E.1-1 does not list */
    PERSON_VR("person by vr"),
    /** free text in a sequence whose content has to be replaced */
    DUMMY_SEQUENCE("inside replaced sequence"),
    /** the value holds something that identifies this patient, found by looking for it */
    RESIDUAL("residual"),
    /** bytes behind the padding that ends a value */
    BEHIND_PADDING("behind padding"),
    /** Patient's Age computed before birth date and study date went */
    AGE("age"),
    /** comments and application data inside compressed frames */
    CODESTREAM("comment in compressed frame"),
    /** text burned into the picture */
    BURNED_IN("burned-in text"),
    /** what is, or could be, writing in an overlay plane */
    OVERLAY_WRITING("writing in an overlay"),
    /** bits of the samples that hold no stored value */
    OVERLAY_BITS("bits without a value"),
    /** identity of the patient in the new file */
    IDENTITY("identity"),
    /** attributes that say what was done (PS3.15 E.1.1) */
    STATEMENT("statement");

    private final String key;

    Rule(String key) {
        this.key = key;
    }

    /** Name in the JSON form. */
    public String key() {
        return key;
    }
}
