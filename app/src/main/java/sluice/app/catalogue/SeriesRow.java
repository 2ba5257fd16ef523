package sluice.app.catalogue;

/**
 * One series of a study.
 *
 * @param id internal number
 * @param seriesKey Series Instance UID or what stands for it; identifying
 * @param instances objects that count
 * @param bytes of the objects that count
 */
public record SeriesRow(long id, String seriesKey, String modality, int instances, long bytes) {

    @Override
    public String toString() {
        return "SeriesRow[" + id + "]";
    }
}
