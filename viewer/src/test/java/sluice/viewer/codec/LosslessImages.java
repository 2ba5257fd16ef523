package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Images made from seeds: every depth, sign, number of samples and kind of content that the lossless codecs meet. */
final class LosslessImages {
    static final List<String> KINDS = List.of("flat", "smooth", "noise", "extremes", "text");

    private LosslessImages() {}

    /** One image with its description. */
    record Made(String name, ImageFormat format, Raster raster) {}

    static List<Made> of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int stored = 1 + random.nextInt(16);
            int bytes = stored > 8 || random.nextInt(4) == 0 ? 2 : 1;
            int samples = random.nextInt(3) == 0 ? 3 : random.nextInt(12) == 0 ? 4 : 1;
            all.add(of(random, 1 + random.nextInt(60), 1 + random.nextInt(60), samples, bytes, stored,
                    random.nextInt(3) == 0 && samples == 1, KINDS.get(random.nextInt(KINDS.size()))));
        }
        return all;
    }

    static Made of(SplittableRandom random, int rows, int columns, int samples, int bytes, int stored, boolean signed,
            String kind) {
        byte[] data = new byte[rows * columns * samples * bytes];
        int top = (1 << stored) - 1;
        int base = random.nextInt(top + 1);
        for (int y = 0, at = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                for (int s = 0; s < samples; s++) {
                    int v = switch (kind) {
                        case "flat" -> base;
                        case "smooth" -> (int) (top * (0.5 + 0.45 * Math.sin((x + 2 * y + 9 * s + base % 7) / 11.0)))
                                + random.nextInt(3);
                        case "noise" -> random.nextInt(top + 1);
                        case "extremes" -> random.nextBoolean() ? top : 0;
                        default -> (x / 3 + y / 5) % 4 == 0 ? top : base;
                    };
                    v = Math.min(v, top);
                    if (signed) {
                        v = v << 32 - stored >> 32 - stored;
                    }
                    for (int b = 0; b < bytes; b++) {
                        data[at++] = (byte) (v >> 8 * b);
                    }
                }
            }
        }
        String photometric = samples == 3 ? "RGB" : "MONOCHROME2";
        ImageFormat format = new ImageFormat(rows, columns, samples, 8 * bytes, stored, stored - 1, signed, photometric, false);
        return new Made(rows + "x" + columns + "x" + samples + " " + stored + "/" + 8 * bytes + (signed ? " signed " : " ") + kind,
                format, new Raster(rows, columns, samples, bytes, data, photometric));
    }
}
