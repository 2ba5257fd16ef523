package sluice.viewer.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Vec3Test {

    @Test
    void arithmeticGoesByComponent() {
        Vec3 a = new Vec3(1, 2, 3);
        Vec3 b = new Vec3(4, -5, 6);
        assertEquals(new Vec3(5, -3, 9), a.plus(b));
        assertEquals(new Vec3(-3, 7, -3), a.minus(b));
        assertEquals(new Vec3(2, 4, 6), a.times(2));
        assertEquals(12, a.dot(b));
        assertEquals(5, new Vec3(3, 0, -4).length());
        assertEquals(5, new Vec3(4, 2, 1).distance(new Vec3(1, 2, 5)));
        assertEquals(new Vec3(-1, -2, 3), a.flipXY());
    }

    @Test
    void crossIsRightHanded() {
        Vec3 x = new Vec3(1, 0, 0);
        Vec3 y = new Vec3(0, 1, 0);
        assertEquals(new Vec3(0, 0, 1), x.cross(y));
        assertEquals(new Vec3(0, 0, -1), y.cross(x));
        // worked by hand
        assertEquals(new Vec3(27, 6, -13), new Vec3(1, 2, 3).cross(new Vec3(4, -5, 6)));
    }

    @Test
    void crossStandsUprightOnBoth() {
        SplittableRandom random = new SplittableRandom(2);
        for (int n = 0; n < 200; n++) {
            Vec3 a = new Vec3(random.nextDouble(), random.nextDouble(), random.nextDouble());
            Vec3 b = new Vec3(random.nextDouble(), random.nextDouble(), random.nextDouble());
            assertEquals(0, a.cross(b).dot(a), 1e-12);
            assertEquals(0, a.cross(b).dot(b), 1e-12);
            assertEquals(1, a.unit().length(), 1e-12);
        }
    }

    @Test
    void nothingHasNoDirection() {
        assertThrows(ArithmeticException.class, Vec3.ZERO::unit);
        assertThrows(ArithmeticException.class, () -> new Vec3(Double.NaN, 0, 0).unit());
        assertThrows(ArithmeticException.class, () -> new Vec3(Double.POSITIVE_INFINITY, 0, 0).unit());
        assertFalse(new Vec3(0, Double.NaN, 0).isFinite());
    }
}
