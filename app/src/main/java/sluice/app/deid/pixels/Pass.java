package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sluice.viewer.codec.PixelBox;

/**
 * Looks for one kind of writing in one plane: first for lines that are writing by themselves, then for what continues them. Not
 * for two threads at once.
 */
final class Pass {
    /** Of strokes, in grey levels. Text of a contrast is found at several of those below it. */
    private static final int[] LEVELS = {10, 14, 19, 26, 35, 47, 62, 80, 100, 120, 140, 160, 180, 200, 220, 240};
    private final LineFinder finder = new LineFinder();
    private final List<Candidate> left = new ArrayList<>();

    /**
     * Writing.
     *
     * @param box around its strokes
     * @param height of its letters
     * @param contrast of its strokes, grey levels, positive
     */
    record Text(PixelBox box, int height, double contrast) {}

    private record Candidate(Line line, PixelBox box, Function<Line, Evidence> measure) {}

    private Pass() {}

    /**
     * Bright strokes on darker paper.
     *
     * @param large whether the plane is a smaller form of the picture, and only large letters are of interest
     */
    static Pass bright(GreyPlane plane, boolean large, List<Text> found) {
        Pass pass = new Pass();
        byte[] strokes = Strokes.of(plane);
        Shapes shapes = new Shapes();
        for (int level : LEVELS) {
            Function<Line, Evidence> measure = line -> Evidence.of(line, plane, strokes, level);
            for (Line line : pass.finder.lines(shapes.of(strokes, plane.width(), level, strokes.length / 8))) {
                Evidence evidence = line.letters() >= 2 ? measure.apply(line) : null;
                boolean text = evidence != null && (large ? Verdict.isLargeText(evidence, line.height())
                        : Verdict.isText(evidence, line.height()));
                if (!text && !large && evidence != null && Verdict.mayBeOnUnevenPaper(evidence)) {
                    evidence = evidence.piecewise(line, plane, strokes, level);
                    text = Verdict.isText(evidence, line.height());
                }
                pass.sort(line, text ? evidence : null, measure, found);
            }
        }
        return pass;
    }

    /** Ink of one grey level, whatever is below it. */
    static Pass flat(GreyPlane plane, List<Text> found) {
        Pass pass = new Pass();
        List<List<Shape>> byGrey = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            byGrey.add(new ArrayList<>());
        }
        for (Shape s : new Shapes().ofOneGrey(plane.grey(), plane.width())) {
            if (s.height() >= 6 && s.area() >= 6) {
                byGrey.get(s.value()).add(s);
            }
        }
        for (List<Shape> shapes : byGrey) {
            for (Line line : shapes.size() < 3 ? List.<Line>of() : pass.finder.lines(shapes)) {
                if (line.shapes().size() > 2) {
                    Evidence evidence = flat(line, plane);
                    pass.sort(line, Verdict.isFlatText(evidence, line.height()) ? evidence : null, l -> flat(l, plane), found);
                }
            }
        }
        return pass;
    }

    private static Evidence flat(Line line, GreyPlane plane) {
        int grey = line.shapes().get(0).value();
        Evidence bright = Evidence.ofOneGrey(line, plane, grey);
        return bright.contrast() >= 0 ? bright : Evidence.ofOneGrey(line, plane.inverted(line.box().grown(24, plane.width(),
                plane.height())), 255 - grey);
    }

    /** @param evidence that it is text, or null */
    private void sort(Line line, Evidence evidence, Function<Line, Evidence> measure, List<Text> found) {
        if (evidence == null) {
            left.add(new Candidate(line, line.box(), measure));
        } else if (found.stream().noneMatch(t -> holds(t.box(), line.box()))) {
            found.add(new Text(line.box(), line.height(), evidence.contrast()));
        }
    }

    private static boolean holds(PixelBox outer, PixelBox inner) {
        return outer.contains(inner.x(), inner.y()) && outer.contains(inner.right() - 1, inner.bottom() - 1);
    }

    /** Adds what continues the writing found so far, by this pass or another; what is added may be continued itself. */
    void continueLines(List<Text> found) {
        for (int i = 0; i < found.size(); i++) {
            Text text = found.get(i);
            for (int k = left.size() - 1; k >= 0; k--) {
                Candidate c = left.get(k);
                boolean beside = beside(text, c);
                if (!beside && !below(text, c)) {
                    continue;
                }
                if (holds(text.box(), c.box())) {
                    left.remove(k);
                    continue;
                }
                Evidence evidence = c.measure().apply(c.line());
                if (Verdict.goesOn(evidence, beside, text.contrast())) {
                    found.add(new Text(c.box(), c.line().height(), evidence.contrast()));
                    left.remove(k);
                }
            }
        }
    }

    private static boolean beside(Text text, Candidate c) {
        int high = Math.max(text.height(), c.line().height());
        int low = Math.min(text.height(), c.line().height());
        int gap = Math.max(c.box().x() - text.box().right(), text.box().x() - c.box().right());
        int overlap = Math.min(text.box().bottom(), c.box().bottom()) - Math.max(text.box().y(), c.box().y());
        return low * 2.2 >= high && gap <= 2.2 * high + 2 && gap > -high && overlap >= 0.6 * low;
    }

    private static boolean below(Text text, Candidate c) {
        int high = Math.max(text.height(), c.line().height());
        int low = Math.min(text.height(), c.line().height());
        int gap = Math.max(c.box().y() - text.box().bottom(), text.box().y() - c.box().bottom());
        int overlap = Math.min(text.box().right(), c.box().right()) - Math.max(text.box().x(), c.box().x());
        return low * 1.5 >= high && gap <= 1.3 * high && gap >= 0 && overlap > 0 && c.line().letters() >= 3;
    }
}
