package sluice.viewer.codec;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages codestreams and gives them to decoder, redactor and comment removal: a refusal or a result, nothing else. */
final class DctHostile {
    private final DctDecoder decoder = new DctDecoder();
    private final DctRedactor redactor = new DctRedactor();
    private int refused;

    int refused() {
        return refused;
    }

    /** @throws RuntimeException or an Error where something does worse than refuse */
    void run(long firstSeed, int count) throws CodecException {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            DctImages.Sample sample = DctImages.random(r, r.nextInt(3) == 0 ? 1 : 3, r.nextInt(4) == 0 ? 12 : 8,
                    1 + r.nextInt(40), 1 + r.nextInt(40));
            byte[] broken = damaged(sample.frame(), r);
            try {
                switch (r.nextInt(4)) {
                    case 0 -> redactor.redact(broken, sample.format(), DctImages.boxes(r, sample.format()));
                    case 1 -> CodestreamComments.removed(broken);
                    default -> decoder.decode(broken, sample.format());
                }
            } catch (CodecException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** Bytes changed, cut out, doubled or cut off; markers are preferred, for they steer; sometimes made progressive. */
    static byte[] damaged(byte[] frame, SplittableRandom r) {
        byte[] bytes = frame.clone();
        for (int i = r.nextInt(4); i >= 0; i--) {
            int at = r.nextInt(bytes.length);
            switch (r.nextInt(6)) {
                case 0 -> bytes[at] = (byte) r.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << r.nextInt(8));
                case 2 -> {
                    int length = Math.min(r.nextInt(20), bytes.length - at);
                    System.arraycopy(bytes, at + length, bytes, at, bytes.length - at - length);
                    bytes = Arrays.copyOf(bytes, bytes.length - length);
                }
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 4 -> {
                    for (int p = at; p + 12 < bytes.length; p++) {
                        if (bytes[p] == -1 && (bytes[p + 1] & 0xf0) >= 0xc0) {
                            bytes[p + 1 + r.nextInt(12)] = (byte) r.nextInt(256);
                            break;
                        }
                    }
                }
                default -> {
                    for (int p = 0; p + 1 < bytes.length; p++) {
                        if (bytes[p] == -1 && (bytes[p + 1] == (byte) 0xC0 || bytes[p + 1] == (byte) 0xC1)) {
                            bytes[p + 1] = (byte) 0xC2;
                        } else if (bytes[p] == -1 && bytes[p + 1] == (byte) 0xDA && p + 4 < bytes.length) {
                            int end = p + 2 + (bytes[p + 3] & 0xff);
                            if (end < bytes.length && end > 3) {
                                bytes[end - 2] = (byte) r.nextInt(64);
                                bytes[end - 3] = (byte) r.nextInt(2);
                            }
                        }
                    }
                }
            }
            if (bytes.length == 0) {
                return new byte[1];
            }
        }
        return bytes;
    }
}
