package sluice.app.deid;

import sluice.app.deid.table.TagPattern;

/**
 * A file that was not passed on; nothing was written.
 *
 * @param reason why, in a form that programs can act upon
 * @param tag the element to blame, or {@link #NO_TAG}
 * @param detail what happened, what it means and what can be done; holds no value and no path
 */
public record Refused(Reason reason, int tag, String detail) implements Outcome, DicomResult {

    /** Where no single element is to blame. */
    public static final int NO_TAG = 0xFFFF_FFFF;

    /** Why a file is not passed on. */
    public enum Reason {
        /** neither DICOM nor NIfTI nor Analyze */
        NOT_AN_IMAGE_FILE("the file is neither DICOM nor NIfTI; leave it out or convert it"),
        /** the file ends too early */
        TRUNCATED("part of the file is missing; fetch it again from where it came from"),
        /** the structure contradicts itself */
        CORRUPT("the file cannot be read to its end; export it again"),
        /** the encoding is unknown or cannot be copied faithfully */
        UNSUPPORTED_TRANSFER_SYNTAX("the transfer syntax is unknown or unsupported; export the file in another one"),
        /** larger or deeper than the reader allows */
        LIMIT_EXCEEDED("the file exceeds the read limits; raise them if it is genuine"),
        /** a directory: holds names and points at files that are not passed on */
        DICOMDIR("a DICOMDIR is never copied; make a new one from the de-identified files"),
        /** an attribute without which the instance cannot be identified or filed is missing */
        MISSING_UID("a UID that every instance must have is missing or empty; repair the source"),
        /** PS3.15 E.1.1: de-identification of private SOP classes is not defined */
        PRIVATE_SOP_CLASS("the SOP class is private, nothing is known about what its attributes mean"),
        /** a document that the recipe cannot look into */
        ENCAPSULATED_DOCUMENT("the instance carries an encapsulated document whose content cannot be cleaned"),
        /** pixel data behind a URL */
        PIXELS_ELSEWHERE("the pixel data is not in the file but behind a URL"),
        /** bytes behind the last frame: nobody sees them, and they may say anything */
        BEHIND_THE_PIXELS("the pixel data holds bytes behind its last frame that no viewer shows; export the file again"),
        /** the recipe wants pixels cleaned, and they cannot be read or not be written anew */
        PIXELS_NOT_CLEANED("text in the pixels cannot be looked for or blanked, because they cannot be decoded or encoded; export the"
                + " file in another transfer syntax"),
        /** an overlay stands in bits of the pixel data that cannot be cleared */
        OVERLAY_IN_PIXELS("an overlay stands in unused bits of the pixel data, and these cannot be cleared, because the frames cannot be"
                + " decoded or encoded; export the file in another transfer syntax"),
        /** another source file already gave an output of this name with other content */
        CONFLICT("a different instance with the same SOP Instance UID is already there; look at both sources"),
        /** the check of what was written found something; what was written is gone again */
        STILL_IDENTIFIES("what was written still held something that identifies, so it was withdrawn; the recipe keeps an attribute"
                + " whose content nothing cleaned"),
        /** a defect of this program; the file is safe where it is */
        UNEXPECTED("the program met something it was not made for; report the place given here");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    Refused(Reason reason, int tag) {
        this(reason, tag, reason.text());
    }

    public Refused(Reason reason) {
        this(reason, NO_TAG);
    }

    @Override
    public String toString() {
        return reason + (tag == NO_TAG ? "" : " " + TagPattern.format(tag)) + ": " + detail;
    }
}
