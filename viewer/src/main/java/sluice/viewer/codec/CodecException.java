package sluice.viewer.codec;

import java.io.IOException;

/** A frame that cannot be decoded or encoded. Messages hold no value of the data set and no pixel. */
public final class CodecException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** no decoder or encoder for this transfer syntax, or for this variant of it */
        UNSUPPORTED,
        /** the bytes contradict themselves or end too early */
        CORRUPT,
        /** the codestream describes another image than the data set does */
        MISMATCH,
        /** larger than this machine's limits for one frame */
        TOO_LARGE
    }

    private final Reason reason;

    public CodecException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public CodecException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
