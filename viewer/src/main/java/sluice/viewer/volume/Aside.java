package sluice.viewer.volume;

import java.nio.file.Path;

/**
 * A file, or frames of it, that went into no volume.
 *
 * @param file which
 * @param frames how many of its frames; 0 where it holds none
 * @param reason why
 */
public record Aside(Path file, int frames, Reason reason) {

    /** Why frames are in no volume. */
    public enum Reason {
        /** no DICOM at all */
        NOT_DICOM,
        /** DICOM that is too damaged to be read */
        UNREADABLE,
        /** DICOM without pixel data: spectroscopy, reports, presentation states */
        NOT_AN_IMAGE,
        /** a scout image for planning */
        LOCALIZER,
        /** no Image Position (Patient) */
        NO_POSITION,
        /** no Image Orientation (Patient) */
        NO_ORIENTATION,
        /** Image Orientation (Patient) is not finite, not of unit length or not perpendicular */
        BAD_ORIENTATION,
        /** Pixel Spacing is missing, zero or not finite */
        BAD_SPACING,
        /** a mosaic whose private elements do not tell its layout */
        UNKNOWN_MOSAIC,
        /** pixel data that no decoder here can read, or of no sensible size */
        UNDECODABLE,
        /** the header describes fewer frames than it announces, or the file holds fewer */
        FRAMES_MISSING,
        /** the same SOP Instance UID as a file that was taken */
        REPEATED_INSTANCE,
        /** at the same place as another frame, with nothing to tell them apart */
        DUPLICATE_POSITION,
        /** does not lie on a line with the other frames of its series */
        NOT_A_STACK;

        /** Whether a picture that belongs into a volume is lost; what is no such picture, or a copy, is not. */
        public boolean isLoss() {
            return switch (this) {
                case NOT_DICOM, NOT_AN_IMAGE, LOCALIZER, REPEATED_INSTANCE -> false;
                default -> true;
            };
        }
    }
}
