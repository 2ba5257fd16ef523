package sluice.app.demo;

import java.util.List;

/**
 * What a planted series is.
 *
 * @param name for files and UIDs, such as CT
 * @param number Series Number
 * @param isCt CT or MR
 * @param explicit explicit or implicit VR little endian
 * @param groupLengths whether the retired group lengths are written
 * @param refersTo the series whose images its reference sequences name
 */
record SeriesPlan(String name, int number, boolean isCt, boolean explicit, boolean groupLengths, String refersTo) {

    /** Tables of the data set, later ones overriding earlier ones. */
    List<String> tables() {
        return List.of("common.tsv", "hidden.tsv", isCt ? "ct.tsv" : "mr.tsv");
    }

    String sopClass() {
        return isCt ? "1.2.840.10008.5.1.4.1.1.2" : "1.2.840.10008.5.1.4.1.1.4";
    }
}
