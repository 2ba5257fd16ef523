package sluice.app.deid.pixels;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sluice.viewer.codec.PixelBox;

/** Burns generated words into pictures. */
final class Overlays {
    /** Fonts: families of the Java runtime, then cells of dots. */
    static final List<String> FONTS = List.of("SansSerif", "SansSerif bold", "Serif", "Monospaced", "DejaVu Sans", "Liberation Sans",
            "dots");
    static final int[] SIZES = {8, 9, 10, 12, 14, 16, 20, 24, 28, 32};
    private static final int[][] CELLS = {{5, 7}, {5, 8}, {7, 9}, {8, 12}, {10, 14}, {12, 16}};
    private static final String[] FAMILY = {"MUELLER", "Andersson", "Nguyen", "O'NEIL", "Li", "SCHMIDT", "Kowalska", "DOE",
        "Virtanen", "Ivanov", "de la Cruz", "Ng", "Strand", "Hansen"};
    private static final String[] GIVEN = {"Anna", "JOHN", "Maria", "Bo", "KARL", "Liisa", "Ida", "WILHELMINA", "Tom", "Eva"};
    private static final String[] OTHER = {"ID", "DOB", "F 63Y", "Se:4", "Im 12", "kV 120", "Hospital", "ST. OLAV", "L", "MI 1.2",
        "Acc: 88213", "TR 450", "12cm", "Dr. House"};

    /** How a word is drawn. */
    enum Edge { PLAIN, OUTLINE, SHADOW }

    /**
     * A word burned in.
     *
     * @param contrast grey levels between ink and the mean of what was there
     * @param busy standard deviation of what was there
     */
    record Burned(PixelBox box, boolean[] ink, String font, int size, int contrast, double busy, boolean dark, String text) {}

    /** What to draw. */
    record Style(String font, int size, int contrast, boolean dark, boolean smooth, Edge edge) {}

    private final Lettering lettering = new Lettering();
    private final SplittableRandom random;

    Overlays(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A name, number, date or label, at least two letters. */
    String text() {
        String family = FAMILY[random.nextInt(FAMILY.length)];
        String given = GIVEN[random.nextInt(GIVEN.length)];
        return switch (random.nextInt(9)) {
            case 0 -> family + ", " + given;
            case 1 -> family + "^" + given;
            case 2 -> family;
            case 3 -> given;
            case 4 -> Integer.toString(100 + random.nextInt(900));
            case 5 -> Integer.toString(1_000_000 + random.nextInt(9_000_000));
            case 6 -> String.format("%02d.%02d.%d", 1 + random.nextInt(28), 1 + random.nextInt(12), 1930 + random.nextInt(90));
            case 7 -> String.format("%d-%02d-%02d %02d:%02d", 1990 + random.nextInt(35), 1 + random.nextInt(12),
                    1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
            default -> {
                String o = OTHER[random.nextInt(OTHER.length)];
                yield o.length() < 2 ? o + random.nextInt(10) : o;
            }
        };
    }

    Lettering.Word draw(String text, Style style) {
        if (style.font().equals("dots")) {
            int[] cell = CELLS[0];
            for (int[] c : CELLS) {
                if (c[1] <= style.size()) {
                    cell = c;
                }
            }
            int times = Math.max(1, style.size() / 18);
            return lettering.dots(text.replace("^", " ").replace("'", ""), cell[0] * times, cell[1] * times);
        }
        boolean bold = style.font().endsWith(" bold");
        return lettering.font(text, style.font().replace(" bold", ""), bold ? Font.BOLD : Font.PLAIN, style.size(), style.smooth());
    }

    /** Writes some words of random kinds into a picture. */
    List<Burned> burnSome(GreyPlane plane, int words, int... contrasts) {
        List<PixelBox> taken = new ArrayList<>();
        List<Burned> burned = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            Edge edge = Edge.values()[Math.max(0, random.nextInt(6) - 3)];
            Style style = new Style(FONTS.get(random.nextInt(FONTS.size())), SIZES[random.nextInt(SIZES.length)],
                    contrasts[random.nextInt(contrasts.length)], random.nextInt(3) == 0, random.nextBoolean(), edge);
            Burned word = burn(plane.grey(), plane.width(), plane.height(), taken, style, text());
            if (word != null) {
                burned.add(word);
            }
        }
        return burned;
    }

    /**
     * Writes one word into a picture.
     *
     * @param grey changed
     * @return null where it does not fit
     */
    Burned burn(byte[] grey, int width, int height, List<PixelBox> taken, Style style, String text) {
        Lettering.Word word = draw(text, style);
        if (word.width() + 8 > width || word.height() + 8 > height) {
            return null;
        }
        for (int attempt = 0; attempt < 60; attempt++) {
            int x = place(width - word.width());
            int y = place(height - word.height());
            PixelBox box = new PixelBox(x, y, word.width(), word.height());
            PixelBox wide = box.grown(6 + style.size() / 2, width, height);
            if (taken.stream().noneMatch(t -> t.intersects(wide))) {
                Burned burned = write(grey, width, word, box, style, text);
                if (burned != null) {
                    taken.add(box);
                    return burned;
                }
            }
        }
        return null;
    }

    /** Anywhere, every fourth time close to an edge. */
    private int place(int room) {
        int where = random.nextInt(8);
        return where == 0 ? random.nextInt(Math.min(4, room)) : where == 1 ? room - 1 - random.nextInt(Math.min(4, room))
                : random.nextInt(room);
    }

    private static Burned write(byte[] grey, int width, Lettering.Word word, PixelBox box, Style style, String text) {
        double sum = 0;
        double squares = 0;
        int n = box.width() * box.height();
        for (int i = 0; i < n; i++) {
            int v = grey[(box.y() + i / box.width()) * width + box.x() + i % box.width()] & 0xff;
            sum += v;
            squares += v * v;
        }
        double mean = sum / n;
        double ink = style.dark() ? mean - style.contrast() : mean + style.contrast();
        if (ink < 0 || ink > 255) {
            return null;
        }
        double edge = style.dark() ? 255 : 0;
        if (style.edge() == Edge.OUTLINE) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    blend(grey, width, word, box.x() + dx, box.y() + dy, edge);
                }
            }
        } else if (style.edge() == Edge.SHADOW) {
            blend(grey, width, word, box.x() + 1, box.y() + 1, edge);
        }
        blend(grey, width, word, box.x(), box.y(), ink);
        boolean[] mask = new boolean[n];
        for (int i = 0; i < n; i++) {
            mask[i] = word.cover()[i] > 0.3;
        }
        double busy = Math.sqrt(Math.max(0, squares / n - mean * mean));
        return new Burned(box, mask, style.font(), style.size(), style.contrast(), busy, style.dark(), text);
    }

    private static void blend(byte[] grey, int width, Lettering.Word word, int x0, int y0, double ink) {
        for (int i = 0; i < word.cover().length; i++) {
            int x = x0 + i % word.width();
            int y = y0 + i / word.width();
            int at = y * width + x;
            if (x >= 0 && y >= 0 && x < width && at < grey.length) {
                float c = word.cover()[i];
                grey[at] = (byte) Math.round((grey[at] & 0xff) * (1 - c) + ink * c);
            }
        }
    }

    /** Part of the ink that lies in boxes. */
    static double covered(Burned burned, List<PixelBox> boxes) {
        int ink = 0;
        int hit = 0;
        PixelBox b = burned.box();
        for (int i = 0; i < burned.ink().length; i++) {
            if (burned.ink()[i]) {
                ink++;
                int x = b.x() + i % b.width();
                int y = b.y() + i / b.width();
                hit += boxes.stream().anyMatch(t -> t.contains(x, y)) ? 1 : 0;
            }
        }
        return ink == 0 ? 1 : (double) hit / ink;
    }

    SplittableRandom random() {
        return random;
    }

    List<PixelBox> none() {
        return new ArrayList<>();
    }
}
