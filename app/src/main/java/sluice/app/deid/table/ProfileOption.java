package sluice.app.deid.table;

import java.util.HashMap;
import java.util.Map;

/**
 * The options of PS3.15 E.3, in the order of the option columns of Table E.1-1; the two pixel options have no column.
 * Codes and meanings are those of PS3.16 CID 7050 (coding scheme DCM).
 */
public enum ProfileOption {
    RETAIN_SAFE_PRIVATE("retainSafePrivate", "113111", "Retain Safe Private Option"),
    RETAIN_UIDS("retainUids", "113110", "Retain UIDs Option"),
    RETAIN_DEVICE_IDENTITY("retainDeviceIdentity", "113109", "Retain Device Identity Option"),
    RETAIN_INSTITUTION_IDENTITY("retainInstitutionIdentity", "113112", "Retain Institution Identity Option"),
    RETAIN_PATIENT_CHARACTERISTICS("retainPatientCharacteristics", "113108", "Retain Patient Characteristics Option"),
    RETAIN_LONGITUDINAL_FULL_DATES("retainLongitudinalFullDates", "113106",
            "Retain Longitudinal Temporal Information Full Dates Option"),
    RETAIN_LONGITUDINAL_MODIFIED_DATES("retainLongitudinalModifiedDates", "113107",
            "Retain Longitudinal Temporal Information Modified Dates Option"),
    CLEAN_DESCRIPTORS("cleanDescriptors", "113105", "Clean Descriptors Option"),
    CLEAN_STRUCTURED_CONTENT("cleanStructuredContent", "113104", "Clean Structured Content Option"),
    CLEAN_GRAPHICS("cleanGraphics", "113103", "Clean Graphics Option"),
    CLEAN_PIXEL_DATA("cleanPixelData", "113101", "Clean Pixel Data Option"),
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES("cleanRecognizableVisualFeatures", "113102",
            "Clean Recognizable Visual Features Option");

    private static final Map<String, ProfileOption> BY_KEY = byKey();

    private final String key;
    private final String codeValue;
    private final String codeMeaning;

    ProfileOption(String key, String codeValue, String codeMeaning) {
        this.key = key;
        this.codeValue = codeValue;
        this.codeMeaning = codeMeaning;
    }

    /** The name used in recipes and as column header of the shipped table. */
    public String key() {
        return key;
    }

    public String codeValue() {
        return codeValue;
    }

    public String codeMeaning() {
        return codeMeaning;
    }

    /** False for the two options that are defined by operations on pixel data only. */
    public boolean hasColumn() {
        return ordinal() < CLEAN_PIXEL_DATA.ordinal();
    }

    /** The option with this key, or null. */
    public static ProfileOption ofKey(String key) {
        return BY_KEY.get(key);
    }

    private static Map<String, ProfileOption> byKey() {
        Map<String, ProfileOption> map = new HashMap<>();
        for (ProfileOption option : values()) {
            map.put(option.key, option);
        }
        return Map.copyOf(map);
    }
}
