package sluice.viewer.codec;

/** The bytes of a raster while a decoder fills them or an encoder reads them, one row of one sample at a time. Not thread-safe. */
final class RasterRows {
    private final int rows;
    private final int columns;
    private final int samples;
    private final int sampleBytes;
    private final byte[] bytes;

    private RasterRows(int rows, int columns, int samples, int sampleBytes, byte[] bytes) {
        this.rows = rows;
        this.columns = columns;
        this.samples = samples;
        this.sampleBytes = sampleBytes;
        this.bytes = bytes;
    }

    /**
     * Room for one frame. Callers compare the codestream's size with the data set's first and have a lower bound for the
     * codestream's length, so that no few bytes ask for gigabytes.
     */
    static RasterRows of(ImageFormat format) throws CodecException {
        checkSize(format);
        int length = (int) (format.pixels() * format.samples() * format.sampleBytes());
        return new RasterRows(format.rows(), format.columns(), format.samples(), format.sampleBytes(), new byte[length]);
    }

    static RasterRows of(Raster raster) {
        return new RasterRows(raster.rows(), raster.columns(), raster.samples(), raster.sampleBytes(), raster.bytes());
    }

    /**
     * That a frame of this size can be held.
     *
     * @throws CodecException as {@link FrameSize#rasterBytes}; MISMATCH where no codestream has such a size; TOO_LARGE where
     *     the frame takes more than a third of the memory that this process may have
     */
    static void checkSize(ImageFormat format) throws CodecException {
        long length = FrameSize.rasterBytes(format);
        if (format.rows() > 0xffff || format.columns() > 0xffff || format.sampleBytes() > 4) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "The data set gives no size of a frame that this codec could hold");
        }
        if (length > Runtime.getRuntime().maxMemory() / 3) {
            throw new CodecException(CodecException.Reason.TOO_LARGE, "The frame takes " + length + " bytes of memory");
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int samples() {
        return samples;
    }

    /** Whether the values are below 1 &lt;&lt; bits, seen without sign. */
    boolean fit(int bits) {
        if (bits >= 8 * sampleBytes) {
            return true;
        }
        int[] row = new int[columns];
        for (int y = 0; y < rows; y++) {
            for (int s = 0; s < samples; s++) {
                get(y, s, row, 0);
                int all = 0;
                for (int v : row) {
                    all |= v;
                }
                if (all >>> bits != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Values of row y from index {@code from} on; what is above the sample's width is cut. */
    void put(int y, int sample, int[] values, int from) {
        int step = samples * sampleBytes;
        int at = (y * columns * samples + sample) * sampleBytes;
        int end = from + columns;
        if (sampleBytes == 1) {
            for (int i = from; i < end; i++, at += step) {
                bytes[at] = (byte) values[i];
            }
        } else if (sampleBytes == 2) {
            for (int i = from; i < end; i++, at += step) {
                int v = values[i];
                bytes[at] = (byte) v;
                bytes[at + 1] = (byte) (v >> 8);
            }
        } else {
            for (int i = from; i < end; i++, at += step) {
                int v = values[i];
                bytes[at] = (byte) v;
                bytes[at + 1] = (byte) (v >> 8);
                bytes[at + 2] = (byte) (v >> 16);
                bytes[at + 3] = (byte) (v >> 24);
            }
        }
    }

    /**
     * Values of a rectangle.
     *
     * @param values row by row, of this width
     */
    void put(int left, int top, int width, int sample, int[] values) {
        if (width == columns) {
            for (int i = 0; i * width < values.length; i++) {
                put(top + i, sample, values, i * width);
            }
            return;
        }
        for (int i = 0; i < values.length; i++) {
            int at = (((top + i / width) * columns + left + i % width) * samples + sample) * sampleBytes;
            for (int b = 0; b < sampleBytes; b++) {
                bytes[at + b] = (byte) (values[i] >> 8 * b);
            }
        }
    }

    /** Values of row y without sign into {@code into} from index {@code from} on; of four bytes: their bits. */
    void get(int y, int sample, int[] into, int from) {
        int step = samples * sampleBytes;
        int at = (y * columns * samples + sample) * sampleBytes;
        int end = from + columns;
        if (sampleBytes == 1) {
            for (int i = from; i < end; i++, at += step) {
                into[i] = bytes[at] & 0xff;
            }
        } else if (sampleBytes == 2) {
            for (int i = from; i < end; i++, at += step) {
                into[i] = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
            }
        } else {
            for (int i = from; i < end; i++, at += step) {
                into[i] = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
            }
        }
    }

    Raster raster(String photometric) {
        return new Raster(rows, columns, samples, sampleBytes, bytes, photometric);
    }
}
