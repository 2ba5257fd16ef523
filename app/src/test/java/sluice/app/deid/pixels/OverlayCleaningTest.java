package sluice.app.deid.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.OverlayBits;

class OverlayCleaningTest {
    private static final int ROWS = 300;
    private static final int COLUMNS = 484;
    private static final String[] WORDS = {"ANDERSSON", "Li", "O'Neil", "Hansen^Eva", "19500102-7788", "de la Cruz", "WILHELMINA",
        "St. Olav", "12.03.1961", "Ng"};
    private static final String[] FONTS = {"SansSerif", "Serif", "Monospaced", "dots"};

    private final OverlayCleaning cleaning = new OverlayCleaning();
    private final Lettering lettering = new Lettering();

    @Test
    void drawingsStayAsTheyAre() {
        List<Consumer<byte[]>> drawings = List.of(b -> ellipse(b, 100, 90, 40, 25), b -> ellipse(b, 300, 150, 9, 9),
                b -> line(b, 20, 20, 400, 250), b -> box(b, 200, 40, 90, 60), b -> filled(b, 350, 200, 60, 50),
                b -> {
                    line(b, 0, 150, COLUMNS - 1, 150);
                    line(b, 240, 0, 240, ROWS - 1);
                },
                b -> freehand(b, 250, 120, 60, 11), b -> freehand(b, 120, 200, 30, 12));
        byte[] all = new byte[ROWS * COLUMNS];
        for (Consumer<byte[]> drawing : drawings) {
            byte[] bitmap = new byte[ROWS * COLUMNS];
            drawing.accept(bitmap);
            assertArrayEquals(bitmap, cleaned(List.of(bitmap)).get(0), "drawing " + drawings.indexOf(drawing));
            Attributes plane = plane(List.of(bitmap));
            assertSame(plane.getValue(0x6000_3000), cleaning.clean(plane, 0x6000).orElseThrow().data());
        }
        ellipse(all, 100, 90, 40, 25);
        line(all, 20, 280, 400, 290);
        assertArrayEquals(all, cleaned(List.of(all)).get(0));
    }

    /** Of whatever font, size and direction: no mark of a word is left beside a drawing that stays. */
    @Test
    void wordsGoInAnyDirection() {
        SplittableRandom random = new SplittableRandom(603);
        int planes = 0;
        int kept = 0;
        List<String> missed = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            String text = WORDS[random.nextInt(WORDS.length)];
            String font = FONTS[random.nextInt(FONTS.length)];
            // two letters that run into each other at less than that are one simple shape, which stays
            int size = 9 + random.nextInt(30);
            double turned = round % 3 == 0 ? random.nextDouble(2 * Math.PI) : round % 3 == 1 ? random.nextInt(4) * Math.PI / 2 : 0;
            byte[] word = word(text, font, size, turned, 320, 150);
            byte[] bitmap = word.clone();
            ellipse(bitmap, 80, 80, 45, 35);
            byte[] drawing = new byte[bitmap.length];
            ellipse(drawing, 80, 80, 45, 35);
            Optional<List<byte[]>> left = tryCleaned(List.of(bitmap));
            if (left.isPresent()) {
                String which = text + " " + font + " " + size + " turned " + turned;
                for (int i = 0; i < drawing.length; i++) {
                    if (left.get().get(0)[i] > drawing[i]) {
                        missed.add(which);
                        break;
                    }
                }
                // large letters may come close to the drawing
                kept += Arrays.equals(drawing, left.get().get(0)) ? 1 : 0;
                planes++;
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(planes > 266 && kept > 266, planes + " planes were kept, the drawing of " + kept);
    }

    @Test
    void textUponADrawingTakesItAlong() {
        byte[] bitmap = word("HALVARD", "SansSerif", 14, 0, 200, 100);
        line(bitmap, 100, 104, 400, 104);
        for (int x = 120; x < 300; x++) {
            for (int y = 90; y < 112; y++) {
                bitmap[y * COLUMNS + x] ^= 1;
            }
        }
        byte[] left = cleaned(List.of(bitmap)).get(0);
        int marks = 0;
        for (byte b : left) {
            marks += b;
        }
        assertEquals(0, marks);
    }

    @Test
    void joinedScriptGoes() {
        byte[] bitmap = new byte[ROWS * COLUMNS];
        for (int i = 0; i < 4000; i++) {
            double t = i / 100.0;
            dot(bitmap, 100 + 4 * t - 7 * Math.sin(t * 1.6), 120 + 11 * Math.cos(t * 1.6) * (1 + 0.3 * Math.sin(t / 3)));
        }
        assertArrayEquals(new byte[ROWS * COLUMNS], cleaned(List.of(bitmap)).get(0));
    }

    @Test
    void eachFrameIsLookedAt() {
        byte[] drawing = new byte[ROWS * COLUMNS];
        ellipse(drawing, 200, 100, 50, 40);
        byte[] written = word("NGUYEN 1961", "SansSerif", 12, 0, 240, 250);
        List<byte[]> left = cleaned(List.of(drawing, written, drawing));
        assertArrayEquals(drawing, left.get(0));
        assertArrayEquals(new byte[ROWS * COLUMNS], left.get(1));
        assertArrayEquals(drawing, left.get(2));
    }

    @Test
    void aPageOfTextGoesAsAWhole() {
        byte[] page = new byte[ROWS * COLUMNS];
        for (int y = 10; y < ROWS - 10; y += 16) {
            byte[] line = word("Hansen Eva 19500102 St Olav Hospital ward 7 admitted", "SansSerif", 12, 0, 230, y);
            for (int i = 0; i < page.length; i++) {
                page[i] |= line[i];
            }
        }
        assertTrue(tryCleaned(List.of(page)).isEmpty());
        SplittableRandom random = new SplittableRandom(4);
        byte[] noise = new byte[ROWS * COLUMNS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (random.nextInt(7) == 0 ? 1 : 0);
        }
        Optional<List<byte[]>> dithered = tryCleaned(List.of(noise));
        assertTrue(dithered.isEmpty() || Arrays.equals(dithered.get().get(0), new byte[noise.length]));
    }

    @Test
    void whatCannotBeReadGoesAsAWhole() {
        byte[] drawing = new byte[ROWS * COLUMNS];
        ellipse(drawing, 200, 100, 50, 40);
        List<Consumer<Attributes>> faults = List.of(p -> p.setInt(0x6000_0100, VR.US, 16), p -> p.remove(0x6000_0100),
                p -> p.setInt(0x6000_0102, VR.US, 3), p -> p.setString(0x6000_0040, VR.CS, "X"), p -> p.remove(0x6000_0040),
                p -> p.remove(0x6000_0010), p -> p.setInt(0x6000_0011, VR.US, COLUMNS + 1), p -> p.setInt(0x6000_0010, VR.US, 0),
                p -> p.setString(0x6000_0015, VR.IS, "2"), p -> p.setString(0x6000_0015, VR.IS, "-1"),
                p -> p.setString(0x6000_0015, VR.IS, "2147483647"), p -> p.setString(0x6000_0060, VR.CS, "RLE"),
                p -> p.setInt(0x6000_0012, VR.US, 8), p -> p.remove(0x6000_3000), p -> p.setBytes(0x6000_3000, VR.OW, new byte[2]),
                p -> p.setBytes(0x6000_3000, VR.OW, new byte[1 << 16]));
        for (Consumer<Attributes> fault : faults) {
            Attributes plane = plane(List.of(drawing));
            assertTrue(cleaning.clean(plane, 0x6000).isPresent());
            fault.accept(plane);
            assertTrue(cleaning.clean(plane, 0x6000).isEmpty(), "fault " + faults.indexOf(fault));
        }
        assertTrue(cleaning.clean(plane(List.of(drawing)), 0x6002).isEmpty());
    }

    @Test
    void bitsBehindTheLastFrameAreNobodys() {
        byte[] drawing = new byte[5 * 5];
        Attributes plane = new Attributes();
        describe(plane, 5, 5, 1);
        byte[] data = new OverlayBits(5, 5, 1).packed(List.of(drawing));
        data[3] |= (byte) 0x80;
        plane.setBytes(0x6000_3000, VR.OB, data);
        OverlayCleaning.Cleaned cleaned = cleaning.clean(plane, 0x6000).orElseThrow();
        assertTrue(cleaned.changed());
        assertArrayEquals(new byte[4], cleaned.data());
    }

    @Test
    void bigEndianWordsAreReadAsSuch() {
        byte[] drawing = new byte[ROWS * COLUMNS];
        ellipse(drawing, 200, 100, 50, 40);
        byte[] both = word("NGUYEN 1961", "SansSerif", 12, 0, 240, 250);
        for (int i = 0; i < both.length; i++) {
            both[i] |= drawing[i];
        }
        OverlayBits bits = new OverlayBits(ROWS, COLUMNS, 1);
        Attributes plane = new Attributes(true);
        describe(plane, ROWS, COLUMNS, 1);
        plane.setBytes(0x6000_3000, VR.OW, swapped(bits.packed(List.of(both))));
        OverlayCleaning.Cleaned cleaned = cleaning.clean(plane, 0x6000).orElseThrow();
        assertArrayEquals(swapped(bits.packed(List.of(drawing))), cleaned.data());
        assertFalse(Arrays.equals(cleaned.data(), bits.packed(List.of(drawing))));
    }

    private static byte[] swapped(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i ^ 1] = bytes[i];
        }
        return out;
    }

    private List<byte[]> cleaned(List<byte[]> frames) {
        return tryCleaned(frames).orElseThrow();
    }

    private Optional<List<byte[]>> tryCleaned(List<byte[]> frames) {
        return cleaning.clean(plane(frames), 0x6000).map(c -> {
            List<byte[]> out = new ArrayList<>();
            for (int i = 0; i < frames.size(); i++) {
                try {
                    out.add(new OverlayBits(ROWS, COLUMNS, frames.size()).bitmap(c.data(), i));
                } catch (sluice.viewer.codec.CodecException e) {
                    throw new AssertionError(e);
                }
            }
            return out;
        });
    }

    private static Attributes plane(List<byte[]> frames) {
        Attributes plane = new Attributes();
        describe(plane, ROWS, COLUMNS, frames.size());
        plane.setBytes(0x6000_3000, VR.OW, new OverlayBits(ROWS, COLUMNS, frames.size()).packed(frames));
        return plane;
    }

    private static void describe(Attributes plane, int rows, int columns, int frames) {
        plane.setInt(0x6000_0010, VR.US, rows);
        plane.setInt(0x6000_0011, VR.US, columns);
        plane.setString(0x6000_0015, VR.IS, Integer.toString(frames));
        plane.setString(0x6000_0040, VR.CS, "G");
        plane.setInt(0x6000_0100, VR.US, 1);
        plane.setInt(0x6000_0102, VR.US, 0);
    }

    /** Centred at a place, turned about it. */
    private byte[] word(String text, String font, int size, double turned, int cx, int cy) {
        Lettering.Word word = (font.equals("dots") ? lettering.dots(text.replaceAll("[^A-Za-z0-9 .-]", " "), size * 5 / 7, size)
                : lettering.font(text, font, 0, size, false)).cropped();
        byte[] bitmap = new byte[ROWS * COLUMNS];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                double dx = x - cx;
                double dy = y - cy;
                int wx = (int) Math.floor(dx * Math.cos(turned) + dy * Math.sin(turned) + word.width() / 2.0);
                int wy = (int) Math.floor(-dx * Math.sin(turned) + dy * Math.cos(turned) + word.height() / 2.0);
                if (wx >= 0 && wy >= 0 && wx < word.width() && wy < word.height() && word.cover()[wy * word.width() + wx] > 0.4) {
                    bitmap[y * COLUMNS + x] = 1;
                }
            }
        }
        return bitmap;
    }

    private static void dot(byte[] bitmap, double x, double y) {
        bitmap[(int) Math.round(y) * COLUMNS + (int) Math.round(x)] = 1;
    }

    private static void line(byte[] bitmap, int x0, int y0, int x1, int y1) {
        int steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
        for (int i = 0; i <= steps; i++) {
            dot(bitmap, x0 + (double) (x1 - x0) * i / steps, y0 + (double) (y1 - y0) * i / steps);
        }
    }

    private static void ellipse(byte[] bitmap, int cx, int cy, int rx, int ry) {
        for (int i = 0; i < 4000; i++) {
            dot(bitmap, cx + rx * Math.cos(i * Math.PI / 2000), cy + ry * Math.sin(i * Math.PI / 2000));
        }
    }

    private static void freehand(byte[] bitmap, int cx, int cy, int r, int seed) {
        for (int i = 0; i < 8000; i++) {
            double a = i * Math.PI / 4000;
            double wave = r * (1 + 0.12 * Math.sin(2 * a + seed) + 0.06 * Math.cos(3 * a + 2 * seed));
            dot(bitmap, cx + wave * Math.cos(a), cy + wave * Math.sin(a));
        }
    }

    private static void box(byte[] bitmap, int x, int y, int w, int h) {
        line(bitmap, x, y, x + w, y);
        line(bitmap, x, y + h, x + w, y + h);
        line(bitmap, x, y, x, y + h);
        line(bitmap, x + w, y, x + w, y + h);
    }

    private static void filled(byte[] bitmap, int x, int y, int w, int h) {
        for (int i = 0; i < h; i++) {
            line(bitmap, x, y + i, x + w, y + i);
        }
    }
}
