package sluice.app.deid.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.app.deid.recipe.PixelPolicy;
import sluice.app.deid.report.BlankedArea;
import sluice.app.deid.report.BlankedArea.Cause;
import sluice.app.deid.table.BurnedInRegions;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

class PixelExaminerTest {
    private java.util.function.Predicate<String> known = word -> false;
    private static final int SIDE = 128;
    private final Overlays overlays = new Overlays(3);
    private final Attributes dataset = new Attributes();

    @Test
    void aPictureWithoutAnythingIsClean() throws IOException {
        assertEquals(new Examination.Clean(), examine("CT", frames(1)));
    }

    @Test
    void whatIsWrittenIsToBeBlankedInEveryFrame() throws IOException {
        List<byte[]> frames = frames(3);
        Overlays.Burned word = write(frames.get(2), "HANSEN");
        Examination found = examine("CT", frames);
        assertInstanceOf(Examination.Boxes.class, found);
        assertTrue(found.blank().stream().allMatch(a -> a.frame() == BlankedArea.ALL_FRAMES && a.cause() == Cause.TEXT));
        assertTrue(Overlays.covered(word, Examination.boxes(found.blank(), 0)) > 0.99);
    }

    @Test
    void aDeclaredTextThatNobodyFindsIsHeld() throws IOException {
        dataset.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        assertEquals(new Examination.Held(Examination.Reason.DECLARED_AND_NOT_FOUND, List.of()), examine("CT", frames(1)));
    }

    @Test
    void kindsThatCommonlyCarryTextAreHeldWithoutAnythingToGoBy() throws IOException {
        for (String modality : List.of("US", "SC", "OT", "XC", "ES", "RF")) {
            Examination found = examine(modality, frames(1));
            assertEquals(new Examination.Held(Examination.Reason.NOTHING_TO_GO_BY, List.of()), found, modality);
        }
        List<byte[]> written = frames(1);
        write(written.get(0), "HANSEN");
        Examination.Held held = assertInstanceOf(Examination.Held.class, examine("US", written));
        assertTrue(!held.areas().isEmpty());
    }

    @Test
    void slideLabelsAreHeldWhateverIsFoundAndSlidesAreNot() throws IOException {
        dataset.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.77.1.6");
        dataset.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "VOLUME", "NONE");
        assertEquals(new Examination.Clean(), examine("SM", frames(1)));
        List<byte[]> written = frames(1);
        write(written.get(0), "HANSEN");
        for (String kind : List.of("LABEL", "OVERVIEW")) {
            dataset.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", kind, "NONE");
            assertInstanceOf(Examination.Held.class, examine("SM", frames(1)), kind);
            assertTrue(!assertInstanceOf(Examination.Held.class, examine("SM", written)).areas().isEmpty(), kind);
        }
        dataset.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "VOLUME", "NONE");
        dataset.setString(Tag.SpecimenLabelInImage, VR.CS, "YES");
        assertInstanceOf(Examination.Held.class, examine("SM", frames(1)));
    }

    @Test
    void everythingOutsideOfUltrasoundRegionsGoes() throws IOException {
        Sequence regions = dataset.newSequence(Tag.SequenceOfUltrasoundRegions, 2);
        regions.add(region(10, 20, 59, 99));
        regions.add(region(50, 60, 119, 119));
        List<PixelBox> boxes = Examination.boxes(examine("US", frames(1)).blank(), 0);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean inside = x >= 10 && x <= 59 && y >= 20 && y <= 99 || x >= 50 && x <= 119 && y >= 60 && y <= 119;
                int px = x;
                int py = y;
                assertEquals(inside ? 0 : 1, boxes.stream().filter(b -> b.contains(px, py)).count(), x + "," + y);
            }
        }
    }

    @Test
    void regionsThatLieOutsideOrAreEmptyAreNone() {
        Attributes image = new Attributes();
        Sequence regions = image.newSequence(Tag.SequenceOfUltrasoundRegions, 4);
        regions.add(region(10, 20, 10, 99));
        regions.add(region(500, 20, 600, 99));
        regions.add(new Attributes());
        regions.add(region(100, 100, 4000, 4000));
        assertEquals(List.of(new PixelBox(100, 100, 28, 28)), UltrasoundRegions.of(image, SIDE, SIDE));
    }

    @Test
    void knownPlacesFollowTheAttributes() throws IOException {
        BurnedInRegions rules = BurnedInRegions.load();
        assertTrue(rules.size() > 50);
        dataset.setString(Tag.Manufacturer, VR.LO, "Philips Medical Systems");
        dataset.setString(Tag.ManufacturerModelName, VR.LO, "iU22");
        dataset.setInt(Tag.Rows, VR.US, 600);
        PixelExaminer.Subject subject = new PixelExaminer.Subject(new Attributes(), dataset, null);
        assertEquals(List.of(new PixelBox(0, 0, 800, 59)), rules.of(subject::told));
        dataset.setInt(Tag.Rows, VR.US, 601);
        assertEquals(List.of(), rules.of(subject::told));
    }

    @Test
    void aSiteMayHaveItsOwnPlacesAndBadTablesAreRefused() throws IOException {
        BurnedInRegions own = BurnedInRegions.read(new StringReader("(0008,0060) is CT; (0008,1090) has BIG\t1,2,3,4 5,6,7,8\n"));
        assertEquals(2, own.of(tag -> tag == Tag.Modality ? "CT" : "very big one").size());
        assertEquals(0, own.of(tag -> tag == Tag.Modality ? "CTX" : "very big one").size());
        for (String bad : List.of("(0008,0060) is CT", "(0008,0060) like CT\t1,2,3,4", "(0008,0060) is CT\t1,2,3", "(0008,0060) is CT\t1,2,0,4")) {
            assertThrows(RuntimeException.class, () -> BurnedInRegions.read(new StringReader(bad)), bad);
        }
    }

    @Test
    void writingThatStandsStillIsFoundInAMovingPicture() {
        SplittableRandom random = new SplittableRandom(11);
        StandingStill still = new StandingStill();
        byte[] paper = new byte[SIDE * SIDE];
        Overlays.Burned word = write(paper, "HANSEN 12");
        for (int frame = 0; frame < 20; frame++) {
            byte[] grey = new byte[SIDE * SIDE];
            for (int i = 0; i < grey.length; i++) {
                // as bright as the picture moves: in one frame nobody could read it
                grey[i] = paper[i] != 0 ? (byte) 90 : (byte) (60 + random.nextInt(61));
            }
            still.add(new GreyPlane(SIDE, SIDE, grey));
        }
        GreyPlane mask = still.mask();
        assertTrue(Overlays.covered(word, new TextDetector().find(mask)) > 0.99);
    }

    @Test
    void anotherReaderIsAskedWhereItMatters() throws IOException {
        TextReader reader = (width, height, grey, known) -> List.of(new TextReader.Word(new PixelBox(5, 6, 7, 8), known.test("OLSEN")));
        PixelPolicy never = new PixelPolicy(PixelPolicy.Look.EVERYWHERE, true, true, PixelPolicy.Tesseract.NEVER);
        List<BlankedArea> read = List.of(new BlankedArea(BlankedArea.ALL_FRAMES, 5, 6, 7, 8, Cause.READ));
        assertEquals(new Examination.Held(Examination.Reason.NOTHING_TO_GO_BY, read), examine("OT", frames(1), reader, PixelPolicy.DEFAULT));
        assertEquals(List.of(), examine("OT", frames(1), reader, never).blank());
        assertEquals(List.of(), examine("CT", frames(1), reader, PixelPolicy.DEFAULT).blank());
        dataset.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        assertEquals(new Examination.Held(Examination.Reason.DECLARED_AND_NOT_FOUND, read), examine("CT", frames(1), reader,
                PixelPolicy.DEFAULT), "words that nobody else sees may be noise");
        known = "OLSEN"::equals;
        List<BlankedArea> name = List.of(new BlankedArea(BlankedArea.ALL_FRAMES, 5, 6, 7, 8, Cause.KNOWN_VALUE));
        assertEquals(new Examination.Boxes(name), examine("CT", frames(1), reader, PixelPolicy.DEFAULT), "the patient's name is none");
    }

    @Test
    void whatIsSeenInOneFrameOnlyIsBlankedThere() throws IOException {
        List<byte[]> frames = frames(12);
        write(frames.get(5), "OLSEN ANNA");
        List<BlankedArea> once = examine("XA", frames).blank();
        assertTrue(!once.isEmpty() && once.stream().allMatch(a -> a.frame() == 5), once::toString);
        System.arraycopy(frames.get(5), 0, frames.get(9), 0, SIDE * SIDE);
        List<BlankedArea> twice = examine("XA", frames).blank();
        assertTrue(!twice.isEmpty() && twice.stream().allMatch(a -> a.frame() == BlankedArea.ALL_FRAMES), twice::toString);
    }

    @Test
    void bitsThatContradictEachOtherAreNoPicture() {
        for (int stored : new int[] {0, 9}) {
            dataset.setInt(Tag.BitsStored, VR.US, stored);
            assertThrows(sluice.viewer.codec.CodecException.class, () -> examine("XA", frames(1)), "bits stored " + stored);
        }
    }

    @Test
    void moreFramesThanAnybodyLooksAtAreHeld() throws IOException {
        assertEquals(new Examination.Held(Examination.Reason.NOT_EVERY_FRAME, List.of()), examine("XA", frames(513)));
    }

    @Test
    void aRecipeMayLeavePrimarySlicesAlone() throws IOException {
        PixelPolicy expected = new PixelPolicy(PixelPolicy.Look.WHERE_EXPECTED, true, true, PixelPolicy.Tesseract.NEVER);
        dataset.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL");
        assertEquals(new Examination.NotExpected(), examine("CT", frames(1), TextReader.NONE, expected));
        assertEquals(new Examination.Clean(), examine("CR", frames(1), TextReader.NONE, expected), "a radiograph may be lettered");
        dataset.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        assertTrue(examine("CT", frames(1), TextReader.NONE, expected) instanceof Examination.Held, "declared");
        dataset.remove(Tag.BurnedInAnnotation);
        dataset.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY");
        assertEquals(new Examination.Clean(), examine("CT", frames(1), TextReader.NONE, expected), "made from a screen, perhaps");
    }

    private Overlays.Burned write(byte[] grey, String text) {
        return overlays.burn(grey, SIDE, SIDE, new ArrayList<>(),
                new Overlays.Style("dots", 9, 150, false, false, Overlays.Edge.PLAIN), text);
    }

    private static List<byte[]> frames(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(new byte[SIDE * SIDE]);
        }
        return frames;
    }

    private static Attributes region(int left, int top, int right, int bottom) {
        Attributes item = new Attributes();
        item.setInt(Tag.RegionLocationMinX0, VR.UL, left);
        item.setInt(Tag.RegionLocationMinY0, VR.UL, top);
        item.setInt(Tag.RegionLocationMaxX1, VR.UL, right);
        item.setInt(Tag.RegionLocationMaxY1, VR.UL, bottom);
        return item;
    }

    private Examination examine(String modality, List<byte[]> frames) throws IOException {
        return examine(modality, frames, TextReader.NONE, PixelPolicy.DEFAULT);
    }

    private Examination examine(String modality, List<byte[]> frames, TextReader reader, PixelPolicy policy) throws IOException {
        dataset.setString(Tag.Modality, VR.CS, modality);
        dataset.setInt(Tag.Rows, VR.US, SIDE);
        dataset.setInt(Tag.Columns, VR.US, SIDE);
        dataset.setInt(Tag.BitsAllocated, VR.US, 8);
        dataset.setInt(Tag.SamplesPerPixel, VR.US, 1);
        dataset.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        dataset.setString(Tag.NumberOfFrames, VR.IS, Integer.toString(frames.size()));
        byte[] all = new byte[frames.size() * SIDE * SIDE];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i), 0, all, i * SIDE * SIDE, SIDE * SIDE);
        }
        PixelSource pixels = PixelSource.ofNative(all, VR.OB, dataset);
        EncodedImage image = new EncodedImage(pixels, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ImageFormat.of(dataset),
                java.util.OptionalInt.empty());
        return new PixelExaminer(BurnedInRegions.load(), reader).examine(
                new PixelExaminer.Subject(new Attributes(), dataset, image), new FrameDecoder(image, Codecs.standard()), policy, known);
    }
}
