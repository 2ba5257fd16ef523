package sluice.app.deid;

import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.report.Report;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * A de-identified object, ready for {@code DicomWriter}.
 *
 * @param fileMeta group 0002 made anew: nothing of the source's is in it
 * @param dataset without pixel data
 * @param pixels the source's pixel data, unchanged except for what the recipe has blanked and comments in compressed frames
 * @param transferSyntax the source's, or a lossless one where lossy frames had to be encoded anew
 * @param patient the patient's pseudonym
 * @param uids the new UIDs
 * @param report what was done
 */
public record Deidentified(Attributes fileMeta, Attributes dataset, Optional<PixelSource> pixels,
        TransferSyntax transferSyntax, String patient, Written.InstanceUids uids, Report report) implements DicomResult { }
