package sluice.viewer.phantom;

import sluice.viewer.geometry.Vec3;

/** How far in front of the head's middle the surface lies, looking straight at the face; for eyes and for tests. */
final class DepthMap {

    private final HeadPhantom head;

    DepthMap(HeadPhantom head) {
        this.head = head;
    }

    /** The smallest y (mm) at which the line through (x, z) enters the head, to 0.05 mm; positive infinity where it misses. */
    double front(double x, double z) {
        for (double y = -125; y < 100; y += 1) {
            if (isBody(x, y, z)) {
                double in = y;
                double out = y - 1;
                while (in - out > 0.05) {
                    double middle = (in + out) / 2;
                    if (isBody(x, middle, z)) {
                        in = middle;
                    } else {
                        out = middle;
                    }
                }
                return in;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean isBody(double x, double y, double z) {
        return head.labelAt(new Vec3(x, y, z)).isBody();
    }
}
