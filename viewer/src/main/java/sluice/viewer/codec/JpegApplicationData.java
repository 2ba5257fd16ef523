package sluice.viewer.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The application data segments that say how the samples are meant, cut down to that: the JFIF header without its thumbnail
 * (T.871 10.1), Adobe's colour transform (T.872 6.5.3) and, in JPEG-LS, the colour transform of HP's coder. All others can be
 * dropped without changing the picture.
 */
final class JpegApplicationData {
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRANSFORM = "mrfx".getBytes(StandardCharsets.US_ASCII);

    private JpegApplicationData() {}

    /**
     * The whole segment, with marker and length, that has to stay; null where it can be dropped.
     *
     * @param marker 0xE0 to 0xEF
     * @param payload behind the length
     * @param jpegLs of a JPEG-LS codestream
     */
    static byte[] needed(int marker, byte[] payload, boolean jpegLs) {
        if (marker == 0xE0 && begins(payload, JFIF) && payload.length >= 14) {
            byte[] header = Arrays.copyOf(payload, 14);
            header[12] = 0;
            header[13] = 0;
            return segment(marker, header);
        }
        if (marker == 0xEE && begins(payload, ADOBE) && payload.length >= 12) {
            return segment(marker, Arrays.copyOf(payload, 12));
        }
        if (marker == 0xE8 && jpegLs && begins(payload, TRANSFORM) && payload.length >= 5) {
            return segment(marker, Arrays.copyOf(payload, 5));
        }
        return null;
    }

    static byte[] segment(int marker, byte[] payload) {
        byte[] all = new byte[payload.length + 4];
        all[0] = -1;
        all[1] = (byte) marker;
        all[2] = (byte) (payload.length + 2 >> 8);
        all[3] = (byte) (payload.length + 2);
        System.arraycopy(payload, 0, all, 4, payload.length);
        return all;
    }

    private static boolean begins(byte[] payload, byte[] with) {
        return payload.length >= with.length && Arrays.equals(payload, 0, with.length, with, 0, with.length);
    }
}
