package sluice.viewer.render;

import sluice.viewer.dicom.PixelSpacing;
import sluice.viewer.geometry.Vec3;

/**
 * Which part of a frame a picture shows, and how. The frame is mirrored (left for right) if {@code mirrored}, then turned
 * clockwise, then scaled. Immutable; each change is a new view.
 *
 * @param width of the picture in device pixels
 * @param height of the picture in device pixels
 * @param column place in the frame that the picture's middle shows: columns, pixel centres at whole numbers
 * @param row the same in rows
 * @param zoom device pixels per column
 * @param aspect height of a frame pixel over its width: row spacing / column spacing, or Pixel Aspect Ratio (0028,0034)
 * @param degrees clockwise on the screen
 * @param mirrored left for right, before turning
 */
public record FrameView(int width, int height, double column, double row, double zoom, double aspect, double degrees,
        boolean mirrored) {

    public FrameView {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel");
        }
        if (!(zoom > 0 && aspect > 0 && Double.isFinite(zoom) && Double.isFinite(aspect))) {
            throw new IllegalArgumentException("zoom and aspect are positive");
        }
    }

    /** One device pixel for each frame pixel, the whole frame, nothing turned. */
    public static FrameView plain(int columns, int rows) {
        return new FrameView(columns, rows, (columns - 1) / 2.0, (rows - 1) / 2.0, 1, 1, 0, false);
    }

    /** The whole frame in the middle, as large as it fits, with the shape that its spacing asks for. */
    public static FrameView fit(int columns, int rows, PixelSpacing spacing, int width, int height) {
        double aspect = spacing.row() / spacing.column();
        double zoom = Math.min((double) width / columns, height / (rows * aspect));
        return new FrameView(width, height, (columns - 1) / 2.0, (rows - 1) / 2.0, zoom, aspect, 0, false);
    }

    /** Larger by a factor about a device pixel, which keeps showing what it shows. */
    public FrameView zoomed(double factor, double x, double y) {
        Vec3 kept = toFrame(x, y);
        FrameView next = new FrameView(width, height, column, row, zoom * factor, aspect, degrees, mirrored);
        Vec3 now = next.toFrame(x, y);
        return next.centred(column + kept.x() - now.x(), row + kept.y() - now.y());
    }

    /** What the picture shows moves by device pixels, to the right and down. */
    public FrameView panned(double dx, double dy) {
        Vec3 middle = toFrame((width - 1) / 2.0 - dx, (height - 1) / 2.0 - dy);
        return centred(middle.x(), middle.y());
    }

    /** Turned further, clockwise on the screen, about the middle. */
    public FrameView turned(double byDegrees) {
        double angle = (degrees + byDegrees) % 360;
        return new FrameView(width, height, column, row, zoom, aspect, angle < 0 ? angle + 360 : angle, mirrored);
    }

    /** Left for right on the screen, about the middle. */
    public FrameView flippedHorizontally() {
        return new FrameView(width, height, column, row, zoom, aspect, degrees == 0 ? 0 : 360 - degrees, !mirrored);
    }

    /** Top for bottom on the screen, about the middle. */
    public FrameView flippedVertically() {
        return flippedHorizontally().turned(180);
    }

    public FrameView centred(double newColumn, double newRow) {
        return new FrameView(width, height, newColumn, newRow, zoom, aspect, degrees, mirrored);
    }

    /** Another size of the picture; the middle and the zoom stay. */
    public FrameView sized(int newWidth, int newHeight) {
        return new FrameView(newWidth, newHeight, column, row, zoom, aspect, degrees, mirrored);
    }

    /** The place in the frame, (column, row, 0), that a device pixel shows. */
    public Vec3 toFrame(double x, double y) {
        return map().at(x, y);
    }

    /** The device pixel, in general between centres, as (x, y, 0), that shows a place in the frame. */
    public Vec3 toDevice(double atColumn, double atRow) {
        double u = (atColumn - column) * zoom * (mirrored ? -1 : 1);
        double v = (atRow - row) * zoom * aspect;
        double c = Angles.cos(degrees);
        double s = Angles.sin(degrees);
        return new Vec3((width - 1) / 2.0 + c * u - s * v, (height - 1) / 2.0 + s * u + c * v, 0);
    }

    PixelMap map() {
        double c = Angles.cos(degrees) / zoom;
        double s = Angles.sin(degrees) / zoom;
        double m = mirrored ? -1 : 1;
        Vec3 perX = new Vec3(m * c, -s / aspect, 0);
        Vec3 perY = new Vec3(m * s, c / aspect, 0);
        Vec3 middle = new Vec3(column, row, 0);
        return new PixelMap(middle.minus(perX.times((width - 1) / 2.0)).minus(perY.times((height - 1) / 2.0)), perX, perY);
    }
}
