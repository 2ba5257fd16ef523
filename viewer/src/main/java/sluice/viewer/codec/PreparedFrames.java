package sluice.viewer.codec;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import sluice.viewer.dicom.FrameMaker;

/**
 * Frames that were all made once before the first is written, so that what cannot be made stops everything in time and the
 * lengths are known. The first 32 MiB are kept; the rest is made again and must come out the same.
 */
final class PreparedFrames implements FrameMaker {
    private static final long KEPT = 32 << 20;

    private final Step step;
    private final int[] lengths;
    private final int[] checks;
    private final BitSet changed = new BitSet();
    private final Map<Integer, byte[]> kept = new HashMap<>();

    /** Makes one frame; null where it stays as it is. */
    interface Step {
        byte[] make(int frame) throws IOException;
    }

    private PreparedFrames(Step step, int frames) {
        this.step = step;
        lengths = new int[frames];
        checks = new int[frames];
    }

    /** @param wanted the frames to be made */
    static PreparedFrames of(BitSet wanted, int frames, Step step) throws IOException {
        PreparedFrames prepared = new PreparedFrames(step, frames);
        long held = 0;
        for (int i = wanted.nextSetBit(0); i >= 0 && i < frames; i = wanted.nextSetBit(i + 1)) {
            byte[] frame = step.make(i);
            if (frame != null) {
                prepared.changed.set(i);
                prepared.lengths[i] = frame.length;
                prepared.checks[i] = check(frame);
                held += frame.length;
                if (held <= KEPT) {
                    prepared.kept.put(i, frame);
                }
            }
        }
        return prepared;
    }

    /** The frames that do not stay. */
    BitSet changed() {
        return changed;
    }

    @Override
    public long length(int index) {
        return lengths[index];
    }

    @Override
    public byte[] frame(int index) throws IOException {
        byte[] frame = kept.get(index);
        if (frame != null) {
            return frame;
        }
        byte[] again = step.make(index);
        if (again == null || again.length != lengths[index] || check(again) != checks[index]) {
            throw new CodecException(CodecException.Reason.CORRUPT,
                    "A frame was made twice and came out differently: the source changed meanwhile");
        }
        return again;
    }

    private static int check(byte[] frame) {
        CRC32 crc = new CRC32();
        crc.update(frame);
        return (int) crc.getValue();
    }
}
