package sluice.app.curation.tool;

import java.io.IOException;
import java.io.OutputStream;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.FrameLayout;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** Images for tests of the tools. */
final class ToolSamples {
    private ToolSamples() {}

    static void write(OutputStream out, PixelSource pixels, TransferSyntax syntax) throws IOException {
        FrameLayout layout = pixels.layout();
        Attributes image = new Attributes();
        image.setString(0x00080016, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
        image.setInt(0x00280002, VR.US, layout.samples());
        image.setString(0x00280004, VR.CS, layout.photometric());
        image.setString(0x00280008, VR.IS, Integer.toString(layout.frames()));
        image.setInt(0x00280010, VR.US, layout.rows());
        image.setInt(0x00280011, VR.US, layout.columns());
        image.setInt(0x00280100, VR.US, layout.bitsAllocated());
        new DicomWriter().write(out, new Attributes(), image, pixels, syntax);
    }
}
