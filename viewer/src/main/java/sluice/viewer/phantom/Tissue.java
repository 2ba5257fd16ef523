package sluice.viewer.phantom;

/** What a place of the phantom is made of; the ground truth. CT numbers and MR signals are in {@code tissues.tsv}. */
public enum Tissue {
    AIR, HEADREST_FOAM, HEADREST_SHELL,
    SKIN, FAT, MUSCLE, TONGUE, CORTICAL_BONE, DIPLOE, TOOTH, CARTILAGE,
    CSF, GREY_MATTER, WHITE_MATTER,
    VITREOUS, LENS, SCLERA, OPTIC_NERVE, MUCOSA;

    private static final Tissue[] ALL = values();

    /** The tissue with this ordinal, as label volumes store it. */
    public static Tissue of(int ordinal) {
        return ALL[ordinal];
    }

    /** Whether it belongs to the patient. */
    public boolean isBody() {
        return ordinal() >= SKIN.ordinal();
    }
}
