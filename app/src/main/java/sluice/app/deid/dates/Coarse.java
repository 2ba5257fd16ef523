package sluice.app.deid.dates;

import java.time.LocalDate;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.table.StandardVr;

/** The policies that treat each value by itself: to the month, removed, or as it is if it is valid. */
enum Coarse implements DateCleaning {

    /** The first day of the month; DT ends with the month, without offset; times go. */
    MONTH {
        @Override
        String date(String value) {
            return Day.parse(value).map(day -> Day.month(day) + "01").orElse("");
        }

        @Override
        String time(String value) {
            return "";
        }

        @Override
        String moment(String value) {
            return Moment.parse(value).map(m -> m.digits() == 4 ? Day.year(m.day()) : Day.month(m.day())).orElse("");
        }

        @Override
        public Optional<LocalDate> day(LocalDate day) {
            return Optional.of(day.withDayOfMonth(1));
        }
    },

    /** Nothing stays. */
    NONE {
        @Override
        String date(String value) {
            return "";
        }

        @Override
        String time(String value) {
            return "";
        }

        @Override
        String moment(String value) {
            return "";
        }

        @Override
        public Optional<LocalDate> day(LocalDate day) {
            return Optional.empty();
        }
    },

    /** Valid values stay. */
    FULL {
        @Override
        String date(String value) {
            return Day.parse(value).isPresent() ? value : "";
        }

        @Override
        String time(String value) {
            return TimeOfDay.parse(value).isPresent() ? value : "";
        }

        @Override
        String moment(String value) {
            return Moment.parse(value).isPresent() ? value : "";
        }

        @Override
        public Optional<LocalDate> day(LocalDate day) {
            return Optional.of(day);
        }
    };

    abstract String date(String value);

    abstract String time(String value);

    abstract String moment(String value);

    @Override
    public String clean(Attributes level, int tag, StandardVr vr, String value) {
        String[] values = value.split("\\\\", -1);
        for (int i = 0; i < values.length; i++) {
            String one = Pseudonyms.trim(values[i]);
            values[i] = switch (vr) {
                case DA -> date(one);
                case TM -> time(one);
                case DT -> moment(one);
                default -> throw new IllegalArgumentException("dates and times are DA, TM and DT, not " + vr);
            };
        }
        return String.join("\\", values);
    }
}
