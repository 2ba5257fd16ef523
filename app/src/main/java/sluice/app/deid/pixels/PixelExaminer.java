package sluice.app.deid.pixels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.recipe.PixelPolicy;
import sluice.app.deid.report.BlankedArea;
import sluice.app.deid.report.BlankedArea.Cause;
import sluice.app.deid.table.BurnedInRegions;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.RawElements;

/**
 * Looks at all that may show text in an image, in this order: known places by manufacturer and model; everything outside of
 * ultrasound regions; writing in the frames; writing among what stands still in a moving picture; what another program reads.
 * Up to 512 frames are all looked at; of more, 512 spread over all, and a person has to look as well. What is found in one of
 * fewer than eight frames, or in two of more, is blanked in all of them. Has no state.
 */
public final class PixelExaminer {
    private static final int MOST_FRAMES = 512;
    /** Modalities (PS3.3 C.7.3.1.1.1) whose images commonly carry text. */
    private static final Set<String> WITH_TEXT = Set.of("US", "IVUS", "ES", "XC", "SC", "OT", "GM", "OP", "BDUS", "ECG", "RF");
    private static final Set<String> SLICES = Set.of("CT", "MR", "PT", "NM");
    private static final Set<String> ULTRASOUND = Set.of("US", "IVUS", "BDUS");
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    private static final int FEW_FRAMES = 8;
    private static final int LEAST_REGION = 8;

    private final BurnedInRegions regions;
    private final TextReader reader;
    private final TextDetector detector = new TextDetector();

    /** @param reader another program, or {@link TextReader#NONE} */
    public PixelExaminer(BurnedInRegions regions, TextReader reader) {
        this.regions = regions;
        this.reader = reader;
    }

    /**
     * An image.
     *
     * @param meta its file meta information
     * @param dataset describes the pixel data
     */
    public record Subject(Attributes meta, Attributes dataset, EncodedImage image) {

        String text(int tag) {
            return RawElements.ascii(tag >>> 16 == 2 ? meta : dataset, tag);
        }

        /** Numbers are told as text, too. */
        String told(int tag) {
            int number = tag == Tag.Rows || tag == Tag.Columns ? RawElements.integer(dataset, tag, -1) : -1;
            return number >= 0 ? Integer.toString(number) : text(tag);
        }
    }

    /**
     * Looks at an image.
     *
     * @param frames decodes it
     * @param known whether a word is known to identify the patient
     * @throws IOException where a frame that has to be looked at cannot be read or decoded; then the image must not be passed on
     */
    public Examination examine(Subject subject, FrameDecoder frames, PixelPolicy policy, Predicate<String> known) throws IOException {
        ImageFormat format = subject.image().format();
        if (subject.image().floating() || format.bitsAllocated() < 8 || format.rows() < 1 || format.columns() < 1) {
            return risky(subject) || declared(subject) ? new Examination.Held(Examination.Reason.NO_PICTURE, List.of())
                    : new Examination.NotExpected();
        }
        List<PixelBox> own = policy.places(subject::told);
        if (policy.look() == PixelPolicy.Look.WHERE_EXPECTED && own.isEmpty() && plainSlice(subject) && !declared(subject)
                && !risky(subject)) {
            return new Examination.NotExpected();
        }
        if (format.bitsStored() < 1 || format.highBit() < format.bitsStored() - 1 || format.highBit() >= format.bitsAllocated()) {
            throw new CodecException(CodecException.Reason.MISMATCH, "Bits Allocated, Bits Stored and High Bit contradict each other");
        }
        Set<BlankedArea> areas = new LinkedHashSet<>();
        add(areas, own, format, Cause.KNOWN_PLACE);
        if (policy.regionRules()) {
            add(areas, regions.of(subject::told), format, Cause.KNOWN_PLACE);
        }
        List<PixelBox> places = ULTRASOUND.contains(subject.text(Tag.Modality))
                ? UltrasoundRegions.of(subject.dataset(), format.columns(), format.rows()) : List.of();
        places = places.stream().filter(p -> p.width() >= LEAST_REGION && p.height() >= LEAST_REGION).toList();
        if (!places.isEmpty()) {
            add(areas, UltrasoundRegions.outside(places, format.columns(), format.rows()), format, Cause.OUTSIDE_REGIONS);
        }
        boolean placesKnown = !areas.isEmpty() || !places.isEmpty();
        if (policy.text()) {
            look(subject, frames, policy, known, areas);
        }
        return outcome(subject, new ArrayList<>(areas), placesKnown);
    }

    private void look(Subject subject, FrameDecoder frames, PixelPolicy policy, Predicate<String> known, Set<BlankedArea> areas)
            throws IOException {
        ImageFormat format = subject.image().format();
        Palette palette = Palette.of(subject.dataset());
        List<StoredWindow> windows = StoredWindow.of(subject.dataset());
        StandingStill still = new StandingStill();
        FrameFinds finds = new FrameFinds();
        int count = Math.min(frames.frames(), MOST_FRAMES);
        for (int i = 0; i < count; i++) {
            int frame = (int) ((long) i * frames.frames() / count);
            Raster raster = frames.frame(frame);
            List<GreyPlane> planes = GreyPlanes.of(raster, format, palette);
            for (GreyPlane plane : planes) {
                finds.add(frame, detector.find(plane));
            }
            for (GreyPlane plane : GreyPlanes.through(windows, raster, format)) {
                finds.add(frame, detector.find(plane));
            }
            if (count > 1) {
                still.add(planes.get(0));
            }
            // a process for each slice of a series would take longer than everything else
            boolean asked = policy.tesseract() != PixelPolicy.Tesseract.NEVER
                    && (risky(subject) || declared(subject) || !areas.isEmpty() || !finds.isEmpty());
            if (i == 0 && asked) {
                GreyPlane light = planes.get(0);
                for (TextReader.Word word : reader.words(light.width(), light.height(), light.grey(), known)) {
                    add(areas, List.of(word.box()), format, word.known() ? Cause.KNOWN_VALUE : Cause.READ);
                }
            }
        }
        for (BlankedArea found : finds.areas(frames.frames() < FEW_FRAMES)) {
            add(areas, found.frame(), List.of(new PixelBox(found.x(), found.y(), found.width(), found.height())), format, Cause.TEXT);
        }
        GreyPlane mask = still.mask();
        if (mask != null) {
            add(areas, detector.find(mask), format, Cause.STANDS_STILL);
        }
    }

    private static void add(Set<BlankedArea> areas, List<PixelBox> boxes, ImageFormat format, Cause cause) {
        add(areas, BlankedArea.ALL_FRAMES, boxes, format, cause);
    }

    private static void add(Set<BlankedArea> areas, int frame, List<PixelBox> boxes, ImageFormat format, Cause cause) {
        for (PixelBox box : boxes) {
            PixelBox cut = box.grown(0, format.columns(), format.rows());
            boolean covered = cut == null || areas.stream().anyMatch(a -> (a.frame() == BlankedArea.ALL_FRAMES || a.frame() == frame) && a.x() <= cut.x() && a.y() <= cut.y()
                    && a.x() + a.width() >= cut.right() && a.y() + a.height() >= cut.bottom());
            if (!covered) {
                areas.add(new BlankedArea(frame, cut.x(), cut.y(), cut.width(), cut.height(), cause));
            }
        }
    }

    private static Examination outcome(Subject subject, List<BlankedArea> areas, boolean placesKnown) {
        // another program also reads words into noise: what it alone finds goes, and says nothing about what is left
        boolean found = areas.stream().anyMatch(a -> a.cause() != Cause.READ);
        if (declared(subject) && !found) {
            return new Examination.Held(Examination.Reason.DECLARED_AND_NOT_FOUND, areas);
        }
        if (subject.image().pixels().frames() > MOST_FRAMES) {
            return new Examination.Held(Examination.Reason.NOT_EVERY_FRAME, areas);
        }
        if (risky(subject) && !placesKnown) {
            boolean mostlyText = ULTRASOUND.contains(subject.text(Tag.Modality)) || label(subject);
            if (mostlyText || !found) {
                return new Examination.Held(Examination.Reason.NOTHING_TO_GO_BY, areas);
            }
        }
        return areas.isEmpty() ? new Examination.Clean() : new Examination.Boxes(areas);
    }

    private static boolean declared(Subject subject) {
        return subject.text(Tag.BurnedInAnnotation).equals("YES");
    }

    /** Image Type (PS3.3 C.7.6.1.1.2): PRIMARY in the second place, made from the patient and not from a screen. */
    private static boolean plainSlice(Subject subject) {
        String[] type = subject.text(Tag.ImageType).toUpperCase(Locale.ROOT).split("\\\\");
        return SLICES.contains(subject.text(Tag.Modality)) && type.length > 1 && type[1].strip().equals("PRIMARY")
                && subject.image().format().photometric().startsWith("MONOCHROME");
    }

    private static boolean risky(Subject subject) {
        String type = subject.text(Tag.ImageType).toUpperCase(Locale.ROOT);
        return WITH_TEXT.contains(subject.text(Tag.Modality)) || secondaryCapture(subject.text(Tag.SOPClassUID))
                || label(subject) || type.contains("SCREEN") || type.contains("DOSE") || type.contains("SAVE");
    }

    /** The root stands before other kinds as well: 77.1.6 is whole slide microscopy. */
    private static boolean secondaryCapture(String sopClass) {
        return sopClass.equals(SECONDARY_CAPTURE) || sopClass.startsWith(SECONDARY_CAPTURE + ".");
    }

    /** A photograph of a slide with its label (PS3.3 C.8.12.4.1.1, C.7.6.22): written by hand, printed, or bars. */
    private static boolean label(Subject subject) {
        String type = subject.text(Tag.ImageType).toUpperCase(Locale.ROOT);
        return subject.text(Tag.SpecimenLabelInImage).equals("YES") || type.contains("LABEL") || type.contains("OVERVIEW");
    }
}
