package sluice.viewer.dicom;

import java.io.IOException;

/**
 * A DICOM file or data set that cannot be read or written as asked. The message says what happened, what that means for
 * the data and what can be done; it holds tags, offsets and lengths, never a value or a path.
 */
public final class DicomException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What {@link #tag()} answers when no single element is to blame. */
    public static final int NO_TAG = 0xFFFFFFFF;

    /** What {@link #offset()} answers when no place in the file is to blame. */
    public static final long NO_OFFSET = -1;

    private final Reason reason;
    private final int tag;
    private final long offset;

    /** Why, in a form that programs can act upon. */
    public enum Reason {
        /** Neither a PS3.10 file nor a plausible data set. */
        NOT_DICOM("Nothing was read.", "Leave the file out, or look what it is with another program."),
        /** The file ends before the element does. */
        TRUNCATED("Part of the data is missing.", "Fetch the file again from where it came from."),
        /** The structure contradicts itself in a way that cannot be read safely. */
        CORRUPT("What follows cannot be trusted, so nothing is used.", "Fetch or export the file again."),
        /** A Transfer Syntax, or a pixel layout within one, that is not handled. */
        UNSUPPORTED_TRANSFER_SYNTAX("The file is intact but cannot be handled.",
                "Export it in another Transfer Syntax."),
        /** Larger, deeper or more numerous than the limits allow. */
        LIMIT_EXCEEDED("Reading stopped to protect the machine; the file is unchanged.",
                "If the file is genuine, raise the read limits."),
        /** A frame was asked for that the file does not have, or that cannot be told apart from others. */
        NO_SUCH_FRAME("No pixel was returned.", "Ask for a frame that exists, or for the whole pixel data."),
        /** The data set cannot be written as asked. */
        NOT_WRITABLE("The output is incomplete and must be discarded; the source is unchanged.",
                "Choose a Transfer Syntax that suits the pixel data, or repair the source.");

        private final String meaning;
        private final String advice;

        Reason(String meaning, String advice) {
            this.meaning = meaning;
            this.advice = advice;
        }
    }

    /**
     * @param what what happened, a sentence without its full stop, without values and paths
     * @param tag the element, or {@link #NO_TAG}
     * @param offset where, in bytes, or {@link #NO_OFFSET}
     */
    public DicomException(Reason reason, int tag, long offset, String what) {
        super(message(reason, tag, offset, what));
        this.reason = reason;
        this.tag = tag;
        this.offset = offset;
    }

    public Reason reason() {
        return reason;
    }

    /** The element, as group << 16 | element, or {@link #NO_TAG}. */
    public int tag() {
        return tag;
    }

    /** Bytes from the start of the file (of the inflated data set), or {@link #NO_OFFSET}. */
    public long offset() {
        return offset;
    }

    private static String message(Reason reason, int tag, long offset, String what) {
        StringBuilder text = new StringBuilder(what);
        if (tag != NO_TAG) {
            text.append(String.format(", element (%04X,%04X)", tag >>> 16, tag & 0xFFFF));
        }
        if (offset != NO_OFFSET) {
            text.append(", byte ").append(offset);
        }
        return text.append(". ").append(reason.meaning).append(' ').append(reason.advice).toString();
    }
}
