package sluice.viewer.nifti;

import java.nio.ByteBuffer;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;

/** Orientation by nifti1.h, "3D image (volume) orientation and location in space", in RAS mm and double precision. */
final class NiftiOrientation {

    private NiftiOrientation() {
    }

    static Affine3 affine(NiftiHeader h) {
        if (h.sformCode() > 0) {
            return Affine3.ofRows(h.numbers("srow_x"), h.numbers("srow_y"), h.numbers("srow_z"));
        }
        double[] step = {step(h, 1), step(h, 2), step(h, 3)};
        if (h.qformCode() > 0) {
            double qfac = h.number("pixdim", 0) < 0 ? -1 : 1;
            double[] q = h.numbers("quatern");
            double[] o = h.numbers("qoffset");
            Affine3 r = rotation(q[0], q[1], q[2]);
            return new Affine3(r.x().times(step[0]), r.y().times(step[1]), r.z().times(step[2] * qfac),
                new Vec3(o[0], o[1], o[2]));
        }
        return Affine3.scaling(step[0], step[1], step[2]);
    }

    /** Grid spacings are positive by definition and 0 means unset; the format's reference code reads them so too. */
    private static double step(NiftiHeader h, int axis) {
        double p = Math.abs(h.number("pixdim", axis));
        return p > 0 ? p : p == 0 ? 1 : p;
    }

    /** Rotation of the unit quaternion (a, b, c, d), a ≥ 0 following from the other three; "method 2" of nifti1.h. */
    static Affine3 rotation(double b, double c, double d) {
        double rest = b * b + c * c + d * d;
        double a = 0;
        if (rest < 1) {
            a = Math.sqrt(1 - rest);
        } else {
            // stored in 32 bits, the three may overshoot a half turn by a rounding error
            double scale = 1 / Math.sqrt(rest);
            b *= scale;
            c *= scale;
            d *= scale;
        }
        return new Affine3(
            new Vec3(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)),
            new Vec3(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)),
            new Vec3(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c),
            Vec3.ZERO);
    }

    static NiftiHeader withSform(NiftiHeader h, Affine3 ras, int code) {
        ByteBuffer copy = h.copy();
        double[][] rows = ras.toRows();
        String[] names = {"srow_x", "srow_y", "srow_z"};
        Vec3[] columns = {ras.x(), ras.y(), ras.z()};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                h.field(names[r]).put(copy, c, rows[r][c]);
            }
            h.field("pixdim").put(copy, r + 1, columns[r].length());
        }
        h.field("sform_code").putInteger(copy, 0, code);
        return new NiftiHeader(h.version(), copy);
    }

    static NiftiHeader withQform(NiftiHeader h, Affine3 ras, int code) {
        Vec3 x = ras.x().unit();
        Vec3 y = ras.y().unit();
        Vec3 z = ras.z().unit();
        boolean sheared = Math.abs(x.dot(y)) + Math.abs(x.dot(z)) + Math.abs(y.dot(z)) > 1e-3;
        ByteBuffer copy = h.copy();
        boolean left = ras.determinant() < 0;
        h.field("qform_code").putInteger(copy, 0, sheared ? 0 : code);
        h.field("pixdim").put(copy, 0, left ? -1 : 1);
        if (!sheared) {
            double[] q = quaternion(x, y, left ? z.times(-1) : z);
            for (int i = 0; i < 3; i++) {
                h.field("quatern").put(copy, i, q[i + 1]);
                h.field("qoffset").put(copy, i, ras.toRows()[i][3]);
            }
            Vec3[] columns = {ras.x(), ras.y(), ras.z()};
            for (int i = 0; i < 3; i++) {
                h.field("pixdim").put(copy, i + 1, columns[i].length());
            }
        }
        return new NiftiHeader(h.version(), copy);
    }

    /** (a, b, c, d) with a ≥ 0 of the rotation with these columns; the largest of the four is found first, so that none is lost. */
    private static double[] quaternion(Vec3 x, Vec3 y, Vec3 z) {
        double[] squares = {1 + x.x() + y.y() + z.z(), 1 + x.x() - y.y() - z.z(), 1 - x.x() + y.y() - z.z(),
            1 - x.x() - y.y() + z.z()};
        int most = 0;
        for (int i = 1; i < 4; i++) {
            most = squares[i] > squares[most] ? i : most;
        }
        double m = Math.sqrt(squares[most]) / 2;
        double s = 1 / (4 * m);
        double[] q = switch (most) {
            case 0 -> new double[] {m, (y.z() - z.y()) * s, (z.x() - x.z()) * s, (x.y() - y.x()) * s};
            case 1 -> new double[] {(y.z() - z.y()) * s, m, (x.y() + y.x()) * s, (z.x() + x.z()) * s};
            case 2 -> new double[] {(z.x() - x.z()) * s, (x.y() + y.x()) * s, m, (y.z() + z.y()) * s};
            default -> new double[] {(x.y() - y.x()) * s, (z.x() + x.z()) * s, (y.z() + z.y()) * s, m};
        };
        double sign = q[0] < 0 ? -1 : 1;
        double norm = sign / Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        return new double[] {q[0] * norm, q[1] * norm, q[2] * norm, q[3] * norm};
    }

    /**
     * SPM keeps the voxel of the origin as five 16-bit integers in Analyze's originator. Three voxels inside the
     * image (and below 8192, under any two letters of ASCII) with two zeros behind them are that, everything else is a name.
     */
    static boolean isSpmOrigin(NiftiHeader h) {
        ByteBuffer o = ByteBuffer.wrap(h.bytes("originator")).order(h.order());
        for (int axis = 1; axis <= 3; axis++) {
            int v = o.getShort(2 * (axis - 1));
            if (v < 1 || v > h.size(axis) || v >= 8192) {
                return false;
            }
        }
        return o.getShort(6) == 0 && o.getShort(8) == 0;
    }
}
