package sluice.viewer.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Pictures as PNG (ISO/IEC 15948): 8 bits of red, green and blue, no alpha, and no chunk that could say anything else. */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte TRUE_COLOUR = 2;
    private static final byte FILTER_SUB = 1;

    private PngWriter() {}

    /** Writes the whole file; the stream stays open. */
    public static void write(ArgbImage image, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(image.width()).putInt(image.height()).put((byte) 8).put(TRUE_COLOUR)
                .array());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(data)) {
            byte[] row = new byte[1 + 3 * image.width()];
            row[0] = FILTER_SUB;
            for (int y = 0; y < image.height(); y++) {
                int before = 0;
                for (int x = 0; x < image.width(); x++) {
                    int colour = image.at(x, y);
                    for (int s = 0; s < 3; s++) {
                        int shift = 16 - 8 * s;
                        row[1 + 3 * x + s] = (byte) ((colour >> shift) - (before >> shift));
                    }
                    before = colour;
                }
                deflated.write(row);
            }
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(name);
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
