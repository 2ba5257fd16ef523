package sluice.viewer.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Affine3Test {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void columnsAreTheImagesOfTheAxes() {
        Affine3 a = Affine3.ofRows(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8}, new double[] {9, 10, 12, 11});
        assertEquals(new Vec3(1 + 4, 5 + 8, 9 + 11), a.apply(1, 0, 0));
        assertEquals(new Vec3(2, 6, 10), a.applyDirection(new Vec3(0, 1, 0)));
        assertEquals(new Vec3(4, 8, 11), a.apply(Vec3.ZERO));
        assertArrayEquals(new double[] {9, 10, 12, 11}, a.toRows()[2]);
        assertEquals(a, Affine3.ofRows(a.toRows()));
    }

    @Test
    void determinantIsTheSignedVolume() {
        assertEquals(24, Affine3.scaling(2, 3, 4).determinant());
        assertEquals(-24, Affine3.scaling(-2, 3, 4).determinant());
        // worked by hand: 1(6·12−7·10) − 2(5·12−7·9) + 3(5·10−6·9)
        assertEquals(-4, Affine3.ofRows(new double[] {1, 2, 3, 0}, new double[] {5, 6, 7, 0}, new double[] {9, 10, 12, 0})
            .determinant(), 1e-12);
    }

    @Test
    void inverseUndoes() {
        for (int n = 0; n < 500; n++) {
            Affine3 a = any();
            Vec3 p = point();
            if (!a.isInvertible() || Math.abs(a.determinant()) < 1) {
                continue;
            }
            assertNear(p, a.inverse().apply(a.apply(p)), 1e-7);
            assertNear(p, a.apply(a.inverse().apply(p)), 1e-7);
        }
    }

    @Test
    void afterIsComposition() {
        for (int n = 0; n < 200; n++) {
            Affine3 a = any();
            Affine3 b = any();
            Vec3 p = point();
            assertNear(a.apply(b.apply(p)), a.after(b).apply(p), 1e-8);
        }
        assertEquals(new Vec3(3, 4, 5), Affine3.translation(new Vec3(2, 2, 2)).after(Affine3.IDENTITY).apply(1, 2, 3));
    }

    @Test
    void directionsIgnoreTheOrigin() {
        for (int n = 0; n < 100; n++) {
            Affine3 a = any();
            Vec3 p = point();
            Vec3 q = point();
            assertNear(a.apply(p).minus(a.apply(q)), a.applyDirection(p.minus(q)), 1e-8);
        }
    }

    @Test
    void flippingTwiceIsNothingAndKeepsHandedness() {
        for (int n = 0; n < 100; n++) {
            Affine3 a = any();
            assertEquals(a, a.flipXY().flipXY());
            assertEquals(a.determinant(), a.flipXY().determinant(), 1e-9);
            assertEquals(a.apply(point(3)).flipXY(), a.flipXY().apply(point(3)));
        }
    }

    @Test
    void flatEndlessAndUndefinedMapsHaveNoInverse() {
        assertFlat(Affine3.scaling(1, 0, 1));
        assertFlat(new Affine3(new Vec3(1, 1, 0), new Vec3(2, 2, 0), new Vec3(0, 0, 1), Vec3.ZERO));
        assertFlat(Affine3.scaling(1, Double.NaN, 1));
        assertFlat(Affine3.scaling(Double.POSITIVE_INFINITY, 1, 1));
        assertFlat(Affine3.translation(new Vec3(0, Double.NaN, 0)));
        assertTrue(Affine3.scaling(1e-3, 1e-3, 1e-3).isInvertible(), "small is not flat");
    }

    private static void assertFlat(Affine3 a) {
        assertFalse(a.isInvertible());
        assertThrows(ArithmeticException.class, a::inverse);
    }

    private Affine3 any() {
        return new Affine3(point(), point(), point(), point());
    }

    private Vec3 point() {
        return new Vec3(random.nextDouble(-9, 9), random.nextDouble(-9, 9), random.nextDouble(-9, 9));
    }

    private static Vec3 point(double v) {
        return new Vec3(v, 2 * v, -v);
    }

    private static void assertNear(Vec3 expected, Vec3 actual, double within) {
        assertEquals(0, expected.distance(actual), within, () -> expected + " against " + actual);
    }
}
