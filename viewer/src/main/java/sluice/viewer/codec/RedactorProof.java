package sluice.viewer.codec;

import java.util.Arrays;
import java.util.List;

/** That a frame blanked in place shows nothing within its boxes, and elsewhere what it was. */
final class RedactorProof {
    /** Coding blocks are 32 pixels wide at most; colour of the next one may shine one pixel further. */
    private static final int REACH = 40;
    /** Colour is interpolated across the edge of a block. */
    private static final int COLOUR_EDGE = 2;
    /** One part of the range of values that quantisation may leave. */
    private static final int STEPS = 32;

    private RedactorProof() {}

    static void check(Raster before, Raster after, EncodedImage image, List<PixelBox> boxes) throws CodecException {
        byte[] dark = Darkest.pixel(image, after, false);
        Raster one = new Raster(1, 1, after.samples(), after.sampleBytes(), dark, after.photometric());
        long tolerance = (1L << image.format().bitsStored()) / STEPS;
        long mask = StoredBits.of(image.format()).mask();
        boolean ybr = after.photometric().startsWith("YBR");
        for (PixelBox box : boxes) {
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    boolean edge = x < box.x() + COLOUR_EDGE || x >= box.right() - COLOUR_EDGE
                            || y < box.y() + COLOUR_EDGE || y >= box.bottom() - COLOUR_EDGE;
                    int samples = ybr && edge ? 1 : after.samples();
                    for (int s = 0; s < samples; s++) {
                        if (Math.abs((after.value(x, y, s) & mask) - (one.value(0, 0, s) & mask)) > tolerance) {
                            throw failed("something is left within a box");
                        }
                    }
                }
            }
        }
        outside(before, after, boxes);
    }

    private static void outside(Raster before, Raster after, List<PixelBox> boxes) throws CodecException {
        int width = before.samples() * before.sampleBytes();
        List<PixelBox> reached = boxes.stream().map(b -> b.grown(REACH, before.columns(), before.rows())).toList();
        for (int y = 0; y < before.rows(); y++) {
            int x = 0;
            while (x < before.columns()) {
                int end = before.columns();
                int skip = x;
                for (PixelBox box : reached) {
                    if (box.contains(x, y)) {
                        skip = Math.max(skip, box.right());
                    } else if (y >= box.y() && y < box.bottom() && box.x() > x) {
                        end = Math.min(end, box.x());
                    }
                }
                if (skip == x) {
                    int from = (y * before.columns() + x) * width;
                    int to = (y * before.columns() + end) * width;
                    if (!Arrays.equals(before.bytes(), from, to, after.bytes(), from, to)) {
                        throw failed("something changed far from every box");
                    }
                    skip = end;
                }
                x = skip;
            }
        }
    }

    private static CodecException failed(String what) {
        return new CodecException(CodecException.Reason.CORRUPT, "Blanking a frame in place failed: " + what);
    }
}
