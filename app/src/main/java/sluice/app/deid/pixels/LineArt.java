package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import sluice.viewer.codec.PixelBox;

/**
 * Tells in a bitmap what can only be a drawing from what could be writing. A shape is all marks that touch. It stays if it is
 * simple (a line, an outline, an arrow, a filled area: few rows or columns cut it more than twice) and, where it is small
 * enough to be a letter, stands alone. Everything else could be writing: shapes of letters' size beside each other, whatever
 * the direction of the line, and shapes in which many strokes meet, such as joined script, text upon a frame, holes in a filled
 * area. Dashed lines, rulers and hatching go with it. A single letter stays.
 */
final class LineArt {
    /** Letters are no larger, nor than an eighth of the larger side. */
    private static final int LETTER = 100;
    private static final int LEAST_GAP = 6;
    private static final int USUAL_CUTS = 2;
    private static final int MOST_CUTS = 4;
    private static final int FEW_LINES = 5;
    private static final int MOST_SHAPES = 1000;

    private final int width;
    private final int height;
    private final int letter;

    LineArt(int width, int height) {
        this.width = width;
        this.height = height;
        this.letter = Math.max(LETTER, Math.max(width, height) / 8);
    }

    /** Marks that touch, also at corners. */
    private record Shape(PixelBox box, int[] pixels) {

        int size() {
            return Math.max(box.width(), box.height());
        }
    }

    /**
     * Takes out what could be writing.
     *
     * @param bitmap one byte for each pixel, 0 or not; changed
     * @param finds boxes around writing that somebody else found: all marks in them go, and small shapes that reach into them. One with
     *     a single shape in it is left aside: a small circle is no letter
     * @return false where there are too many shapes for a drawing; then nothing is changed
     */
    boolean clean(byte[] bitmap, List<PixelBox> finds) {
        List<Shape> shapes = shapes(bitmap);
        if (shapes == null) {
            return false;
        }
        List<PixelBox> found = finds.stream().filter(f -> shapes.stream().filter(s -> reaches(s, f)).count() > 1).toList();
        for (Shape shape : writing(shapes, found)) {
            for (int pixel : shape.pixels()) {
                bitmap[pixel] = 0;
            }
        }
        for (PixelBox box : found) {
            for (int y = box.y(); y < box.bottom(); y++) {
                Arrays.fill(bitmap, y * width + box.x(), y * width + box.right(), (byte) 0);
            }
        }
        return true;
    }

    private boolean reaches(Shape shape, PixelBox box) {
        return shape.box().intersects(box) && Arrays.stream(shape.pixels()).anyMatch(p -> box.contains(p % width, p / width));
    }

    private Set<Shape> writing(List<Shape> shapes, List<PixelBox> found) {
        List<Shape> small = shapes.stream().filter(s -> s.size() <= letter).toList();
        Set<Shape> writing = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Shape shape : shapes) {
            boolean letters = shape.size() <= letter && (found.stream().anyMatch(b -> b.intersects(shape.box()))
                    || small.stream().anyMatch(o -> o != shape && gap(shape, o) <= reach(Math.min(shape.size(), o.size()) * 3 / 2)));
            if (letters || !simple(shape)) {
                writing.add(shape);
            }
        }
        // dots and commas are smaller than what they stand beside
        int before;
        do {
            before = writing.size();
            List<Shape> letters = small.stream().filter(writing::contains).toList();
            small.stream().filter(s -> !writing.contains(s) && letters.stream().anyMatch(l -> gap(s, l) <= reach(l.size())))
                    .forEach(writing::add);
        } while (writing.size() > before);
        return writing;
    }

    private List<Shape> shapes(byte[] bitmap) {
        List<Shape> shapes = new ArrayList<>();
        boolean[] seen = new boolean[bitmap.length];
        int[] found = new int[1024];
        for (int start = 0; start < bitmap.length; start++) {
            if (bitmap[start] == 0 || seen[start]) {
                continue;
            }
            if (shapes.size() == MOST_SHAPES) {
                return null;
            }
            int count = 1;
            found[0] = start;
            seen[start] = true;
            int left = width;
            int right = 0;
            int bottom = 0;
            for (int i = 0; i < count; i++) {
                int x = found[i] % width;
                int y = found[i] / width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
                for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                        int next = ny * width + nx;
                        if (bitmap[next] != 0 && !seen[next]) {
                            seen[next] = true;
                            if (count == found.length) {
                                found = Arrays.copyOf(found, 2 * count);
                            }
                            found[count++] = next;
                        }
                    }
                }
            }
            int top = start / width;
            shapes.add(new Shape(new PixelBox(left, top, right - left + 1, bottom - top + 1), Arrays.copyOf(found, count)));
        }
        return shapes;
    }

    /** Pixels between the boxes, in the direction in which they are farther apart. */
    private static int gap(Shape a, Shape b) {
        int across = Math.max(b.box().x() - a.box().right(), a.box().x() - b.box().right());
        int down = Math.max(b.box().y() - a.box().bottom(), a.box().y() - b.box().bottom());
        return Math.max(across, down);
    }

    private static int reach(int size) {
        return Math.max(LEAST_GAP, size);
    }

    private boolean simple(Shape shape) {
        PixelBox box = shape.box();
        boolean[] marks = new boolean[box.width() * box.height()];
        for (int pixel : shape.pixels()) {
            marks[(pixel / width - box.y()) * box.width() + pixel % width - box.x()] = true;
        }
        return seldomCut(marks, box.height(), box.width(), box.width(), 1) && seldomCut(marks, box.width(), box.height(), 1, box.width());
    }

    private static boolean seldomCut(boolean[] marks, int lines, int length, int nextLine, int nextMark) {
        int often = 0;
        for (int line = 0; line < lines; line++) {
            int cuts = 0;
            boolean before = false;
            for (int i = 0; i < length; i++) {
                boolean mark = marks[line * nextLine + i * nextMark];
                cuts += mark && !before ? 1 : 0;
                before = mark;
            }
            if (cuts > MOST_CUTS) {
                return false;
            }
            often += cuts > USUAL_CUTS ? 1 : 0;
        }
        return often <= Math.max(Math.min(FEW_LINES, lines / 3), lines / 5);
    }
}
