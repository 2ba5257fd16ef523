package sluice.app.deid.report;

/** Things that the de-identification left as they are and that a person or the quality checks should know. */
public enum Note {
    /** (0028,0301) says YES: identity may be burned into the pixels, which the recipe does not touch */
    BURNED_IN_ANNOTATION("burned-in annotation is declared, pixels are unchanged"),
    /** an overlay is said to stand among the bits of the stored values, which are not touched */
    OVERLAY_IN_PIXEL_DATA("overlay bits may remain inside the pixel data"),
    /** an overlay of old, or whatever it was, stood in bits of the samples that hold no value; these are 0 now, all values are as before */
    OVERLAY_BITS_CLEARED("bits of the pixel data that hold no stored value were cleared"),
    /** text may remain in the pixels: they were searched, and what was found does not settle it */
    PIXELS_UNDECIDED("text may remain in the pixels; a person has to look"),
    /** parts of the picture were made black */
    PIXELS_BLANKED("parts of the picture were made black; a person has to look"),
    /** the declared character set is undefined, it was replaced by what the bytes are */
    CHARACTER_SET_REPLACED("the declared character set was undefined"),
    /** no Patient ID, the pseudonym comes from other evidence */
    NO_PATIENT_ID("no patient ID, the pseudonym derives from other attributes"),
    /** an override keeps what the Basic Profile protects, so the file does not claim the Basic Profile */
    WEAKER_THAN_BASIC("an override keeps what the basic profile protects"),
    /** a compressed frame is not what the transfer syntax says, so nobody looked for comments in it */
    CODESTREAM_UNREAD("a compressed frame could not be looked into for comments"),
    /** the recipe lets instances pass whose document is taken out */
    DOCUMENT_REMOVED("the encapsulated document was replaced by an empty one"),
    /** the reader found deviations from the standard and could still read everything */
    READER_DEVIATIONS("the source deviates from the standard");

    private final String text;

    Note(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
