package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

class OverlayTest {
    private final SliceRenderer renderer = SliceRenderer.alone();

    @Test
    void fusionIsTheBlendOfBothPicturesThroughTheirOwnAffines() {
        Random random = new Random(3);
        ArrayVoxels ct = MadeVolumes.of(VoxelGrid.axial(40, 40, 10, new Vec3(1, 1, 3), Vec3.ZERO), p -> p.x() * 10);
        VoxelGrid coarse = VoxelGrid.centred(12, 12, 6, new Affine3(new Vec3(3.9, 0.4, 0), new Vec3(-0.4, 3.9, 0),
                new Vec3(0, 0, -5), Vec3.ZERO), new Vec3(1, 2, 0));
        List<Samples> slices = new ArrayList<>();
        List<Rescale> rescales = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            short[] words = new short[144];
            for (int n = 0; n < 144; n++) {
                words[n] = (short) random.nextInt(30000);
            }
            slices.add(new Samples.Words(words, false));
            rescales.add(new Rescale(0.1 + k * 0.05, 0, "BQML"));
        }
        ArrayVoxels pet = new ArrayVoxels(coarse, slices, rescales, Optional.empty(), "BQML");
        Tone grey = Tone.grey(new ModalityMap.Linear(Rescale.NONE), VoiWindow.of(0, 400));
        Tone hot = grey.with(VoiWindow.between(0, 5000)).with(ColourMap.shipped().get("HOT_IRON"));
        PlaneView view = PlaneView.fit(PlaneView.Standard.AXIAL, ct.grid(), 50, 50).moved(1.3);
        int[] fused = renderer.render(SliceRequest.of(view, Layer.Image.of(ct, grey), Layer.Image.of(pet, hot).over(0.6, 0.1))).argb();
        double[] ctValues = renderer.values(view, ct, Interpolation.LINEAR, Slab.NONE);
        double[] petValues = renderer.values(view, pet, Interpolation.LINEAR, Slab.NONE);
        for (int n = 0; n < fused.length; n++) {
            int below = Double.isNaN(ctValues[n]) ? 0xFF000000 : grey.argbOfReal(ctValues[n]);
            boolean covered = !Double.isNaN(petValues[n]) && petValues[n] / 5000 >= 0.1;
            for (int shift = 0; shift < 24; shift += 8) {
                double b = below >> shift & 0xFF;
                double a = covered ? hot.argbOfReal(petValues[n]) >> shift & 0xFF : b;
                assertEquals(b + (a - b) * 0.6, fused[n] >> shift & 0xFF, 1.01);
            }
        }
    }

    @Test
    void labelsAreFilledAndOutlinedInTheirColours() {
        VoxelGrid grid = VoxelGrid.axial(7, 7, 1, new Vec3(1, 1, 1), Vec3.ZERO);
        ArrayVoxels labels = MadeVolumes.of(grid, p -> Math.abs(p.x()) <= 2 && Math.abs(p.y()) <= 2 ? p.x() > 0 ? 2 : 1 : 0);
        LabelStyle style = new LabelStyle(Map.of(1, 0xFF0000, 2, 0x00FF00), List.of(), 0.5, 1, 1);
        PlaneView view = PlaneView.ofSlice(grid, 0, 7, 7);
        int[] argb = renderer.render(SliceRequest.of(view, new Layer.Labels(labels, style))).argb();
        String picture = "";
        for (int n = 0; n < 49; n++) {
            picture += switch (argb[n]) {
                case 0xFF000000 -> '.';
                case 0xFFFF0000 -> 'R';
                case 0xFF00FF00 -> 'G';
                case 0xFF800000 -> 'r';
                case 0xFF008000 -> 'g';
                default -> '?';
            };
        }
        assertEquals("......." + ".RRRGG." + ".RrRGG." + ".RrRGG." + ".RrRGG." + ".RRRGG." + ".......", picture);
        LabelStyle hidden = new LabelStyle(Map.of(1, 0xFF0000), List.of(2), 1, 1, 0);
        int[] without = renderer.render(SliceRequest.of(view, new Layer.Labels(labels, hidden))).argb();
        assertEquals(0xFFFF0000, without[3 * 7 + 2]);
        assertEquals(0xFF000000, without[3 * 7 + 4]);
    }

    @Test
    void customaryColoursDifferAndComeAgain() {
        LabelColours colours = new LabelColours(LabelStyle.customary());
        assertEquals(-1, colours.rgb(0));
        assertEquals(24, IntStream.rangeClosed(1, 24).map(colours::rgb).distinct().count());
        assertEquals(colours.rgb(1), colours.rgb(25));
    }

    @Test
    void opacityZeroAndOneAreNothingAndAll() {
        assertEquals(0xFF102030, Blend.over(0xFF102030, 0x00FFFFFF));
        assertEquals(0xFFFFFFFF, Blend.over(0xFF102030, 0xFFFFFFFF));
        assertEquals(0xFF808080, Blend.over(0xFF000000, 0x80FFFFFF));
    }

    @Test
    void wellKnownPalettesHaveTheirValues() {
        Map<String, ColourMap> maps = ColourMap.shipped();
        assertEquals(Set.of("GREY", "HOT_IRON", "PET", "HOT_METAL_BLUE", "PET_20_STEP", "RAINBOW"), maps.keySet());
        int[] iron = new int[256];
        for (int n = 0; n < 256; n++) {
            int red = Math.min(255, 2 * n);
            int green = n == 255 ? 255 : Math.max(0, 2 * (n - 128));
            int blue = n == 255 ? 255 : Math.max(0, 4 * (n - 191));
            iron[n] = red << 16 | green << 8 | blue;
        }
        assertArrayEquals(iron, maps.get("HOT_IRON").rgb());
        assertEquals(0x3200C8, maps.get("HOT_METAL_BLUE").rgb()[102]);
        assertEquals(0xFFFFFF, maps.get("PET").rgb()[255]);
        assertEquals(20, Arrays.stream(maps.get("PET_20_STEP").rgb()).distinct().count());
        assertEquals(0x0000FF, maps.get("RAINBOW").rgb()[0]);
        assertEquals(0xFF0000, maps.get("RAINBOW").rgb()[255]);
        assertArrayEquals(ColourMap.grey().rgb(), maps.get("GREY").rgb());
    }
}
