package sluice.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;

class NiftiOrientationTest {

    @Test
    void sformWinsOverQformAndQformOverPixdim() throws IOException {
        NiftiHeader h = header().withNumber("pixdim", 1, 2).withNumber("pixdim", 2, 3).withNumber("pixdim", 3, 4);
        assertFalse(h.isOriented());
        assertEquals(Affine3.scaling(2, 3, 4), h.affine());
        NiftiHeader q = h.withNumber("qform_code", 0, 1).withNumber("qoffset", 1, 7);
        assertTrue(q.isOriented());
        assertNear(new Vec3(2, 3 + 7, 4), q.affine().apply(1, 1, 1));
        Affine3 s = new Affine3(new Vec3(0, 1, 0), new Vec3(0, 0, 1), new Vec3(1, 0, 0), new Vec3(5, 6, 7));
        assertEquals(s, q.withSform(s, 2).affine());
        assertNear(new Vec3(2, 10, 4), q.withSform(s, 2).withNumber("sform_code", 0, 0).withNumber("pixdim", 1, 2)
            .withNumber("pixdim", 2, 3).withNumber("pixdim", 3, 4).affine().apply(1, 1, 1));
    }

    @Test
    void quaternionTurnsAsTheFormatSays() throws IOException {
        // worked by hand: a half turn about z is (0, 0, 0, 1); a quarter turn about z is (√½, 0, 0, √½)
        assertNear(new Vec3(-1, -2, 3), NiftiOrientation.rotation(0, 0, 1).apply(1, 2, 3));
        assertNear(new Vec3(-2, 1, 3), NiftiOrientation.rotation(0, 0, Math.sqrt(0.5)).apply(1, 2, 3));
        // a third of a turn about (1, 1, 1) is (½, ½, ½, ½) and moves x to y to z
        assertNear(new Vec3(3, 1, 2), NiftiOrientation.rotation(0.5, 0.5, 0.5).apply(1, 2, 3));
        // overshooting a half turn by rounding
        assertNear(new Vec3(-1, -2, 3), NiftiOrientation.rotation(0, 0, 1.0000001).apply(1, 2, 3));
    }

    @Test
    void anyQuaternionIsARotation() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 500; n++) {
            double b = random.nextDouble(-0.6, 0.6);
            double c = random.nextDouble(-0.6, 0.6);
            double d = random.nextDouble(-0.6, 0.6);
            Affine3 r = NiftiOrientation.rotation(b, c, d);
            assertEquals(1, r.determinant(), 1e-12);
            assertEquals(1, r.x().length(), 1e-12);
            assertEquals(0, r.x().dot(r.y()), 1e-12);
            // the axis (b, c, d) stays where it is
            assertNear(new Vec3(b, c, d), r.apply(b, c, d));
        }
    }

    @Test
    void negativeQfacMirrorsTheThirdAxis() throws IOException {
        NiftiHeader h = header().withNumber("qform_code", 0, 1).withNumber("pixdim", 3, 2);
        assertNear(new Vec3(0, 0, 2), h.affine().apply(0, 0, 1));
        assertNear(new Vec3(0, 0, -2), h.withNumber("pixdim", 0, -1).affine().apply(0, 0, 1));
        assertNear(new Vec3(0, 0, 2), h.withNumber("pixdim", 0, 0).affine().apply(0, 0, 1));
    }

    @Test
    void theGridIsInLps() throws IOException {
        Affine3 ras = new Affine3(new Vec3(-2, 0, 0), new Vec3(0, 3, 0), new Vec3(0, 0, 4), new Vec3(90, -126, -72));
        Vec3 lps = header().withSform(ras, 1).grid().toLps(1, 1, 1);
        assertNear(new Vec3(-88, 123, -68), lps);
        assertNear(new Vec3(2, 3, 4), header().withSform(ras, 1).grid().spacing());
    }

    @Test
    void orientationThatIsNoneIsRefused() throws IOException {
        NiftiHeader flat = header().withNumber("sform_code", 0, 1);
        NiftiRoundTripTest.assertReason(NiftiException.Reason.BAD_GEOMETRY, flat::affine);
        NiftiHeader nan = header().withNumber("qform_code", 0, 1).withNumber("quatern", 0, Double.NaN);
        NiftiRoundTripTest.assertReason(NiftiException.Reason.BAD_GEOMETRY, nan::grid);
        NiftiHeader endless = header().withNumber("pixdim", 2, Double.POSITIVE_INFINITY);
        NiftiRoundTripTest.assertReason(NiftiException.Reason.BAD_GEOMETRY, endless::affine);
    }

    private static NiftiHeader header() throws IOException {
        return NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 4, 4, 4);
    }

    private static void assertNear(Vec3 expected, Vec3 actual) {
        assertEquals(0, expected.distance(actual), 1e-6, actual::toString);
    }
}
