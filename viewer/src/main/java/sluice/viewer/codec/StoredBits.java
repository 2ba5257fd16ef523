package sluice.viewer.codec;

/**
 * Which bits of an allocated sample hold the stored value (PS3.5 8.1.1); all others may hold overlays of old, or anything.
 *
 * @param allocated bits of the sample
 * @param low the lowest bit of the value
 * @param stored bits of the value
 * @param signed two's complement
 */
record StoredBits(int allocated, int low, int stored, boolean signed) {

    static StoredBits of(ImageFormat format) throws CodecException {
        int low = format.highBit() + 1 - format.bitsStored();
        if (format.bitsStored() < 1 || low < 0 || format.highBit() >= format.bitsAllocated()) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "Bits Allocated, Bits Stored and High Bit contradict each other");
        }
        return new StoredBits(format.bitsAllocated(), low, format.bitsStored(), format.signed());
    }

    boolean anyUnused() {
        return stored < allocated;
    }

    /** The bits of the value, where they stand. */
    long mask() {
        return (stored == 64 ? -1L : (1L << stored) - 1) << low;
    }

    /** A value where it belongs. */
    long word(long value, boolean signBits) {
        return cleared(value << low, signBits);
    }

    /** The word with unused bits 0, or above a signed value its sign. */
    long cleared(long word, boolean signBits) {
        long kept = word & mask();
        boolean negative = signed && (kept >>> low + stored - 1 & 1) != 0;
        return negative && signBits && low + stored < 64 ? kept | -1L << low + stored : kept;
    }

    /** The stored value of a word, with its sign. */
    long value(long word) {
        long kept = (word & mask()) >>> low;
        return signed && (kept >>> stored - 1 & 1) != 0 && stored < 64 ? kept | -1L << stored : kept;
    }

    /** The greatest or least value of a frame of one sample. */
    long extreme(Raster raster, boolean greatest) {
        int n = raster.sampleBytes();
        long found = greatest ? Long.MIN_VALUE : Long.MAX_VALUE;
        byte[] bytes = raster.bytes();
        for (int at = 0; at < bytes.length; at += n) {
            long word = 0;
            for (int i = n - 1; i >= 0; i--) {
                word = word << 8 | bytes[at + i] & 0xFF;
            }
            found = greatest ? Math.max(found, value(word)) : Math.min(found, value(word));
        }
        return found;
    }

    /**
     * Whether negative values of a frame repeat their sign in the bits above. Decoders of codes that know no sign leave these
     * bits 0; both are the same number to whoever keeps to High Bit.
     *
     * @param unknown the answer where no value tells
     */
    boolean repeatsSign(Raster raster, boolean unknown) {
        int n = raster.sampleBytes();
        int high = low + stored;
        if (!signed || high >= 8 * n) {
            return signed;
        }
        boolean negative = false;
        byte[] bytes = raster.bytes();
        for (int at = 0; at < bytes.length; at += n) {
            long word = 0;
            for (int i = n - 1; i >= 0; i--) {
                word = word << 8 | bytes[at + i] & 0xFF;
            }
            if (word >>> high != 0) {
                return true;
            }
            negative |= (word >>> high - 1 & 1) != 0;
        }
        return !negative && unknown;
    }
}
