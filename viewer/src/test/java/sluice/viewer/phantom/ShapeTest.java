package sluice.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.viewer.geometry.Vec3;

class ShapeTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void ellipsoidsAreZeroOnTheirSurface() {
        for (int n = 0; n < 300; n++) {
            Vec3 radii = new Vec3(random.nextDouble(2, 40), random.nextDouble(2, 40), random.nextDouble(2, 40));
            double turn = random.nextDouble(-90, 90);
            Shape e = new Shape.Ellipsoid(new Vec3(1, 2, 3), radii, turn);
            Vec3 d = new Vec3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)).unit();
            double a = Math.toRadians(turn);
            Vec3 local = new Vec3(d.x() * radii.x(), d.y() * radii.y(), d.z() * radii.z());
            Vec3 p = new Vec3(1 + Math.cos(a) * local.x() - Math.sin(a) * local.y(),
                2 + Math.sin(a) * local.x() + Math.cos(a) * local.y(), 3 + local.z());
            assertEquals(0, e.distance(p.x(), p.y(), p.z()), 1e-9);
            assertTrue(e.distance(1, 2, 3) < -1.9);
        }
        assertEquals(5, new Shape.Ellipsoid(Vec3.ZERO, new Vec3(3, 3, 3), 0).distance(0, 8, 0), 1e-12);
    }

    @Test
    void conesTaper() {
        Shape cone = new Shape.Cone(Vec3.ZERO, new Vec3(0, 0, 10), 4, 2);
        assertEquals(1, cone.distance(5, 0, 0), 1e-12);
        assertEquals(0, cone.distance(3, 0, 5), 1e-12);
        assertEquals(1, cone.distance(0, 0, 13), 1e-12);
        assertEquals(-4, cone.distance(0, 0, 0), 1e-12);
    }

    @Test
    void boxesHoldTheirShapesAndMirrorsMirror() {
        for (int n = 0; n < 2000; n++) {
            Shape shape = shape();
            Vec3 p = point();
            Box box = shape.box();
            if (shape.distance(p.x(), p.y(), p.z()) < 0) {
                assertTrue(box.low().x() <= p.x() && p.x() <= box.high().x() && box.low().y() <= p.y()
                    && p.y() <= box.high().y() && box.low().z() <= p.z() && p.z() <= box.high().z());
            }
            assertEquals(shape.distance(p.x(), p.y(), p.z()), shape.mirrored().distance(-p.x(), p.y(), p.z()), 1e-9);
        }
    }

    @Test
    void skippingFarShapesChangesNoSign() {
        for (int n = 0; n < 200; n++) {
            List<Body.Step> steps = new ArrayList<>(List.of(new Body.Step(shape(), true, 0)));
            for (int m = random.nextInt(6); m > 0; m--) {
                steps.add(new Body.Step(shape(), random.nextInt(3) > 0, random.nextDouble(0.5, 9)));
            }
            Body body = new Body(steps);
            for (int m = 0; m < 50; m++) {
                Vec3 p = point();
                double plain = 1e9;
                for (Body.Step step : steps) {
                    double d = step.shape().distance(p.x(), p.y(), p.z());
                    plain = step.add() ? Body.blendedMin(plain, d, step.blend()) : -Body.blendedMin(-plain, d, step.blend());
                }
                if (Math.abs(plain) > 1e-9) {
                    assertEquals(plain < 0, body.contains(p.x(), p.y(), p.z()), "at " + plain);
                }
            }
        }
    }

    private Shape shape() {
        Vec3 size = new Vec3(random.nextDouble(2, 20), random.nextDouble(2, 20), random.nextDouble(2, 20));
        return random.nextBoolean() ? new Shape.Ellipsoid(point(), size, random.nextDouble(-90, 90))
            : new Shape.Cone(point(), point(), random.nextDouble(1, 9), random.nextDouble(1, 9));
    }

    private Vec3 point() {
        return new Vec3(random.nextDouble(-25, 25), random.nextDouble(-25, 25), random.nextDouble(-25, 25));
    }
}
