package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.dicom.PixelSpacing;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

class FrameRenderingTest {
    private static final Tone TONE = Tone.grey(new ModalityMap.Linear(Rescale.NONE), VoiWindow.between(0, 4095));
    private final Random random = new Random(5);
    private final SliceRenderer renderer = SliceRenderer.alone();

    private Frame.Grey frame(int columns, int rows) {
        short[] values = new short[columns * rows];
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) random.nextInt(4096);
        }
        return new Frame.Grey(columns, rows, new Samples.Words(values, false));
    }

    private ArgbImage nearest(FrameView view, Frame.Grey frame) {
        return renderer.render(FrameRequest.of(view, frame, TONE, Interpolation.NEAREST));
    }

    private static ArgbImage mirrored(ArgbImage image) {
        int[] argb = new int[image.argb().length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                argb[y * image.width() + x] = image.at(image.width() - 1 - x, y);
            }
        }
        return new ArgbImage(image.width(), image.height(), argb);
    }

    private static int[] quarterTurned(ArgbImage square) {
        int n = square.width();
        int[] argb = new int[n * n];
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                // what was at the lower left comes to the upper left
                argb[y * n + x] = square.at(y, n - 1 - x);
            }
        }
        return argb;
    }

    @Test
    void onePixelEachIsTheToneOfEachValueForAllKernels() {
        Frame.Grey frame = frame(37, 23);
        for (Interpolation kernel : Interpolation.values()) {
            ArgbImage image = renderer.render(FrameRequest.of(FrameView.plain(37, 23), frame, TONE, kernel));
            for (int n = 0; n < 37 * 23; n++) {
                assertEquals(TONE.argb(frame.samples().at(n)), image.argb()[n]);
            }
        }
    }

    @Test
    void flippedTwiceAndTurnedFourTimesIsTheSame() {
        Frame.Grey frame = frame(20, 20);
        FrameView view = FrameView.plain(20, 20).zoomed(1.7, 3, 4).turned(90);
        ArgbImage image = nearest(view, frame);
        assertArrayEquals(image.argb(), nearest(view.flippedHorizontally().flippedHorizontally(), frame).argb());
        assertArrayEquals(image.argb(), nearest(view.flippedVertically().flippedVertically(), frame).argb());
        assertArrayEquals(image.argb(), nearest(view.turned(90).turned(90).turned(90).turned(90), frame).argb());
        assertArrayEquals(nearest(view.turned(180), frame).argb(),
                nearest(view.flippedHorizontally().flippedVertically(), frame).argb());
    }

    @Test
    void flipsAndQuarterTurnsMovePixels() {
        Frame.Grey frame = frame(16, 16);
        FrameView view = FrameView.plain(16, 16);
        ArgbImage image = nearest(view, frame);
        assertArrayEquals(mirrored(image).argb(), nearest(view.flippedHorizontally(), frame).argb());
        assertArrayEquals(quarterTurned(image), nearest(view.turned(90), frame).argb());
        ArgbImage turned = new ArgbImage(16, 16, quarterTurned(image));
        assertArrayEquals(mirrored(turned).argb(), nearest(view.turned(90).flippedHorizontally(), frame).argb());
    }

    @Test
    void placesGoThereAndBack() {
        for (int n = 0; n < 200; n++) {
            FrameView view = new FrameView(100, 80, random.nextInt(50), random.nextInt(50), 0.1 + random.nextDouble() * 5,
                    0.5 + random.nextDouble(), random.nextInt(360), random.nextBoolean());
            Vec3 device = view.toDevice(7, 9);
            Vec3 frame = view.toFrame(device.x(), device.y());
            assertEquals(7, frame.x(), 1e-9);
            assertEquals(9, frame.y(), 1e-9);
            Vec3 kept = view.toFrame(10, 20);
            Vec3 zoomed = view.zoomed(2.5, 10, 20).toFrame(10, 20);
            assertEquals(0, kept.distance(zoomed), 1e-9);
            Vec3 panned = view.panned(3, -4).toFrame(13, 16);
            assertEquals(0, kept.distance(panned), 1e-9);
        }
    }

    @Test
    void wholeFramesFitWithTheirShape() {
        FrameView view = FrameView.fit(100, 50, new PixelSpacing(2, 1, PixelSpacing.Meaning.RATIO), 400, 300);
        assertEquals(3, view.zoom(), 1e-12);
        Vec3 corner = view.toDevice(-0.5, -0.5);
        Vec3 opposite = view.toDevice(99.5, 49.5);
        assertEquals(300, opposite.x() - corner.x(), 1e-9);
        assertEquals(300, opposite.y() - corner.y(), 1e-9);
    }

    @Test
    void anyViewIsThePlainInterpolation() {
        for (int n = 0; n < 60; n++) {
            Frame.Grey frame = frame(1 + random.nextInt(20), 1 + random.nextInt(20));
            Optional<PixelPadding> padding = n % 2 == 0 ? Optional.empty() : Optional.of(new PixelPadding(0, 700));
            FrameView view = new FrameView(31, 29, random.nextInt(20), random.nextInt(20), 0.3 + 4 * random.nextDouble(),
                    0.5 + random.nextDouble(), random.nextInt(360), random.nextBoolean());
            Interpolation kernel = Interpolation.values()[n % 3];
            ArgbImage image = renderer.render(new FrameRequest(view, frame, Optional.of(TONE), kernel, padding, 0xFF112233));
            ArrayVoxels plain = new ArrayVoxels(new VoxelGrid(frame.columns(), frame.rows(), 1, Affine3.IDENTITY),
                    List.of(frame.samples()), List.of(Rescale.NONE), padding, "");
            for (int at = 0; at < image.argb().length; at++) {
                double value = PlainSampling.atIndex(plain, view.toFrame(at % 31, at / 31), kernel);
                int expected = Double.isNaN(value) ? 0xFF112233 : TONE.argb(value);
                assertEquals(expected & 0xFF, image.argb()[at] & 0xFF, 1, kernel + " " + view);
            }
        }
    }

    @Test
    void coloursInterpolateByChannel() {
        Frame.Colour frame = new Frame.Colour(2, 1, new int[] {0xFF0040, 0x00FF80});
        FrameView view = new FrameView(4, 1, 0.5, 0, 2, 1, 0, false);
        int[] linear = renderer.render(FrameRequest.of(view, frame, Interpolation.LINEAR)).argb();
        assertArrayEquals(new int[] {0xFFFF0040, 0xFFBF4050, 0xFF40BF70, 0xFF00FF80}, linear);
        int[] nearest = renderer.render(FrameRequest.of(view, frame, Interpolation.NEAREST)).argb();
        assertArrayEquals(new int[] {0xFFFF0040, 0xFFFF0040, 0xFF00FF80, 0xFF00FF80}, nearest);
    }

    @Test
    void monochrome1AndInvertedSwapBlackAndWhite() {
        Frame.Grey frame = frame(9, 9);
        int[] plain = nearest(FrameView.plain(9, 9), frame).argb();
        FrameRequest inverse = FrameRequest.of(FrameView.plain(9, 9), frame, TONE.inverted(), Interpolation.NEAREST);
        int[] inverted = renderer.render(inverse).argb();
        for (int n = 0; n < plain.length; n++) {
            assertEquals(255, (plain[n] & 0xFF) + (inverted[n] & 0xFF), 1);
        }
        assertArrayEquals(plain, renderer.render(FrameRequest.of(FrameView.plain(9, 9), frame, TONE.inverted().inverted(),
                Interpolation.NEAREST)).argb());
    }
}
