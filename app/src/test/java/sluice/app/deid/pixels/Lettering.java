package sluice.app.deid.pixels;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Draws words as masks, in fonts of the Java runtime and in dots as old scanners do. */
final class Lettering {

    /**
     * A drawn word.
     *
     * @param width columns
     * @param height rows
     * @param cover 0 to 1, how much of each pixel is ink
     */
    record Word(int width, int height, float[] cover) {

        /** Without empty margins. */
        Word cropped() {
            int x0 = width;
            int y0 = height;
            int x1 = -1;
            int y1 = -1;
            for (int i = 0; i < cover.length; i++) {
                if (cover[i] > 0.1) {
                    x0 = Math.min(x0, i % width);
                    x1 = Math.max(x1, i % width);
                    y0 = Math.min(y0, i / width);
                    y1 = Math.max(y1, i / width);
                }
            }
            int w = x1 - x0 + 1;
            int h = y1 - y0 + 1;
            float[] out = new float[w * h];
            for (int y = 0; y < h; y++) {
                System.arraycopy(cover, (y0 + y) * width + x0, out, y * w, w);
            }
            return new Word(w, h, out);
        }
    }

    private final Map<Character, int[]> dots = new HashMap<>();
    private final boolean fonts = hasFonts();

    Lettering() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Lettering.class.getResourceAsStream("dots-5x7.tsv"), StandardCharsets.US_ASCII))) {
            in.lines().filter(l -> !l.startsWith("# ")).forEach(l -> {
                String[] cells = l.split("\t");
                int[] rows = new int[7];
                for (int i = 0; i < 7; i++) {
                    rows[i] = Integer.parseInt(cells[i + 1], 16);
                }
                dots.put(cells[0].charAt(0), rows);
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A runtime without fonts draws nothing; then everything is written in dots. */
    private static boolean hasFonts() {
        try {
            return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplay('A');
        } catch (RuntimeException | Error none) {
            return false;
        }
    }

    /** By the Java runtime. */
    Word font(String text, String family, int style, int size, boolean smooth) {
        if (!fonts) {
            return dots(text, Math.max(5, size * 5 / 8), Math.max(7, size * 3 / 4));
        }
        Font font = new Font(family, style, size);
        BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = probe.createGraphics();
        Rectangle2D bounds = g.getFontMetrics(font).getStringBounds(text, g);
        g.dispose();
        int w = (int) bounds.getWidth() + 2 * size;
        int h = (int) bounds.getHeight() + 2 * size;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D d = image.createGraphics();
        d.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON
                : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        d.setFont(font);
        d.setColor(Color.WHITE);
        d.drawString(text, size, size + (int) -bounds.getY());
        d.dispose();
        float[] cover = new float[w * h];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = image.getRaster().getSample(i % w, i / w, 0) / 255f;
        }
        return new Word(w, h, cover).cropped();
    }

    /** In dots; what the table lacks is left out. */
    Word dots(String text, int cellWidth, int cellHeight) {
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        int gap = Math.max(1, cellWidth / 5);
        int w = upper.length() * (cellWidth + gap);
        float[] cover = new float[w * cellHeight];
        for (int i = 0; i < upper.length(); i++) {
            int[] rows = dots.get(upper.charAt(i));
            for (int y = 0; rows != null && y < cellHeight; y++) {
                for (int x = 0; x < cellWidth; x++) {
                    int bits = rows[y * 7 / cellHeight];
                    cover[y * w + i * (cellWidth + gap) + x] = bits >> 4 - x * 5 / cellWidth & 1;
                }
            }
        }
        return new Word(w, cellHeight, cover).cropped();
    }
}
