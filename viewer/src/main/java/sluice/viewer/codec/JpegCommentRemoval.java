package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Comments and application data of JPEG and JPEG-LS codestreams, which share their marker structure (T.81 B.1, T.87 C). */
final class JpegCommentRemoval {
    private JpegCommentRemoval() {}

    static byte[] removed(byte[] frame) throws CodecException {
        boolean jpegLs = isJpegLs(frame);
        ByteArrayOutputStream out = new ByteArrayOutputStream(frame.length);
        out.write(frame, 0, 2);
        JpegSegments in = new JpegSegments(frame);
        int from = in.position();
        while (in.next()) {
            int marker = in.marker();
            if (marker == 0xDA) {
                in.skipEntropyCoded();
            }
            if (marker >= 0xE0 && marker <= 0xEF) {
                byte[] needed = JpegApplicationData.needed(marker, in.payload(), jpegLs);
                if (needed != null) {
                    out.writeBytes(needed);
                }
            } else if (marker != 0xFE || CodestreamComments.namesOnlyItsCoder(in.payload())) {
                out.write(frame, from, in.position() - from);
            }
            from = in.position();
        }
        int end = in.ended() ? in.position() : frame.length;
        boolean filling = CodestreamComments.isFilling(frame, end);
        out.write(frame, from, (filling ? frame.length : end) - from);
        byte[] cleaned = out.toByteArray();
        return Arrays.equals(cleaned, frame) ? frame : cleaned;
    }

    private static boolean isJpegLs(byte[] frame) throws CodecException {
        JpegSegments in = new JpegSegments(frame);
        while (in.next() && in.marker() != 0xDA) {
            if (in.marker() == 0xF7) {
                return true;
            }
        }
        return false;
    }
}
