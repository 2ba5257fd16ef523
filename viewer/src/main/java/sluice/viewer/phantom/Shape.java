package sluice.viewer.phantom;

import sluice.viewer.geometry.Vec3;

/** A simple body with a distance to its surface: negative inside, millimetres, exact near the surface of a cone. */
sealed interface Shape {

    /** Signed distance in mm at an LPS place. */
    double distance(double x, double y, double z);

    /** A box around it. */
    Box box();

    /** The same shape on the patient's other side. */
    Shape mirrored();

    /**
     * An ellipsoid, turned about z.
     *
     * @param centre LPS mm
     * @param radii half axes in mm
     * @param turn degrees, from x towards y
     */
    record Ellipsoid(Vec3 centre, Vec3 radii, double turn, double cos, double sin) implements Shape {

        Ellipsoid(Vec3 centre, Vec3 radii, double turn) {
            this(centre, radii, turn, Math.cos(Math.toRadians(turn)), Math.sin(Math.toRadians(turn)));
        }

        /** First-order distance, after I. Quilez's bound |f|·(|f|-1)/|∇f|; exact on the surface. */
        @Override
        public double distance(double x, double y, double z) {
            double dx = x - centre.x();
            double dy = y - centre.y();
            double a = (cos * dx + sin * dy) / radii.x();
            double b = (cos * dy - sin * dx) / radii.y();
            double c = (z - centre.z()) / radii.z();
            double f = Math.sqrt(a * a + b * b + c * c);
            if (f < 1e-6) {
                return -Math.min(radii.x(), Math.min(radii.y(), radii.z()));
            }
            a /= radii.x();
            b /= radii.y();
            c /= radii.z();
            return f * (f - 1) / Math.sqrt(a * a + b * b + c * c);
        }

        @Override
        public Box box() {
            double rx = Math.hypot(radii.x() * cos, radii.y() * sin);
            double ry = Math.hypot(radii.x() * sin, radii.y() * cos);
            Vec3 half = new Vec3(rx, ry, radii.z());
            return new Box(centre.minus(half), centre.plus(half));
        }

        @Override
        public Shape mirrored() {
            return new Ellipsoid(new Vec3(-centre.x(), centre.y(), centre.z()), radii, -turn);
        }
    }

    /**
     * A rounded rod whose radius goes evenly from one end to the other.
     *
     * @param a one end, LPS mm
     * @param b the other end
     * @param ra radius at a in mm
     * @param rb radius at b in mm
     */
    record Cone(Vec3 a, Vec3 b, double ra, double rb) implements Shape {

        @Override
        public double distance(double x, double y, double z) {
            double px = x - a.x();
            double py = y - a.y();
            double pz = z - a.z();
            double bx = b.x() - a.x();
            double by = b.y() - a.y();
            double bz = b.z() - a.z();
            double h = (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz);
            h = h < 0 ? 0 : h > 1 ? 1 : h;
            px -= h * bx;
            py -= h * by;
            pz -= h * bz;
            return Math.sqrt(px * px + py * py + pz * pz) - (ra + h * (rb - ra));
        }

        @Override
        public Box box() {
            Vec3 r = new Vec3(ra, ra, ra);
            Vec3 q = new Vec3(rb, rb, rb);
            return new Box(a.minus(r), a.plus(r)).with(new Box(b.minus(q), b.plus(q)));
        }

        @Override
        public Shape mirrored() {
            return new Cone(new Vec3(-a.x(), a.y(), a.z()), new Vec3(-b.x(), b.y(), b.z()), ra, rb);
        }
    }
}
