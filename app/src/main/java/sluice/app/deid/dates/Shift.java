package sluice.app.deid.dates;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.table.DateTimePairs;
import sluice.app.deid.table.StandardVr;
import sluice.viewer.dicom.RawElements;

/**
 * Moves everything by one amount. Without seconds every date moves by the same days and no time changes. With seconds a
 * moment (DT, or DA and TM of a pair) moves by days and seconds; a date that has no time moves by the days alone, and a time
 * that has no date goes round the clock. A value keeps its precision: what was cut off before the shift is cut off after it.
 */
final class Shift implements DateCleaning {

    private final long days;
    private final int seconds;
    private final DateTimePairs pairs;

    /**
     * @param days negative into the past
     * @param seconds less than a day, of the same sign
     */
    Shift(long days, int seconds, DateTimePairs pairs) {
        this.days = days;
        this.seconds = seconds;
        this.pairs = pairs;
    }

    @Override
    public String clean(Attributes level, int tag, StandardVr vr, String value) {
        String[] values = value.split("\\\\", -1);
        String[] times = vr == StandardVr.DA && seconds != 0 ? times(level, tag) : new String[0];
        for (int i = 0; i < values.length; i++) {
            String one = Pseudonyms.trim(values[i]);
            values[i] = switch (vr) {
                case DA -> times.length == values.length ? date(one, Pseudonyms.trim(times[i])) : date(one, "");
                case TM -> range(one, this::time);
                case DT -> moment(one);
                default -> throw new IllegalArgumentException("dates and times are DA, TM and DT, not " + vr);
            };
        }
        return String.join("\\", values);
    }

    private String[] times(Attributes level, int tag) {
        OptionalInt partner = pairs.partner(tag);
        return partner.isPresent() ? RawElements.ascii(level, partner.getAsInt()).split("\\\\", -1) : new String[0];
    }

    private String date(String value, String time) {
        Optional<TimeOfDay> at = TimeOfDay.parse(time);
        return at.isPresent() ? day(value, Math.floorDiv(at.get().moved(seconds), (long) TimeOfDay.DAY))
                : range(value, one -> day(one, 0));
    }

    private String day(String value, long carried) {
        return Day.parse(value).flatMap(day -> moved(day, carried)).map(Day::format).orElse("");
    }

    private String time(String value) {
        return TimeOfDay.parse(value).map(time -> time.format(time.moved(seconds))).orElse("");
    }

    private String moment(String value) {
        Optional<Moment> moment = Moment.parse(value);
        if (moment.isEmpty()) {
            return "";
        }
        Moment m = moment.get();
        long at = m.time().map(time -> time.moved(seconds)).orElse(0L);
        String time = m.time().map(t -> t.format(at)).orElse("");
        return moved(m.day(), Math.floorDiv(at, (long) TimeOfDay.DAY)).map(day -> m.date(day) + time + m.offset()).orElse("");
    }

    @Override
    public Optional<LocalDate> day(LocalDate day) {
        return moved(day, 0);
    }

    private Optional<LocalDate> moved(LocalDate day, long carried) {
        // everybody knows what a day that stands for none was before: shifted, it would tell by how much
        return Day.standsForNone(day) ? Optional.empty() : Optional.of(day.plusDays(days + carried)).filter(Day::isWritable);
    }

    /** Two values with a hyphen between them, one of which may be missing, as queries have them (PS3.4 C.2.2.2.5). */
    private static String range(String value, UnaryOperator<String> each) {
        int hyphen = value.indexOf('-');
        if (hyphen < 0 || Day.parse(value).isPresent()) {
            return each.apply(value);
        }
        String from = value.substring(0, hyphen);
        String to = value.substring(hyphen + 1);
        String newFrom = each.apply(from);
        String newTo = each.apply(to);
        boolean whole = newFrom.isEmpty() == from.isEmpty() && newTo.isEmpty() == to.isEmpty();
        return whole && value.length() > 1 ? newFrom + "-" + newTo : "";
    }
}
