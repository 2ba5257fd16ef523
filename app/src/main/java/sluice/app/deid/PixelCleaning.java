package sluice.app.deid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.pixels.Examination;
import sluice.app.deid.pixels.PixelExaminer;
import sluice.app.deid.recipe.PixelPolicy;
import sluice.app.deid.report.BlankedArea;
import sluice.app.deid.report.Change;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.Rule;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.PixelRedaction;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** The Clean Pixel Data Option (PS3.15 E.3.1) of one image: what is found in its frames is blanked in the stored values. */
final class PixelCleaning {
    private final PixelExaminer examiner;
    private final Codecs codecs;
    private final PixelPolicy policy;

    PixelCleaning(PixelExaminer examiner, Codecs codecs, PixelPolicy policy) {
        this.examiner = examiner;
        this.codecs = codecs;
        this.policy = policy;
    }

    /**
     * What became of the pixels.
     *
     * @param settled whether the file may claim that no text remains
     * @param looked whether anybody looked
     * @param redacted null where no pixel had to change
     */
    record Result(boolean settled, boolean looked, List<BlankedArea> areas, PixelRedaction.Redacted redacted) {

        PixelSource pixels(PixelSource original) {
            return redacted == null ? original : redacted.pixels();
        }

        TransferSyntax transferSyntax(TransferSyntax original) {
            return redacted == null ? original : redacted.transferSyntax();
        }

        /** Makes the data set agree with the new values. */
        void describe(Attributes out, TransferSyntax original) {
            if (redacted != null && (!areas.isEmpty() || !redacted.transferSyntax().equals(original))) {
                redacted.format().describe(out, redacted.lossy());
            }
        }

        Report told(Report report, int pixelTag) {
            Report told = settled || !looked ? report : report.with(Note.PIXELS_UNDECIDED);
            if (redacted == null) {
                return told;
            }
            return areas.isEmpty()
                    ? told.with(Note.OVERLAY_BITS_CLEARED).with(new Change(new int[0], pixelTag, Done.CLEANED, Rule.OVERLAY_BITS))
                    : told.with(Note.PIXELS_BLANKED).withBlanked(areas)
                            .with(new Change(new int[0], pixelTag, Done.CLEANED, Rule.BURNED_IN));
        }
    }

    /**
     * Looks at a file's pixels and prepares what takes their place.
     *
     * @param known whether a word is known to identify the patient
     * @throws IOException a {@link sluice.viewer.codec.CodecException} where they cannot be decoded, or not be encoded again
     */
    Result clean(DicomFile file, Predicate<String> known) throws IOException {
        EncodedImage image = EncodedImage.of(file);
        FrameDecoder frames = new FrameDecoder(image, codecs);
        Examination found = examiner.examine(new PixelExaminer.Subject(file.fileMeta(), file.dataset(), image), frames, policy, known);
        List<BlankedArea> areas = found.blank();
        boolean looked = !(found instanceof Examination.NotExpected);
        boolean settled = looked && !(found instanceof Examination.Held);
        PixelRedaction redaction = new PixelRedaction(codecs);
        if (areas.isEmpty() && !redaction.unusedBitsHoldAnything(image)) {
            return new Result(settled, looked, areas, null);
        }
        PixelRedaction.Redacted redacted = redaction.redact(image, boxes(areas, image.pixels().frames()), true);
        return new Result(settled, looked, areas, redacted);
    }

    private static List<List<PixelBox>> boxes(List<BlankedArea> areas, int frames) {
        if (areas.stream().allMatch(a -> a.frame() == BlankedArea.ALL_FRAMES)) {
            return Collections.nCopies(frames, Examination.boxes(areas, 0));
        }
        List<List<PixelBox>> boxes = new ArrayList<>(frames);
        for (int i = 0; i < frames; i++) {
            boxes.add(Examination.boxes(areas, i));
        }
        return boxes;
    }
}
