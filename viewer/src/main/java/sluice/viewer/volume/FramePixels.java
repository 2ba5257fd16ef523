package sluice.viewer.volume;

import java.io.IOException;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.Colours;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomException;

/** The pixels of one frame, decoded when asked for. */
final class FramePixels {
    private final Source source;
    private final ImageFormat format;
    private final boolean floating;
    private final int left;
    private final int top;
    private final int nx;
    private final int ny;

    /** Gives the raster that holds the pixels. */
    interface Source {
        Raster raster() throws IOException;
    }

    private FramePixels(Source source, ImageFormat format, boolean floating, int[] tile) {
        this.source = source;
        this.format = format;
        this.floating = floating;
        this.left = tile[0];
        this.top = tile[1];
        this.nx = tile[2];
        this.ny = tile[3];
    }

    /** A whole frame. */
    static FramePixels of(FrameDecoder decoder, int frame, ImageFormat format, boolean floating) {
        return new FramePixels(() -> decoder.frame(frame), format, floating, new int[] {0, 0, format.columns(), format.rows()});
    }

    /** A rectangle of an image. */
    static FramePixels tile(Source source, ImageFormat format, int left, int top, int nx, int ny) {
        return new FramePixels(source, format, false, new int[] {left, top, nx, ny});
    }

    /** How many bits the values can take, sign included. */
    int bits() {
        return Math.min(format.bitsStored(), format.bitsAllocated());
    }

    /**
     * @return {@link Slice.Absent} where the frame is cut off or cannot be decoded
     * @throws IOException where the file cannot be read
     */
    Slice slice() throws IOException {
        try {
            return of(source.raster());
        } catch (CodecException e) {
            return new Slice.Absent(nx, ny, Slice.Absent.Reason.UNDECODABLE);
        } catch (DicomException e) {
            return new Slice.Absent(nx, ny, e.reason() == DicomException.Reason.TRUNCATED ? Slice.Absent.Reason.TRUNCATED
                    : Slice.Absent.Reason.UNDECODABLE);
        }
    }

    private Slice of(Raster raw) throws CodecException {
        if (raw.samples() > 1) {
            return colours(Colours.toRgb(raw, format.bitsStored()));
        }
        return raw.sampleBytes() <= 2 && !floating ? shorts(raw) : numbers(raw);
    }

    private Slice shorts(Raster raw) {
        byte[] bytes = raw.bytes();
        int width = raw.sampleBytes();
        // what is above High Bit belongs to no pixel (PS3.5 8.1.1) and is garbage in some files
        int stored = Math.max(1, Math.min(format.bitsStored(), 8 * width));
        int down = Math.max(0, Math.min(format.highBit() + 1, 8 * width) - stored);
        int cut = 32 - stored;
        short[] values = new short[nx * ny];
        int at = 0;
        for (int y = 0; y < ny; y++) {
            int from = ((top + y) * raw.columns() + left) * width;
            for (int x = 0; x < nx; x++, from += width) {
                int v = width == 1 ? bytes[from] & 0xFF : bytes[from] & 0xFF | (bytes[from + 1] & 0xFF) << 8;
                v = v >>> down << cut;
                values[at++] = (short) (format.signed() ? v >> cut : v >>> cut);
            }
        }
        return new Slice.Shorts(nx, ny, values, format.signed());
    }

    private Slice numbers(Raster raw) {
        double[] values = new double[nx * ny];
        int width = raw.sampleBytes();
        int stored = Math.max(1, Math.min(format.bitsStored(), 8 * width));
        for (int at = 0; at < values.length; at++) {
            long v = raw.value(left + at % nx, top + at / nx, 0);
            if (floating) {
                values[at] = width == 4 ? Float.intBitsToFloat((int) v) : Double.longBitsToDouble(v);
            } else {
                long high = v << 64 - stored;
                values[at] = format.signed() ? high >> 64 - stored : high >>> 64 - stored;
            }
        }
        return new Slice.Numbers(nx, ny, values);
    }

    private Slice colours(Raster rgb) throws CodecException {
        if (rgb.samples() != 3) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED, "Colour has three samples");
        }
        byte[] values = new byte[3 * nx * ny];
        int down = Math.max(0, Math.min(format.bitsStored(), 8 * rgb.sampleBytes()) - 8);
        for (int y = 0, at = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                for (int s = 0; s < 3; s++) {
                    values[at++] = (byte) (rgb.value(left + x, top + y, s) >>> down);
                }
            }
        }
        return new Slice.Colours(nx, ny, values);
    }
}
