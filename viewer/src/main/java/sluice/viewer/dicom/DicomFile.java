package sluice.viewer.dicom;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * What a file holds. Values are the bytes of the file ({@link RawElements} reads them without changing that); pixel data
 * is not in the data set.
 *
 * @param preamble the bytes before the prefix "DICM", usually 128; empty where there is none
 * @param fileMeta group 0002 without its length; empty where the file has none
 * @param dataset the elements of the data set except pixel data; from {@code readHeader} only those before it
 * @param transferSyntax how the data set is encoded in fact, which may differ from (0002,0010): see the deviations
 * @param pixels the pixel data of the top level, where the file has any
 * @param deviations where the file differs from the standard, in file order
 * @param fileSize bytes
 */
public record DicomFile(byte[] preamble, Attributes fileMeta, Attributes dataset, TransferSyntax transferSyntax,
        Optional<PixelSource> pixels, List<Deviation> deviations, long fileSize) {

    /** Whether the file deviates in this way at least once. */
    public boolean has(Deviation.Code code) {
        for (Deviation deviation : deviations) {
            if (deviation.code() == code) {
                return true;
            }
        }
        return false;
    }
}
