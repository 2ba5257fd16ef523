package sluice.viewer.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * What a data set says about showing one of its frames: per-frame functional groups first, then shared ones, then the top
 * level (PS3.3 C.7.6.16, C.11.1, C.11.2). What cannot be understood counts as missing; nothing here fails.
 *
 * @param photometric Photometric Interpretation (0028,0004); empty where missing
 * @param signed whether Pixel Representation (0028,0103) is 1
 * @param rescale Rescale Slope and Intercept; {@link Rescale#NONE} where there is none, or a modality table in its place
 * @param modalityTable first item of Modality LUT Sequence (0028,3000)
 * @param windows all windows in the order of the data set
 * @param tables all VOI LUTs (0028,3010) in the order of the data set
 * @param padding Pixel Padding, where there is any
 * @param spacing never null; 1:1 where nothing is said
 * @param modality Modality (0008,0060); empty where missing
 */
public record DisplayHeader(String photometric, boolean signed, Rescale rescale, Optional<LookupTable> modalityTable,
        List<VoiWindow> windows, List<LookupTable> tables, Optional<PixelPadding> padding, PixelSpacing spacing,
        String modality) {

    private static final int PIXEL_VALUE_TRANSFORMATION = 0x00289145;
    private static final int FRAME_VOI_LUT = 0x00289132;
    private static final int PIXEL_MEASURES = 0x00289110;

    /**
     * Of one frame.
     *
     * @param frame from 0
     */
    public static DisplayHeader of(DicomFile file, int frame) {
        return of(file.dataset(), frame);
    }

    static DisplayHeader of(Attributes top, int frame) {
        boolean signed = RawElements.integer(top, 0x00280103, 0) == 1;
        FrameGroups groups = new FrameGroups(top, frame);
        Optional<LookupTable> modality = first(LookupTables.sequence(top, 0x00283000, 0x00283004, signed));
        Attributes transformation = groups.group(PIXEL_VALUE_TRANSFORMATION);
        Rescale rescale = modality.isPresent() ? Rescale.NONE : rescale(transformation);
        Attributes voi = groups.group(FRAME_VOI_LUT);
        boolean signedOutput = modality.isEmpty() && (signed || rescale.intercept() < 0 || rescale.slope() < 0);
        return new DisplayHeader(RawElements.ascii(top, 0x00280004), signed, rescale, modality, windows(voi),
                LookupTables.sequence(voi, 0x00283010, 0x00283003, signedOutput), padding(top, signed),
                spacing(top, groups.group(PIXEL_MEASURES)), RawElements.ascii(top, 0x00080060));
    }

    /** Whether the least value is meant to be white. */
    public boolean leastIsWhite() {
        return photometric.equals("MONOCHROME1");
    }

    private static Optional<LookupTable> first(List<LookupTable> tables) {
        return tables.isEmpty() ? Optional.empty() : Optional.of(tables.get(0));
    }

    private static Rescale rescale(Attributes from) {
        double slope = Decimals.first(from, 0x00281053, 1);
        double intercept = Decimals.first(from, 0x00281052, 0);
        return slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept) ? Rescale.NONE
                : new Rescale(slope, intercept, RawElements.ascii(from, 0x00281054));
    }

    private static List<VoiWindow> windows(Attributes from) {
        double[] centres = Decimals.all(from, 0x00281050);
        double[] widths = Decimals.all(from, 0x00281051);
        String[] explanations = RawElements.strings(from, 0x00281055);
        VoiWindow.Function function = switch (RawElements.ascii(from, 0x00281056).toUpperCase(Locale.ROOT)) {
            case "SIGMOID" -> VoiWindow.Function.SIGMOID;
            case "LINEAR_EXACT" -> VoiWindow.Function.LINEAR_EXACT;
            default -> VoiWindow.Function.LINEAR;
        };
        List<VoiWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centres.length, widths.length); i++) {
            double least = function == VoiWindow.Function.LINEAR ? 1 : Double.MIN_VALUE;
            if (Double.isFinite(centres[i]) && Double.isFinite(widths[i]) && widths[i] >= least) {
                windows.add(new VoiWindow(centres[i], widths[i], function, i < explanations.length && explanations[i] != null
                        ? explanations[i].strip() : ""));
            }
        }
        return List.copyOf(windows);
    }

    private static Optional<PixelPadding> padding(Attributes top, boolean signed) {
        Integer value = word(top, 0x00280120, signed);
        if (value == null) {
            return Optional.empty();
        }
        Integer limit = word(top, 0x00280121, signed);
        return Optional.of(new PixelPadding(value, limit == null ? value : limit));
    }

    /** Padding has the sign of the pixels, whatever the element's VR says. */
    private static Integer word(Attributes top, int tag, boolean signed) {
        byte[] bytes = RawElements.bytes(top, tag);
        if (bytes == null || bytes.length < 2) {
            return null;
        }
        int word = Bytes.u16(bytes, 0, top.bigEndian());
        return signed ? (short) word : word;
    }

    private static PixelSpacing spacing(Attributes top, Attributes measures) {
        PixelSpacing found = spacing(measures, 0x00280030, PixelSpacing.Meaning.PATIENT);
        found = found != null ? found : spacing(top, 0x00181164, PixelSpacing.Meaning.DETECTOR);
        found = found != null ? found : spacing(top, 0x00182010, PixelSpacing.Meaning.DETECTOR);
        found = found != null ? found : spacing(top, 0x00280034, PixelSpacing.Meaning.RATIO);
        return found != null ? found : new PixelSpacing(1, 1, PixelSpacing.Meaning.RATIO);
    }

    private static PixelSpacing spacing(Attributes from, int tag, PixelSpacing.Meaning meaning) {
        double[] values = Decimals.all(from, tag);
        return values.length >= 2 && values[0] > 1e-9 && values[1] > 1e-9 && values[0] < 1e9 && values[1] < 1e9
                ? new PixelSpacing(values[0], values[1], meaning) : null;
    }
}
