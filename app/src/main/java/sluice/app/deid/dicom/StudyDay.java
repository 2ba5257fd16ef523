package sluice.app.deid.dicom;

import java.time.LocalDate;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.dates.Day;
import sluice.viewer.dicom.RawElements;

/** The day on which a study was made, as its data sets say. */
final class StudyDay {

    private static final int[] TAGS = {Tag.StudyDate, Tag.AcquisitionDate, Tag.SeriesDate, Tag.ContentDate};

    private StudyDay() { }

    /** The first of Study, Acquisition, Series and Content Date that is a day. */
    static Optional<LocalDate> of(Attributes source) {
        for (int tag : TAGS) {
            Optional<LocalDate> day = Day.parse(RawElements.ascii(source, tag)).filter(d -> !Day.standsForNone(d));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }
}
