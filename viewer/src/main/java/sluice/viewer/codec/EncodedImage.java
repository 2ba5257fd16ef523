package sluice.viewer.codec;

import java.util.OptionalInt;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.PaletteTable;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Pixel data with what is needed to read it.
 *
 * @param pixels the frames
 * @param transferSyntax how they are encoded in fact
 * @param format what the data set says about each frame
 * @param darkestIndex of PALETTE COLOR: the stored value of the darkest entry; empty where there is no palette
 */
public record EncodedImage(PixelSource pixels, TransferSyntax transferSyntax, ImageFormat format, OptionalInt darkestIndex) {

    /** Of a file that has pixel data. */
    public static EncodedImage of(DicomFile file) {
        return new EncodedImage(file.pixels().orElseThrow(), file.transferSyntax(), ImageFormat.of(file.dataset()),
                PaletteTable.darkestIndex(file.dataset()));
    }

    /** Whether the stored values are floating point numbers (Float and Double Float Pixel Data). */
    public boolean floating() {
        return pixels.tag() != 0x7FE00010;
    }
}
