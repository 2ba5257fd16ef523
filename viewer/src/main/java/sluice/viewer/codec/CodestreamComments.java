package sluice.viewer.codec;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import sluice.viewer.codec.CodecException.Reason;

/**
 * Removes from compressed frames what says something besides the picture: comments, application data (EXIF, thumbnails,
 * profiles), metadata boxes and bytes behind the codestream. Entropy-coded data are not touched, so the frame decodes to what it
 * did. Application data that say how colour is meant stay ({@code JFIF} without its thumbnail, {@code Adobe}), and so do
 * comments that are nothing but the name and version of a known coder: otherwise nearly every JPEG 2000 frame would change.
 *
 * <p>What can hide inside the tables and the entropy-coded data themselves is not looked for.
 */
public final class CodestreamComments {
    /** What widespread coders write into every codestream: their name and a version of few digits. */
    private static final Pattern CODER = Pattern.compile("(Kakadu-|Created by (GDCM/)?OpenJPEG version |OpenJPH Ver "
            + "|Creator: JasPer Version |Created by Grok +version |LEAD Technologies Inc\\. V)"
            + "v?[0-9]{1,2}(\\.[0-9]{1,3}){1,3}\\.?\0?");

    private CodestreamComments() {}

    /**
     * The frame without them; the very same array where there is nothing to remove.
     *
     * @param frame a codestream of JPEG (DCT-based or lossless), JPEG-LS, JPEG 2000 or HTJ2K, or one of the latter two in JP2
     *     boxes, by its first bytes; what fills up behind it, zeros or a single byte, is left
     * @throws CodecException where it is none of these, its structure is broken, or another codestream follows behind it
     */
    public static byte[] removed(byte[] frame) throws CodecException {
        if (starts(frame, 0xFF, 0xD8, 0xFF)) {
            return JpegCommentRemoval.removed(frame);
        }
        if (starts(frame, 0xFF, 0x4F, 0xFF, 0x51)) {
            return Jpeg2000CommentRemoval.codestream(frame);
        }
        if (starts(frame, 0, 0, 0, 12, 'j', 'P', ' ', ' ')) {
            return Jpeg2000CommentRemoval.boxes(frame);
        }
        throw new CodecException(Reason.UNSUPPORTED, "Not a codestream whose comments can be found");
    }

    /** @param text of a comment segment */
    static boolean namesOnlyItsCoder(byte[] text) {
        return CODER.matcher(new String(text, StandardCharsets.ISO_8859_1)).matches();
    }

    /** What stands behind the end of a codestream: nothing or filling, which stays, or something, which goes. */
    static boolean isFilling(byte[] frame, int from) throws CodecException {
        // some writers fill up with whatever was there; one byte tells nobody's name
        boolean zero = true;
        for (int i = from; i < frame.length; i++) {
            zero &= frame[i] == 0;
            boolean another = i + 2 < frame.length && frame[i] == -1 && frame[i + 2] == -1
                    && (frame[i + 1] == (byte) 0xD8 || frame[i + 1] == 0x4F);
            if (another) {
                throw new CodecException(Reason.MISMATCH, "Behind the codestream of the frame there is another one");
            }
        }
        return zero || frame.length - from == 1;
    }

    private static boolean starts(byte[] frame, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= frame.length || (frame[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
