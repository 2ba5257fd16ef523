package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.LookupTable;
import sluice.viewer.dicom.VoiWindow;
import sluice.viewer.dicom.VoiWindow.Function;

/** The formulas of PS3.3 C.11.2.1.2 and C.11.2.1.3 at the values of their notes, for an output of 0 to 255. */
class VoiMapTest {
    private static final double TINY = 1e-9;

    private static double at(Function function, double centre, double width, double x) {
        return 255 * new VoiMap.Windowed(new VoiWindow(centre, width, function, "")).level(x);
    }

    @Test
    void linearOfTwelveBitsRunsFrom0To4095() {
        assertEquals(0, at(Function.LINEAR, 2048, 4096, -1));
        assertEquals(0, at(Function.LINEAR, 2048, 4096, 0));
        assertEquals(255.0 / 4095, at(Function.LINEAR, 2048, 4096, 1), TINY);
        assertEquals(127.5, at(Function.LINEAR, 2048, 4096, 2047.5), TINY);
        assertEquals(255, at(Function.LINEAR, 2048, 4096, 4095), TINY);
        assertEquals(255, at(Function.LINEAR, 2048, 4096, 4096));
    }

    @Test
    void linearAroundZeroIsHalfAUnitToTheLeft() {
        assertEquals(0, at(Function.LINEAR, 0, 100, -50));
        assertEquals(255 * (0.5 / 99 + 0.5), at(Function.LINEAR, 0, 100, 0), TINY);
        assertEquals(255, at(Function.LINEAR, 0, 100, 49), TINY);
        assertEquals(255, at(Function.LINEAR, 0, 100, 49.5));
    }

    @Test
    void linearOfWidthOneIsAThreshold() {
        assertEquals(0, at(Function.LINEAR, 2048, 1, 2047));
        assertEquals(0, at(Function.LINEAR, 2048, 1, 2047.5));
        assertEquals(255, at(Function.LINEAR, 2048, 1, 2047.500001));
        assertEquals(255, at(Function.LINEAR, 2048, 1, 2048));
        assertEquals(0, at(Function.LINEAR, 0, 1, -0.5));
        assertEquals(255, at(Function.LINEAR, 0, 1, 0));
    }

    @Test
    void linearExactRunsFromEdgeToEdge() {
        assertEquals(0, at(Function.LINEAR_EXACT, 2048, 4096, 0));
        assertEquals(127.5, at(Function.LINEAR_EXACT, 2048, 4096, 2048), TINY);
        assertEquals(255, at(Function.LINEAR_EXACT, 2048, 4096, 4096), TINY);
        assertEquals(255 * 4095 / 4096.0, at(Function.LINEAR_EXACT, 2048, 4096, 4095), TINY);
        assertEquals(0, at(Function.LINEAR_EXACT, 2048, 1, 2047.5));
        assertEquals(127.5, at(Function.LINEAR_EXACT, 2048, 1, 2048), TINY);
        assertEquals(255, at(Function.LINEAR_EXACT, 2048, 1, 2048.5), TINY);
        assertEquals(127.5, at(Function.LINEAR_EXACT, 0.5, 1e-3, 0.5), TINY);
    }

    @Test
    void sigmoidIsHalfAtTheCentreAndPointSymmetric() {
        assertEquals(127.5, at(Function.SIGMOID, 40, 80, 40), TINY);
        assertEquals(255 / (1 + Math.exp(-2)), at(Function.SIGMOID, 40, 80, 80), TINY);
        for (double d = 0; d < 300; d += 7) {
            assertEquals(255, at(Function.SIGMOID, 40, 80, 40 + d) + at(Function.SIGMOID, 40, 80, 40 - d), TINY);
        }
    }

    @Test
    void tablesMapTheFirstValueAndClampOutside() {
        VoiMap map = new VoiMap.Tabled(new LookupTable(-2, 10, new int[] {0, 341, 682, 1023}, ""));
        assertEquals(0, map.level(-100));
        assertEquals(0, map.level(-2));
        assertEquals(1 / 3.0, map.level(-1), TINY);
        assertEquals(2 / 3.0, map.level(0), TINY);
        assertEquals(1, map.level(1));
        assertEquals(1, map.level(1e300));
        assertEquals(0, map.level(Double.NEGATIVE_INFINITY));
    }

    @Test
    void presentationTableStretchesOverAllLevels() {
        Presentation table = new Presentation(Optional.of(new LookupTable(0, 8, new int[] {255, 51, 0}, "")), false);
        assertEquals(1, table.apply(0));
        assertEquals(0.2, table.apply(0.5), TINY);
        assertEquals(0, table.apply(1));
        assertEquals(0.8, table.inverted().apply(0.5), TINY);
        assertEquals(0.25, Presentation.INVERSE.apply(0.75), TINY);
    }

    @Test
    void windowsThatTheStandardForbidsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> VoiWindow.of(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new VoiWindow(0, 0, Function.SIGMOID, ""));
        assertThrows(IllegalArgumentException.class, () -> VoiWindow.of(Double.NaN, 5));
        assertEquals(1, VoiWindow.of(0, 10).moved(5, -3).width());
    }
}
