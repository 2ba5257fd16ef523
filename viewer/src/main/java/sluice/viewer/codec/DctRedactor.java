package sluice.viewer.codec;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import sluice.viewer.codec.CodecException.Reason;

/**
 * Blanks blocks of baseline and extended sequential JPEG frames: their coefficients are replaced and the frame is encoded anew
 * from coefficients, so that all others are, bit for bit, those that were there.
 *
 * <p>A box touches the blocks of each component that any of its pixels depends on, subsampled chroma included, whether a
 * decoder repeats or interpolates it; every pixel inside a box becomes the darkest value. Blocks that fill up an MCU behind a
 * touched one at the edge go with it. A sample outside keeps its value in each component whose touched blocks do not hold it;
 * only a decoder that interpolates chroma reads one chroma sample beyond a block, so that pixels right beside a touched block
 * of subsampled chroma may change their hue.
 *
 * <p>Comments and application data that no decoder needs are dropped on the way, and so is everything behind the frame.
 */
final class DctRedactor implements FrameRedactor {

    @Override
    public byte[] redact(byte[] frame, ImageFormat format, List<PixelBox> boxes) throws CodecException {
        DctFrame before = DctReader.read(frame, format);
        if (before.progressive()) {
            throw new CodecException(Reason.UNSUPPORTED, "Progressive JPEG frames cannot be blanked in place");
        }
        PixelBox image = new PixelBox(0, 0, format.columns(), format.rows());
        for (PixelBox box : boxes) {
            if (box.x() < 0 || box.y() < 0 || box.right() > image.right() || box.bottom() > image.bottom()) {
                throw new CodecException(Reason.MISMATCH, "A box to be blanked is not inside the image");
            }
        }
        int components = before.components().size();
        BitSet[] touched = new BitSet[components];
        int[] levels = new int[components];
        for (int c = 0; c < components; c++) {
            DctComponent component = before.components().get(c);
            touched[c] = touched(before, component, boxes);
            levels[c] = level(before, component, c, format);
            int level = levels[c];
            touched[c].stream().forEach(block -> blank(component.coefficients, block, level));
        }
        byte[] after = DctWriter.write(before);
        DctFrame found = DctReader.read(after, format);
        proveBlocks(DctReader.read(frame, format), found, touched, levels);
        proveBoxes(DctDecoder.raster(found, format), boxes);
        return after;
    }

    /** Blocks of a component, as row * paddedAcross + column. */
    private static BitSet touched(DctFrame frame, DctComponent c, List<PixelBox> boxes) {
        BitSet set = new BitSet();
        for (PixelBox box : boxes) {
            int[] x = blocks(box.x(), box.right(), c.h, frame.largestH(), c.blocksAcross);
            int[] y = blocks(box.y(), box.bottom(), c.v, frame.largestV(), c.blocksDown);
            int right = x[1] == c.blocksAcross - 1 ? c.paddedAcross - 1 : x[1];
            int bottom = y[1] == c.blocksDown - 1 ? c.paddedDown - 1 : y[1];
            for (int row = y[0]; row <= bottom; row++) {
                set.set(row * c.paddedAcross + x[0], row * c.paddedAcross + right + 1);
            }
        }
        return set;
    }

    /** First and last block on one axis that pixels {@code from} to {@code to - 1} depend on. */
    private static int[] blocks(int from, int to, int factor, int largest, int blocks) {
        int beyond = factor < largest ? 1 : 0;
        int first = Math.max(0, from * factor / largest - beyond) / 8;
        int last = ((to - 1) * factor / largest + beyond) / 8;
        return new int[] {first, Math.min(last, blocks - 1)};
    }

    private static void blank(short[] coefficients, int block, int level) {
        Arrays.fill(coefficients, block * 64, block * 64 + 64, (short) 0);
        coefficients[block * 64] = (short) level;
    }

    /** The quantised DC coefficient of the darkest block, or of the one without colour. */
    private static int level(DctFrame frame, DctComponent component, int index, ImageFormat format) throws CodecException {
        int middle = 1 << frame.precision() - 1;
        int bits = Math.min(frame.precision(), format.bitsStored());
        int black = switch (format.photometric()) {
            case "MONOCHROME2" -> format.signed() ? 1 << bits - 1 : 0;
            case "MONOCHROME1" -> (1 << (format.signed() ? bits - 1 : bits)) - 1;
            case "RGB" -> 0;
            case "YBR_FULL", "YBR_FULL_422" -> index == 0 ? 0 : middle;
            default -> throw new CodecException(Reason.UNSUPPORTED, "No black is known of this photometric interpretation");
        };
        int step = component.steps[0];
        int centred = (black - middle) * 8;
        if (black == 0 || black == 2 * middle - 1) {
            // beyond the range, where every decoder clamps, but not so far that the clamping tables of some wrap around
            int level = centred / step + (centred % step == 0 ? 0 : Integer.signum(centred));
            if (Math.abs(level) * (long) step >= 32L * middle) {
                throw new CodecException(Reason.UNSUPPORTED, "The quantisation is too coarse for a black block");
            }
            return level;
        }
        return Math.floorDiv(centred, step);
    }

    /** Against the frame as it came, not against what was meant to be written. */
    private static void proveBlocks(DctFrame was, DctFrame is, BitSet[] touched, int[] levels) throws CodecException {
        for (int i = 0; i < touched.length; i++) {
            DctComponent old = was.components().get(i);
            DctComponent now = is.components().get(i);
            boolean same = old.id == now.id && old.h == now.h && old.v == now.v && Arrays.equals(old.steps, now.steps)
                    && old.coefficients.length == now.coefficients.length;
            short[] blank = new short[64];
            blank[0] = (short) levels[i];
            for (int at = 0; same && at < old.coefficients.length; at += 64) {
                boolean isTouched = touched[i].get(at / 64);
                // filling blocks that a scan of one component does not hold stay zero
                same = Arrays.equals(now.coefficients, at, at + 64, isTouched ? blank : old.coefficients,
                        isTouched ? 0 : at, isTouched ? 64 : at + 64) || isTouched && !held(is, now, at / 64);
            }
            if (!same) {
                throw notProven();
            }
        }
    }

    private static boolean held(DctFrame frame, DctComponent c, int block) {
        boolean single = frame.scans().stream().anyMatch(s -> s.parts().size() == 1 && s.parts().get(0).component() == c);
        return !single || block % c.paddedAcross < c.blocksAcross && block / c.paddedAcross < c.blocksDown;
    }

    private static void proveBoxes(Raster raster, List<PixelBox> boxes) throws CodecException {
        for (PixelBox box : boxes) {
            for (int sample = 0; sample < raster.samples(); sample++) {
                long value = raster.value(box.x(), box.y(), sample);
                for (int y = box.y(); y < box.bottom(); y++) {
                    for (int x = box.x(); x < box.right(); x++) {
                        if (raster.value(x, y, sample) != value) {
                            throw notProven();
                        }
                    }
                }
            }
        }
    }

    private static CodecException notProven() {
        return new CodecException(Reason.CORRUPT, "The blanked frame does not decode to what it should; it is not passed on");
    }
}
