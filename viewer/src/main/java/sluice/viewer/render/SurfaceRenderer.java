package sluice.viewer.render;

import java.util.Arrays;
import java.util.concurrent.Executor;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;

/**
 * Casts parallel rays until the first place where the field between voxel centres reaches the threshold, which is then found
 * to a hundredth of a step. Normals are gradients over two voxels to each side. What is thinner than half a voxel may be
 * missed. Has no state besides the executor.
 */
public final class SurfaceRenderer {
    private static final double STEP = 0.5;
    private static final int HALVINGS = 7;
    private static final double AMBIENT = 0.15;
    private static final double DEPTH_CUE = 0.5;
    private final Executor executor;
    private final int helpers;

    /** As {@link SliceRenderer#SliceRenderer}. */
    public SurfaceRenderer(Executor executor, int helpers) {
        this.executor = executor;
        this.helpers = Math.max(0, helpers);
    }

    /** All on the calling thread. */
    public static SurfaceRenderer alone() {
        return new SurfaceRenderer(Runnable::run, 0);
    }

    /** The surface as seen from outside. Asks for all slices of the volume. */
    public SurfaceImage render(SurfaceRequest request) {
        PlaneView view = request.view();
        Scene scene = new Scene(request, executor, helpers);
        int[] argb = new int[Math.multiplyExact(view.width(), view.height())];
        float[] depth = new float[argb.length];
        Arrays.fill(argb, request.background() | 0xFF000000);
        Arrays.fill(depth, Float.NaN);
        Rows.share(view.height(), executor, helpers, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < view.width(); x++) {
                    Vec3 start = scene.toIndex.apply(view.toLps(x, y));
                    double t = scene.hit(start);
                    if (t == t) {
                        depth[y * view.width() + x] = (float) t;
                        argb[y * view.width() + x] = scene.shade(start, t);
                    }
                }
            }
        });
        return new SurfaceImage(new ArgbImage(view.width(), view.height(), argb), depth);
    }

    /** The volume in the direction of looking; t is mm from the plane through the view's middle. */
    private static final class Scene {
        private final RealField field;
        private final BlockMaxima maxima;
        private final Affine3 toIndex;
        private final Vec3 perMm;
        private final Vec3 looking;
        private final double threshold;
        private final double step;
        private final double near;
        private final double far;

        Scene(SurfaceRequest request, Executor executor, int helpers) {
            threshold = request.threshold();
            field = new RealField(request.voxels(), Math.min(threshold - 1, 2 * threshold));
            maxima = new BlockMaxima(field, executor, helpers);
            var grid = request.voxels().grid();
            toIndex = grid.indexToLps().inverse();
            looking = request.view().normal();
            perMm = toIndex.applyDirection(looking);
            step = STEP / Math.max(Math.abs(perMm.x()), Math.max(Math.abs(perMm.y()), Math.abs(perMm.z())));
            Vec3 middle = grid.toLps((field.nx - 1) / 2.0, (field.ny - 1) / 2.0, (field.nz - 1) / 2.0);
            double half = PlaneView.extent(grid, looking) / 2;
            double centre = middle.minus(request.view().centre()).dot(looking);
            near = centre - half;
            far = centre + half;
        }

        /** The first place on a ray that reaches the threshold; NaN where there is none. */
        double hit(Vec3 start) {
            double from = Math.max(enter(start.x(), perMm.x(), field.nx),
                    Math.max(enter(start.y(), perMm.y(), field.ny), enter(start.z(), perMm.z(), field.nz)));
            double to = Math.min(leave(start.x(), perMm.x(), field.nx),
                    Math.min(leave(start.y(), perMm.y(), field.ny), leave(start.z(), perMm.z(), field.nz)));
            double below = from;
            double t = from;
            while (t <= to) {
                double i = start.x() + t * perMm.x();
                double j = start.y() + t * perMm.y();
                double k = start.z() + t * perMm.z();
                if (maxima.at(i, j, k) < threshold) {
                    double jump = Math.min(BlockMaxima.toExit(i, perMm.x()),
                            Math.min(BlockMaxima.toExit(j, perMm.y()), BlockMaxima.toExit(k, perMm.z())));
                    below = t + jump;
                    t = below + step * 1e-3;
                } else if (field.at(i, j, k) >= threshold) {
                    return t == from ? t : between(start, below, t);
                } else {
                    below = t;
                    t += step;
                }
            }
            return Double.NaN;
        }

        private double between(Vec3 start, double below, double reached) {
            double low = below;
            double high = reached;
            for (int n = 0; n < HALVINGS; n++) {
                double middle = (low + high) / 2;
                if (value(start, middle) >= threshold) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }

        private double value(Vec3 start, double t) {
            return field.at(start.x() + t * perMm.x(), start.y() + t * perMm.y(), start.z() + t * perMm.z());
        }

        int shade(Vec3 start, double t) {
            Vec3 p = start.plus(perMm.times(t));
            Vec3 g = new Vec3(slope(p, 1, 0, 0), slope(p, 0, 1, 0), slope(p, 0, 0, 1));
            // a gradient is a covector: it goes back to mm by the transpose of the map to indices
            Vec3 gradient = new Vec3(toIndex.x().dot(g), toIndex.y().dot(g), toIndex.z().dot(g));
            double length = gradient.length();
            double facing = length > 0 ? Math.max(0, gradient.dot(looking) / length) : 1;
            double depth = Math.max(0, Math.min(1, (t - near) / (far - near)));
            double level = (AMBIENT + (1 - AMBIENT) * facing) * (1 - DEPTH_CUE * depth);
            return 0xFF000000 | (int) (level * 255 + 0.5) * 0x010101;
        }

        private double slope(Vec3 p, int i, int j, int k) {
            double sum = 0;
            for (int d = 1; d <= 2; d++) {
                sum += field.at(p.x() + d * i, p.y() + d * j, p.z() + d * k) - field.at(p.x() - d * i, p.y() - d * j, p.z() - d * k);
            }
            return sum;
        }

        private static double enter(double start, double step, int n) {
            if (step == 0) {
                return start >= -0.5 && start <= n - 0.5 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            return ((step > 0 ? -0.5 : n - 0.5) - start) / step;
        }

        private static double leave(double start, double step, int n) {
            return step == 0 ? Double.POSITIVE_INFINITY : ((step > 0 ? n - 0.5 : -0.5) - start) / step;
        }
    }
}
