package sluice.viewer.dicom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * The factor from real values of a PET image to standardised uptake values by body weight, in g/ml (PS3.3 C.8.9.1 and the
 * usual reading of it: dose decayed to the time that the image is corrected to, per gram of body).
 */
public final class SuvHeader {
    private static final double LONGEST_HOURS = 48;

    private SuvHeader() {}

    /**
     * SUV per unit of the rescaled value. Empty where something that it takes is missing or makes no sense; times that were
     * removed or dates that were shifted apart therefore give nothing rather than something wrong.
     */
    public static OptionalDouble factor(DicomFile file) {
        return factor(file.dataset());
    }

    static OptionalDouble factor(Attributes top) {
        String units = RawElements.ascii(top, 0x00541001);
        if (units.equals("GML")) {
            String type = RawElements.ascii(top, 0x00541006);
            return type.isEmpty() || type.equals("BW") ? OptionalDouble.of(1) : OptionalDouble.empty();
        }
        Attributes dose = FrameGroups.item(top, 0x00540016, 0);
        double grams = 1000 * Decimals.first(top, 0x00101030, Double.NaN);
        String corrected = "\\" + RawElements.ascii(top, 0x00280051) + "\\";
        if (!units.equals("BQML") || dose == null || !(grams > 0) || !corrected.contains("\\DECY\\")
                || !corrected.contains("\\ATTN\\")) {
            return OptionalDouble.empty();
        }
        double becquerel = Decimals.first(dose, 0x00181074, Double.NaN);
        double atScan = switch (RawElements.ascii(top, 0x00541102)) {
            case "ADMIN" -> becquerel;
            case "START" -> becquerel * decay(top, dose);
            default -> Double.NaN;
        };
        return atScan > 0 && Double.isFinite(grams / atScan) ? OptionalDouble.of(grams / atScan) : OptionalDouble.empty();
    }

    /** What is left of the dose at the start of the series, to which the images are corrected; NaN where that is not known. */
    private static double decay(Attributes top, Attributes dose) {
        double halfLife = Decimals.first(dose, 0x00181075, Double.NaN);
        LocalDateTime scan = time(RawElements.ascii(top, 0x00080021), RawElements.ascii(top, 0x00080031));
        LocalDateTime acquired = time(RawElements.ascii(top, 0x00080022), RawElements.ascii(top, 0x00080032));
        String full = RawElements.ascii(dose, 0x00181078);
        String zone = RawElements.ascii(top, 0x00080201);
        if (full.length() > 19 && !zone.isEmpty() && !full.endsWith(zone)) {
            return Double.NaN;
        }
        LocalDateTime injected = full.length() >= 14 ? time(full.substring(0, 8), full.substring(8))
                : time(RawElements.ascii(top, 0x00080021), RawElements.ascii(dose, 0x00181072));
        // a series time after the acquisition is that of processing, and no longer the one that decay is corrected to
        if (!(halfLife > 0) || scan == null || injected == null || acquired == null || scan.isAfter(acquired)) {
            return Double.NaN;
        }
        double seconds = Duration.between(injected, scan).toMillis() / 1000.0;
        return seconds >= 0 && seconds < LONGEST_HOURS * 3600 ? Math.pow(2, -seconds / halfLife) : Double.NaN;
    }

    /** @param time HHMMSS with or without a fraction; an offset from UTC after it is taken to be that of the file's other times */
    private static LocalDateTime time(String date, String time) {
        try {
            int seconds = time.length() >= 6 ? Integer.parseInt(time.substring(4, 6)) : 0;
            double fraction = time.length() > 7 && time.charAt(6) == '.' ? fraction(time) : 0;
            return LocalDateTime.of(Integer.parseInt(date.substring(0, 4)), Integer.parseInt(date.substring(4, 6)),
                    Integer.parseInt(date.substring(6, 8)), Integer.parseInt(time.substring(0, 2)),
                    Integer.parseInt(time.substring(2, 4)), Math.min(59, seconds)).plusNanos((long) (fraction * 1e9));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException notATime) {
            return null;
        }
    }

    private static double fraction(String time) {
        int end = 7;
        while (end < time.length() && Character.isDigit(time.charAt(end))) {
            end++;
        }
        return Double.parseDouble("0" + time.substring(6, end) + "0");
    }
}
