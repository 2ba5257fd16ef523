package sluice.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.Elements;
import sluice.viewer.dicom.TransferSyntax;
import sluice.viewer.volume.BodyWeightUptake.Reason;
import sluice.viewer.volume.BodyWeightUptake.Result;

final class BodyWeightUptakeTest {
    private static final double HALF_LIFE = 6586.2;

    private static Result of(Consumer<Attributes> change) throws IOException {
        Attributes a = new Attributes();
        a.setString(0x00541001, VR.CS, "BQML");
        a.setString(0x00280051, VR.CS, "NORM", "DECY", "ATTN");
        a.setString(0x00541102, VR.CS, "START");
        a.setString(0x00101030, VR.DS, "70");
        a.setString(0x00080021, VR.DA, "20200102");
        a.setString(0x00080031, VR.TM, "000500.5");
        a.setString(0x00080022, VR.DA, "20200102");
        a.setString(0x00080032, VR.TM, "0006");
        Attributes dose = new Attributes();
        a.newSequence(0x00540016, 1).add(dose);
        dose.setString(0x00181072, VR.TM, "230500.5");
        dose.setString(0x00181074, VR.DS, "350000000");
        dose.setString(0x00181075, VR.DS, Double.toString(HALF_LIFE));
        change.accept(a);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, new Attributes(), a, null, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return BodyWeightUptake.of(Elements.of(new DicomReader().read(out.toByteArray())));
    }

    private static double factor(Consumer<Attributes> change) throws IOException {
        return ((Result.Factor) of(change)).factor();
    }

    private static void assertUnknown(Reason reason, Consumer<Attributes> change) throws IOException {
        assertEquals(new Result.Unknown(reason), of(change));
    }

    private static void philips(Attributes a, String uptake, String activity) {
        a.setString(0x00541001, VR.CS, "CNTS");
        a.setString(0x70530010, VR.LO, "Philips PET Private Group");
        a.setString(0x70531000, VR.DS, uptake);
        a.setString(0x70531009, VR.DS, activity);
    }

    @Test
    void doseDecaysUntilTheScanAlsoOverMidnight() throws IOException {
        double hour = 70_000 / 350e6 * Math.pow(2, 3600 / HALF_LIFE);
        assertEquals(hour, factor(a -> { }), 1e-12);
        assertEquals(70_000 / 350e6, factor(a -> a.setString(0x00541102, VR.CS, "ADMIN")), 1e-12);
        assertEquals(2 * hour, factor(a -> philips(a, "0", "2")), 1e-12);
        assertEquals(0.003, factor(a -> philips(a, "0.003", "2")), 1e-12);
        assertEquals(1, factor(a -> a.setString(0x00541001, VR.CS, "GML")));
    }

    @Test
    void whatIsNotToldIsNotAssumed() throws IOException {
        assertUnknown(Reason.UNITS, a -> a.setString(0x00541001, VR.CS, "PROPCNTS"));
        assertUnknown(Reason.UNITS, a -> a.setString(0x00541001, VR.CS, "CNTS"));
        assertUnknown(Reason.NOT_CORRECTED, a -> a.setString(0x00280051, VR.CS, "DECY"));
        assertUnknown(Reason.WEIGHT, a -> a.setString(0x00101030, VR.DS, "0"));
        assertUnknown(Reason.DOSE, a -> a.remove(0x00540016));
        assertUnknown(Reason.DECAY_CORRECTION, a -> a.setString(0x00541102, VR.CS, "NONE"));
        assertUnknown(Reason.TIMES, a -> a.remove(0x00080021));
        assertUnknown(Reason.TIMES, a -> a.setString(0x00080031, VR.TM, "101010"));
        assertUnknown(Reason.HALF_LIFE, a -> a.getSequence(0x00540016).get(0).setString(0x00181075, VR.DS, "0"));
        assertUnknown(Reason.TIMES, a -> a.getSequence(0x00540016).get(0).setString(0x00181078, VR.DT, "20200102001000"));
    }
}
