package sluice.app.deid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.Refused.Reason;
import sluice.app.deid.dicom.DatasetDeidentifier;
import sluice.app.deid.recipe.DocumentPolicy;
import sluice.app.deid.report.Change;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.TagPattern;
import sluice.viewer.codec.CodecException;
import sluice.viewer.dicom.DataDictionary;
import sluice.viewer.dicom.Deviation;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;

/**
 * De-identifies a DICOM file that has been read. What may be passed on and what may not is decided here: see
 * {@code app/docs/deidentification-policy.md}. One object per worker.
 */
public final class DicomDeidentifier {

    private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
    private static final String DICOM_ROOT = "1.2.840.10008.";

    private final DatasetDeidentifier datasets;
    private final DocumentPolicy documents;

    private final Optional<PixelCleaning> pixels;
    private final OverlayClearing overlays;

    /** @param pixels present if the recipe has the Clean Pixel Data Option */
    DicomDeidentifier(DatasetDeidentifier datasets, Optional<PixelCleaning> pixels, OverlayClearing overlays, DocumentPolicy documents) {
        this.datasets = datasets;
        this.pixels = pixels;
        this.overlays = overlays;
        this.documents = documents;
    }

    /**
     * De-identifies one object. The source is not changed.
     *
     * @return {@link Deidentified} or {@link Refused}
     * @throws IOException if the pixel data's extent cannot be read
     */
    public DicomResult deidentify(DicomFile file) throws IOException {
        Refused refused = refusal(file);
        if (refused != null) {
            return refused;
        }
        PixelCleaning.Result seen;
        try {
            seen = file.pixels().isEmpty() ? null : pixels.isPresent() ? pixels.get().clean(file, datasets.known(file.dataset())) : overlays.clear(file);
        } catch (CodecException e) {
            return new Refused(pixels.isPresent() ? Reason.PIXELS_NOT_CLEANED : Reason.OVERLAY_IN_PIXELS, file.pixels().get().tag());
        }
        DatasetDeidentifier.Cleaned cleaned = datasets.clean(file.dataset(),
                new DatasetDeidentifier.Circumstances(!file.deviations().isEmpty(), seen != null && seen.settled()));
        Attributes out = cleaned.dataset();
        Written.InstanceUids uids = new Written.InstanceUids(RawElements.ascii(out, Tag.SOPClassUID),
                RawElements.ascii(out, Tag.StudyInstanceUID), RawElements.ascii(out, Tag.SeriesInstanceUID),
                RawElements.ascii(out, Tag.SOPInstanceUID));
        Refused lost = lost(uids);
        if (lost != null) {
            return lost;
        }
        Attributes meta = new Attributes(2);
        meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, uids.sopClass());
        meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, uids.instance());
        if (file.pixels().isEmpty()) {
            return new Deidentified(meta, out, file.pixels(), file.transferSyntax(), cleaned.patient(), uids, cleaned.report());
        }
        PixelSource values = seen == null ? file.pixels().get() : seen.pixels(file.pixels().get());
        TransferSyntax syntax = seen == null ? file.transferSyntax() : seen.transferSyntax(file.transferSyntax());
        FrameComments.Cleaned frames = FrameComments.of(values, syntax);
        Report report = report(cleaned.report(), frames);
        if (seen != null) {
            seen.describe(out, file.transferSyntax());
            report = seen.told(report, values.tag());
        }
        if (OverlayClearing.mayRemain(file)) {
            report = report.with(Note.OVERLAY_IN_PIXEL_DATA);
        }
        return new Deidentified(meta, out, Optional.of(frames.pixels()), syntax, cleaned.patient(), uids, report);
    }

    private static Report report(Report report, FrameComments.Cleaned frames) {
        Report told = frames.changed() == 0 ? report
                : report.with(new Change(new int[0], frames.pixels().tag(), Done.CLEANED, Rule.CODESTREAM));
        return frames.unread() == 0 ? told : told.with(Note.CODESTREAM_UNREAD);
    }

    /** What {@link #deidentify} would do with each attribute, and why. */
    Explanation explain(DicomFile file) throws IOException {
        DicomResult result = deidentify(file);
        if (result instanceof Deidentified d) {
            List<Explanation.Line> lines = new ArrayList<>();
            datasets.explain(file.dataset(), d.dataset(), d.report()).forEach(e -> lines.add(line(e)));
            boolean told = lines.stream().anyMatch(l -> l.path().equals(TagPattern.format(Tag.PixelData)));
            if (d.pixels().isPresent() && !told) {
                lines.add(line(new DatasetDeidentifier.Explained(TagPattern.format(d.pixels().get().tag()), d.pixels().get().tag(),
                        "kept", "pixels are not changed")));
            }
            d.report().blanked().forEach(area -> lines.add(new Explanation.Line(area.where(), "PixelData", "black", area.cause().key())));
            return new Explanation(Optional.empty(), lines, d.report().notes().stream().sorted().map(Note::text).toList());
        }
        return Explanation.of((Refused) result);
    }

    private static Explanation.Line line(DatasetDeidentifier.Explained e) {
        String keyword = DataDictionary.standard().entry(e.tag()).map(DataDictionary.Entry::keyword).orElse("");
        return new Explanation.Line(e.path(), keyword, e.result(), e.rule());
    }

    /** What was there may have been nothing but what stands behind padding, or a root with an identifier behind it. */
    private static Refused lost(Written.InstanceUids uids) {
        if (!uids.sopClass().startsWith(DICOM_ROOT)) {
            return new Refused(Reason.PRIVATE_SOP_CLASS, Tag.SOPClassUID);
        }
        if (uids.study().isEmpty()) {
            return new Refused(Reason.MISSING_UID, Tag.StudyInstanceUID);
        }
        if (uids.series().isEmpty()) {
            return new Refused(Reason.MISSING_UID, Tag.SeriesInstanceUID);
        }
        return uids.instance().isEmpty() ? new Refused(Reason.MISSING_UID, Tag.SOPInstanceUID) : null;
    }

    private Refused refusal(DicomFile file) throws IOException {
        Attributes dataset = file.dataset();
        if (RawElements.ascii(file.fileMeta(), Tag.MediaStorageSOPClassUID).equals(MEDIA_STORAGE_DIRECTORY)
                || RawElements.ascii(dataset, Tag.SOPClassUID).equals(MEDIA_STORAGE_DIRECTORY)
                || dataset.contains(Tag.DirectoryRecordSequence)) {
            return new Refused(Reason.DICOMDIR);
        }
        if (file.has(Deviation.Code.TRUNCATED_PIXELS) || file.has(Deviation.Code.TRUNCATED_TAIL)
                || truncated(file.pixels())) {
            return new Refused(Reason.TRUNCATED);
        }
        if (file.has(Deviation.Code.UNKNOWN_TRANSFER_SYNTAX)) {
            return new Refused(Reason.UNSUPPORTED_TRANSFER_SYNTAX, Tag.TransferSyntaxUID);
        }
        for (int tag : new int[] {Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
            if (RawElements.ascii(dataset, tag).isEmpty()) {
                return new Refused(Reason.MISSING_UID, tag);
            }
        }
        if (!RawElements.ascii(dataset, Tag.SOPClassUID).startsWith(DICOM_ROOT)) {
            return new Refused(Reason.PRIVATE_SOP_CLASS, Tag.SOPClassUID);
        }
        // in an image such a value is out of place, and replaced as the table says; without pixels it is what the object is for
        if (documents == DocumentPolicy.REFUSE && dataset.containsValue(Tag.EncapsulatedDocument) && file.pixels().isEmpty()) {
            return new Refused(Reason.ENCAPSULATED_DOCUMENT, Tag.EncapsulatedDocument);
        }
        if (file.pixels().isPresent() && holdsAnything(file.pixels().get().behindLastFrame())) {
            return new Refused(Reason.BEHIND_THE_PIXELS, file.pixels().get().tag());
        }
        if (dataset.containsValue(Tag.PixelDataProviderURL)) {
            return new Refused(Reason.PIXELS_ELSEWHERE, Tag.PixelDataProviderURL);
        }
        return null;
    }

    private static boolean holdsAnything(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean truncated(Optional<PixelSource> pixels) throws IOException {
        return pixels.isPresent() && pixels.get().truncated();
    }
}
