package sluice.viewer.volume;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import sluice.viewer.dicom.Elements;

/**
 * From the values of a PET image (after Rescale Slope) to the standardised uptake value by body weight, in g/ml: activity
 * concentration times the body's mass by the dose that was left when decay correction begins. After the vendor-neutral
 * calculation that RSNA's QIBA published (https://qibawiki.rsna.org, "Standardized Uptake Value"). Where a header does not tell
 * all of it, there is no factor and the reason instead: nothing is assumed.
 */
public final class BodyWeightUptake {
    private static final String PHILIPS = "Philips PET Private Group";
    private static final String GE = "GEMS_PETD_01";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private BodyWeightUptake() {}

    /** A factor, or why there is none. */
    public sealed interface Result {

        /** Uptake is a value times {@code factor}. */
        record Factor(double factor) implements Result {}

        /** There is no factor. */
        record Unknown(Reason reason) implements Result {}
    }

    /** What is missing. */
    public enum Reason {
        /** Units (0054,1001) are none of BQML, CNTS of Philips, GML */
        UNITS,
        /** Corrected Image (0028,0051) lacks attenuation or decay */
        NOT_CORRECTED,
        /** Decay Correction (0054,1102) is neither START nor ADMIN */
        DECAY_CORRECTION,
        /** Patient's Weight (0010,1030) is missing or none */
        WEIGHT,
        /** Radionuclide Total Dose (0018,1074) is missing or none */
        DOSE,
        /** Radionuclide Half Life (0018,1075) is missing or none */
        HALF_LIFE,
        /** when the dose was given or the scan began is not told, or in the wrong order */
        TIMES
    }

    /** @param header data set of one image of the series */
    public static Result of(Elements header) {
        double perUnit = 1;
        switch (header.text(0x00541001)) {
            case "GML" -> {
                return new Result.Factor(1);
            }
            case "CNTS" -> {
                double uptake = header.privateNumber(PHILIPS, 0x70530000);
                if (uptake > 0 && Double.isFinite(uptake)) {
                    return new Result.Factor(uptake);
                }
                perUnit = header.privateNumber(PHILIPS, 0x70530009);
                if (!(perUnit > 0 && Double.isFinite(perUnit))) {
                    return unknown(Reason.UNITS);
                }
            }
            case "BQML" -> { }
            default -> {
                return unknown(Reason.UNITS);
            }
        }
        List<String> corrected = header.texts(0x00280051);
        if (!corrected.contains("ATTN") || !corrected.contains("DECY")) {
            return unknown(Reason.NOT_CORRECTED);
        }
        Elements dose = header.item(0x00540016);
        double weight = header.number(0x00101030);
        double total = dose.number(0x00181074);
        if (!isPositive(weight)) {
            return unknown(Reason.WEIGHT);
        }
        if (!isPositive(total)) {
            return unknown(Reason.DOSE);
        }
        return switch (header.text(0x00541102)) {
            case "ADMIN" -> new Result.Factor(perUnit * weight * 1000 / total);
            case "START" -> decayed(header, dose, perUnit * weight * 1000 / total);
            default -> unknown(Reason.DECAY_CORRECTION);
        };
    }

    private static Result decayed(Elements header, Elements dose, double factor) {
        double halfLife = dose.number(0x00181075);
        if (!isPositive(halfLife)) {
            return unknown(Reason.HALF_LIFE);
        }
        try {
            LocalDateTime start = start(header);
            LocalDateTime given = dose.has(0x00181078) ? time(dose.text(0x00181078))
                    : time(header.text(0x00080021) + dose.text(0x00181072));
            if (given.isAfter(start) && !dose.has(0x00181078)) {
                given = given.minusDays(1); // given before midnight, and only the time of day is told
            }
            double seconds = Duration.between(given, start).toMillis() / 1000.0;
            return seconds < 0 ? unknown(Reason.TIMES) : new Result.Factor(factor * Math.pow(2, seconds / halfLife));
        } catch (DateTimeException | NumberFormatException e) {
            return unknown(Reason.TIMES);
        }
    }

    /** When decay correction begins: the series' time, unless it was written later than the image was acquired. */
    private static LocalDateTime start(Elements header) {
        LocalDateTime series = time(header.text(0x00080021) + header.text(0x00080031));
        LocalDateTime acquired = time(header.text(0x00080022) + header.text(0x00080032));
        if (!series.isAfter(acquired)) {
            return series;
        }
        int ge = header.privateTag(GE, 0x0009000D);
        if (ge == 0) {
            throw new DateTimeException("the series is later than its image");
        }
        return time(header.text(ge));
    }

    /** Date and time; a fraction counts, a zone does not. */
    private static LocalDateTime time(String text) {
        String digits = text.replaceAll("[+-].*$", "").strip();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        LocalDateTime at = LocalDateTime.parse(whole.length() == 12 ? whole + "00" : whole, SECONDS);
        return dot < 0 || dot == digits.length() - 1 ? at
                : at.plusNanos((long) (Double.parseDouble("0" + digits.substring(dot)) * 1e9));
    }

    private static boolean isPositive(double v) {
        return v > 0 && Double.isFinite(v);
    }

    private static Result unknown(Reason reason) {
        return new Result.Unknown(reason);
    }
}
