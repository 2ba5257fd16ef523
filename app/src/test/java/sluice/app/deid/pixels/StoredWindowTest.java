package sluice.app.deid.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.Raster;

class StoredWindowTest {
    private final Attributes dataset = new Attributes();

    @Test
    void theDataSetsWindowsInStoredValues() {
        dataset.setString(Tag.RescaleSlope, VR.DS, "2");
        dataset.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        dataset.setString(Tag.WindowCenter, VR.DS, "40", "300", "5");
        dataset.setString(Tag.WindowWidth, VR.DS, "400 ", "1500", "9");
        assertEquals(List.of(new StoredWindow(432, 632), new StoredWindow(287, 1037)), StoredWindow.of(dataset));
        dataset.setString(Tag.RescaleSlope, VR.DS, "-2");
        assertEquals(new StoredWindow(-632, -432), StoredWindow.of(dataset).get(0), "a falling slope");
    }

    @Test
    void whatIsNoWindowIsPassedOver() {
        for (String[] odd : new String[][] {{"", ""}, {"x", "400"}, {"40", "0"}, {"40", "-5"}, {"NaN", "400"}, {"1e308", "1e308"}, {"40", "Infinity"}}) {
            dataset.setString(Tag.WindowCenter, VR.DS, odd[0]);
            dataset.setString(Tag.WindowWidth, VR.DS, odd[1]);
            StoredWindow.of(dataset).forEach(w -> assertTrue(w.high() > w.low() && w.high() - w.low() < Double.POSITIVE_INFINITY, odd[0]));
        }
        dataset.setString(Tag.WindowCenter, VR.DS, "40");
        dataset.setString(Tag.WindowWidth, VR.DS, "400");
        dataset.setString(Tag.RescaleSlope, VR.DS, "0");
        assertEquals(List.of(), StoredWindow.of(dataset));
    }

    @Test
    void ofFramesAndOfComputedTomography() {
        dataset.setString(Tag.Modality, VR.CS, "CT");
        assertEquals(List.of(new StoredWindow(-160, 240)), StoredWindow.of(dataset));
        Attributes group = new Attributes();
        Attributes voi = new Attributes();
        voi.setString(Tag.WindowCenter, VR.DS, "100");
        voi.setString(Tag.WindowWidth, VR.DS, "50");
        group.newSequence(Tag.FrameVOILUTSequence, 1).add(voi);
        dataset.newSequence(Tag.PerFrameFunctionalGroupsSequence, 1).add(group);
        assertEquals(List.of(new StoredWindow(75, 125)), StoredWindow.of(dataset));
    }

    /** 60 HU are nothing in the whole range and plain in the window. */
    @Test
    void writingThatOnlyAWindowShowsIsFound() {
        Overlays overlays = new Overlays(5);
        byte[] mask = new byte[256 * 256];
        Overlays.Burned word = overlays.burn(mask, 256, 256, overlays.none(),
                new Overlays.Style("SansSerif", 16, 200, false, false, Overlays.Edge.PLAIN), "ANDERSSON 1961");
        byte[] bytes = new byte[mask.length * 2];
        for (int i = 0; i < mask.length; i++) {
            int v = 1024 + overlays.random().nextInt(12) + (mask[i] != 0 ? 60 : 0);
            v = i < 256 * 2 ? 4095 : i >= 256 * 254 ? 0 : v;
            bytes[2 * i] = (byte) v;
            bytes[2 * i + 1] = (byte) (v >> 8);
        }
        dataset.setString(Tag.Modality, VR.CS, "CT");
        dataset.setString(Tag.RescaleIntercept, VR.DS, "-1024");
        Raster raster = new Raster(256, 256, 1, 2, bytes, "MONOCHROME2");
        ImageFormat format = new ImageFormat(256, 256, 1, 16, 12, 11, false, "MONOCHROME2", false);
        List<GreyPlane> planes = GreyPlanes.through(StoredWindow.of(dataset), raster, format);
        assertEquals(1, planes.size());
        List<PixelBox> boxes = new TextDetector().find(planes.get(0));
        assertTrue(word.box().y() > 2 && word.box().bottom() < 254, "the word stands on the edge");
        assertTrue(Overlays.covered(word, boxes) > 0.9, boxes + " for " + word.box());
    }
}
