package sluice.app.deid;

import java.io.IOException;
import java.util.BitSet;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.CodestreamComments;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Comments and application data inside compressed frames: text that no attribute rule reaches. Frames without any keep their
 * bytes.
 */
final class FrameComments {
    /** JPEG in all its forms, JPEG-LS, JPEG 2000 and HTJ2K (PS3.6 Table A-1); the other compressed forms have no comments. */
    private static final String CODESTREAMS = "1.2.840.10008.1.2.4.";
    private static final int VIDEO = 100;
    private static final int HTJ2K = 201;

    private FrameComments() { }

    /**
     * Pixel data without comments.
     *
     * @param pixels the same object where no frame had to change
     * @param changed how many frames change
     * @param unread how many frames are no codestream of a known form; their bytes stay
     */
    record Cleaned(PixelSource pixels, int changed, int unread) { }

    static Cleaned of(PixelSource pixels, TransferSyntax syntax) throws IOException {
        if (!pixels.encapsulated() || !hasComments(syntax.uid())) {
            return new Cleaned(pixels, 0, 0);
        }
        BitSet changed = new BitSet();
        int unread = 0;
        for (int i = 0; i < pixels.frames(); i++) {
            byte[] frame = pixels.frame(i);
            try {
                if (CodestreamComments.removed(frame) != frame) {
                    changed.set(i);
                }
            } catch (CodecException e) {
                unread++;
            }
        }
        return changed.isEmpty() ? new Cleaned(pixels, 0, unread)
                : new Cleaned(PixelSource.rewritten(pixels, changed, i -> CodestreamComments.removed(pixels.frame(i))),
                        changed.cardinality(), unread);
    }

    /** Video streams are one bit stream for all frames. */
    private static boolean hasComments(String uid) {
        if (!uid.startsWith(CODESTREAMS)) {
            return false;
        }
        String last = uid.substring(CODESTREAMS.length());
        int number = last.matches("[0-9]{1,3}") ? Integer.parseInt(last) : VIDEO;
        return number < VIDEO || number >= HTJ2K && number <= HTJ2K + 2;
    }
}
