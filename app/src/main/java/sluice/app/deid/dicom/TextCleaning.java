package sluice.app.deid.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.table.StandardVr;

/** Running text of one data set without what identifies: action C of PS3.15 Table E.1-1a for text. */
interface TextCleaning {

    /**
     * The new value.
     *
     * @param owner the data set or item that holds it, for the character set
     * @param vr how the value is to be read
     * @return the same object where nothing had to go; bytes in the character set of the owner otherwise, empty where nothing
     *     is left
     */
    Object clean(Attributes owner, int tag, StandardVr vr, Object value);
}
