package sluice.app.deid.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.Raster;

class TextDetectorTest {
    private final TextDetector detector = new TextDetector();

    @Test
    void wordsAreFoundOnPaperOfManyKinds() throws InterruptedException {
        Backgrounds backgrounds = new Backgrounds(4, 512);
        List<String> missed = new ArrayList<>();
        List<String> missedOnEvenPaper = new ArrayList<>();
        int words = 0;
        int onEvenPaper = 0;
        for (String kind : List.of("flat", "gradient", "noise", "speckle")) {
            for (int i = 0; i < 8; i++) {
                Overlays overlays = new Overlays(31L * i + kind.hashCode());
                GreyPlane plane = backgrounds.of(kind, 512, 512, overlays.random());
                List<Overlays.Burned> burned = overlays.burnSome(plane, 8, 40, 60, 90, 140);
                List<PixelBox> boxes = detector.find(plane);
                for (Overlays.Burned b : burned) {
                    if (b.text().length() < 4) {
                        continue;
                    }
                    boolean even = b.busy() < b.contrast() / 6.0;
                    words++;
                    onEvenPaper += even ? 1 : 0;
                    if (Overlays.covered(b, boxes) < 0.9) {
                        (even ? missedOnEvenPaper : missed).add(kind + " " + b.font() + " " + b.size() + " " + b.contrast() + " " + b.text());
                    }
                }
            }
        }
        assertTrue(onEvenPaper > 60 && missedOnEvenPaper.size() * 100 <= onEvenPaper, onEvenPaper + ": " + missedOnEvenPaper);
        assertTrue(words > 120 && (missed.size() + missedOnEvenPaper.size()) * 20 <= words, words + ": " + missed);
    }

    @Test
    void thePhantomHasNoText() throws InterruptedException {
        int boxes = 0;
        List<GreyPlane> pictures = Backgrounds.still(24);
        for (GreyPlane plane : pictures) {
            boxes += detector.find(plane).size();
        }
        assertTrue(boxes * 20 <= pictures.size(), boxes + " boxes in " + pictures.size() + " pictures");
    }

    @Test
    void noiseHasNoText() throws InterruptedException {
        Backgrounds backgrounds = new Backgrounds(1, 64);
        SplittableRandom random = new SplittableRandom(4);
        int boxes = 0;
        for (int i = 0; i < 10; i++) {
            boxes += detector.find(backgrounds.of("noise", 512, 512, random)).size();
            boxes += detector.find(backgrounds.of("speckle", 512, 512, random)).size();
        }
        assertTrue(boxes <= 1, boxes + " boxes in 20 pictures");
    }

    @Test
    void realImagesWithoutTextGiveFewBoxes() throws Exception {
        String data = System.getProperty("sluice.data", System.getenv("SLUICE_DATA"));
        boolean there = data != null && Files.isDirectory(Path.of(data, "dicom/series"));
        assertTrue(there || !"1".equals(System.getenv("SLUICE_REQUIRE_DATA")), "SLUICE_DATA is required and not there");
        Assumptions.assumeTrue(there, "shared data is not there");
        int boxes = 0;
        List<CleanImages.Image> images = CleanImages.below(Path.of(data, "dicom/series"), 2);
        for (CleanImages.Image image : images) {
            boxes += detector.find(image.plane()).size();
        }
        assertTrue(images.size() > 60 && boxes * 20 < images.size(), boxes + " boxes in " + images.size() + " images");
    }

    @Test
    void valuesOfTwelveAndSixteenBitsSignedOrNotAreSeenAlike() {
        Overlays overlays = new Overlays(5);
        byte[] grey = new byte[256 * 256];
        java.util.Arrays.fill(grey, (byte) 60);
        Overlays.Burned word = overlays.burn(grey, 256, 256, overlays.none(),
                new Overlays.Style("dots", 14, 60, false, false, Overlays.Edge.PLAIN), "NGUYEN 1961");
        for (boolean signed : new boolean[] {false, true}) {
            for (int stored : new int[] {8, 12, 16}) {
                byte[] bytes = new byte[grey.length * 2];
                for (int i = 0; i < grey.length; i++) {
                    int v = ((grey[i] & 0xff) << stored - 8) - (signed ? 1 << stored - 1 : 0);
                    // what is outside of the bits stored says nothing
                    int raw = v & (1 << stored) - 1 | (stored < 16 && i % 3 == 0 ? 1 << stored : 0);
                    bytes[2 * i] = (byte) raw;
                    bytes[2 * i + 1] = (byte) (raw >> 8);
                }
                Raster raster = new Raster(256, 256, 1, 2, bytes, "MONOCHROME2");
                ImageFormat format = new ImageFormat(256, 256, 1, 16, stored, stored - 1, signed, "MONOCHROME2", false);
                List<PixelBox> boxes = detector.find(raster, format, null);
                assertTrue(Overlays.covered(word, boxes) > 0.99, stored + " bits, signed " + signed + ": " + boxes);
            }
        }
    }

    @Test
    void colouredWordsOfTheSameBrightnessAreFound() {
        Overlays overlays = new Overlays(6);
        byte[] mask = new byte[256 * 256];
        Overlays.Burned word = overlays.burn(mask, 256, 256, overlays.none(),
                new Overlays.Style("dots", 9, 255, false, false, Overlays.Edge.PLAIN), "HANSEN");
        byte[] rgb = new byte[mask.length * 3];
        for (int i = 0; i < mask.length; i++) {
            boolean ink = mask[i] != 0;
            rgb[3 * i] = (byte) (ink ? 40 : 80);
            rgb[3 * i + 1] = (byte) (ink ? 75 : 80);
            rgb[3 * i + 2] = (byte) (ink ? 220 : 80);
        }
        ImageFormat format = new ImageFormat(256, 256, 3, 8, 8, 7, false, "RGB", false);
        List<PixelBox> boxes = detector.find(new Raster(256, 256, 3, 1, rgb, "RGB"), format, null);
        assertTrue(Overlays.covered(word, boxes) > 0.99, boxes.toString());
    }

    @Test
    void picturesOfAnySizeAreTaken() {
        for (int[] size : new int[][] {{1, 1}, {1, 700}, {700, 1}, {3, 5}, {9, 9}, {161, 160}, {2100, 40}}) {
            GreyPlane plane = new GreyPlane(size[0], size[1], new byte[size[0] * size[1]]);
            assertEquals(List.of(), detector.find(plane));
        }
    }

    @Test
    void wordsAcrossTilesAndLargeOnesAreFound() {
        Overlays overlays = new Overlays(8);
        int side = 1500;
        GreyPlane plane = new GreyPlane(side, side, new byte[side * side]);
        List<PixelBox> taken = overlays.none();
        List<Overlays.Burned> words = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            words.add(overlays.burn(plane.grey(), side, side, taken,
                    new Overlays.Style("dots", i % 2 == 0 ? 16 : 72, 90, false, false, Overlays.Edge.PLAIN), "ANDERSSON"));
        }
        List<PixelBox> boxes = detector.find(plane);
        for (Overlays.Burned b : words) {
            assertTrue(b == null || Overlays.covered(b, boxes) >= 0.9, b + " in " + boxes);
        }
    }

    @Test
    void lettersThatTouchAreFoundOnQuietPaper() {
        Overlays overlays = new Overlays(12);
        GreyPlane plane = new GreyPlane(200, 200, new byte[200 * 200]);
        Overlays.Burned word = overlays.burn(plane.grey(), 200, 200, overlays.none(),
                new Overlays.Style("dots", 10, 90, false, false, Overlays.Edge.PLAIN), "SVENSSON");
        int ink = 0;
        for (byte b : plane.grey()) {
            ink = Math.max(ink, b & 0xff);
        }
        PixelBox all = bounds(plane, ink);
        for (int x = all.x(); x < all.right(); x++) {
            plane.grey()[(all.bottom() - 1) * 200 + x] = (byte) ink;
        }
        assertTrue(Overlays.covered(word, detector.find(plane)) > 0.99);
    }

    @Test
    void evenStrokesAcrossBrightAndDarkAnatomyAreFound() {
        int found = 0;
        int words = 0;
        for (int i = 0; i < 20; i++) {
            Overlays overlays = new Overlays(100 + i);
            GreyPlane plane = new GreyPlane(256, 256, new byte[256 * 256]);
            for (int at = 0; at < plane.grey().length; at++) {
                double wave = Math.sin(at % 256 * 0.09 + i) * Math.cos(at / 256 * 0.07 - i);
                plane.grey()[at] = (byte) (70 + 55 * wave + overlays.random().nextInt(7));
            }
            byte[] mask = new byte[plane.grey().length];
            Overlays.Burned word = overlays.burn(mask, 256, 256, overlays.none(),
                    new Overlays.Style("dots", 14, 200, false, false, Overlays.Edge.PLAIN), "LINDQVIST");
            for (int at = 0; at < mask.length; at++) {
                // neither of one grey level nor far above the brightest place
                plane.grey()[at] = mask[at] == 0 ? plane.grey()[at] : (byte) (200 + overlays.random().nextInt(9));
            }
            words++;
            found += Overlays.covered(word, detector.find(plane)) > 0.95 ? 1 : 0;
        }
        assertTrue(found >= words - 1, found + " of " + words);
    }

    @Test
    void wordsTurnedByAQuarterAreMostlyFound() {
        int found = 0;
        for (int i = 0; i < 12; i++) {
            Overlays overlays = new Overlays(400 + i);
            byte[] mask = new byte[256 * 256];
            Overlays.Burned word = overlays.burn(mask, 256, 256, overlays.none(),
                    new Overlays.Style(i % 2 == 0 ? "dots" : "SansSerif", 10 + i, 200, false, true, Overlays.Edge.PLAIN), "LINDQVIST 47");
            GreyPlane plane = new GreyPlane(256, 256, new byte[256 * 256]);
            for (int at = 0; at < mask.length; at++) {
                int turned = i % 4 < 2 ? at % 256 * 256 + 255 - at / 256 : (255 - at % 256) * 256 + at / 256;
                plane.grey()[turned] = (byte) (80 + overlays.random().nextInt(8) + (mask[at] & 0xff) / 3);
            }
            PixelBox b = word.box();
            PixelBox turned = i % 4 < 2 ? new PixelBox(256 - b.bottom(), b.x(), b.height(), b.width())
                    : new PixelBox(b.y(), 256 - b.right(), b.height(), b.width());
            found += detector.find(plane).stream().anyMatch(f -> f.x() <= turned.x() + 1 && f.y() <= turned.y() + 1
                    && f.right() >= turned.right() - 1 && f.bottom() >= turned.bottom() - 1) ? 1 : 0;
        }
        assertTrue(found >= 8, found + " of 12");
    }

    @Test
    void whatStandsBetweenPartsOfALineGoesWithIt() {
        PixelBox hours = new PixelBox(10, 10, 20, 14);
        assertEquals(List.of(new PixelBox(10, 10, 46, 14)), TextDetector.united(List.of(hours, new PixelBox(36, 10, 20, 14))));
        assertEquals(2, TextDetector.united(List.of(hours, new PixelBox(38, 10, 20, 14))).size());
        assertEquals(2, TextDetector.united(List.of(hours, new PixelBox(32, 22, 20, 14))).size());
    }

    private static PixelBox bounds(GreyPlane plane, int ink) {
        int left = plane.width();
        int top = plane.height();
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < plane.grey().length; i++) {
            if ((plane.grey()[i] & 0xff) == ink) {
                left = Math.min(left, i % plane.width());
                right = Math.max(right, i % plane.width() + 1);
                top = Math.min(top, i / plane.width());
                bottom = Math.max(bottom, i / plane.width() + 1);
            }
        }
        return new PixelBox(left, top, right - left, bottom - top);
    }
}
