package sluice.viewer.volume;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.dicom.Elements;
import sluice.viewer.dicom.PixelSource;

/** What kind of frames a file holds, and what they have in common with others. */
final class FrameType {
    private static final int MR_FRAME_TYPE = 0x00189226;
    private static final int CT_FRAME_TYPE = 0x00189329;
    private static final int PET_FRAME_TYPE = 0x00189751;
    private static final int MR_ECHO = 0x00189114;
    private static final int FRAME_CONTENT = 0x00209111;

    private FrameType() {}

    /** Of the stored values; empty where the Image Pixel module describes nothing that a volume can hold. */
    static Optional<VoxelType> of(EncodedImage image) {
        ImageFormat f = image.format();
        boolean sensible = f.rows() > 0 && f.columns() > 0 && f.bitsStored() > 0 && f.bitsStored() <= f.bitsAllocated();
        if (!sensible || f.samples() == 2 || f.samples() > 3 || f.samples() == 3 && f.bitsAllocated() > 16) {
            return Optional.empty();
        }
        if (f.samples() == 3) {
            return Optional.of(VoxelType.RGB);
        }
        if (image.floating()) {
            return Optional.of(f.bitsAllocated() == 64 ? VoxelType.F64 : VoxelType.F32);
        }
        return switch (f.sampleBytes()) {
            case 1 -> Optional.of(f.signed() ? VoxelType.I8 : VoxelType.U8);
            case 2 -> Optional.of(f.signed() ? VoxelType.I16 : VoxelType.U16);
            case 4 -> Optional.of(f.signed() ? VoxelType.I32 : VoxelType.U32);
            default -> Optional.empty();
        };
    }

    /** No more frames than this can be in the file. */
    static int most(EncodedImage image) throws IOException {
        PixelSource pixels = image.pixels();
        if (pixels.encapsulated()) {
            return pixels.fragments().size();
        }
        ImageFormat f = image.format();
        // the smallest that a native frame can be: subsampled colour has two thirds or a half of the samples
        long bits = f.pixels() * f.samples() * f.bitsAllocated() / (f.samples() == 3 ? 2 : 1);
        return (int) Math.min(Integer.MAX_VALUE, bits <= 0 ? 0 : pixels.length() * 8 / bits);
    }

    static FrameLabels labels(FrameGroups groups, VoxelType type, int columns, int rows) {
        Elements top = groups.top();
        Elements kind = groups.group(MR_FRAME_TYPE).has(0x00089007) ? groups.group(MR_FRAME_TYPE)
                : groups.group(CT_FRAME_TYPE).has(0x00089007) ? groups.group(CT_FRAME_TYPE)
                : groups.group(PET_FRAME_TYPE);
        String imageType = kind.has(0x00089007) ? kind.text(0x00089007) : imageType(top);
        String component = kind.has(0x00089208) ? kind.text(0x00089208) : top.text(0x00089208);
        if (component.isEmpty() || component.equals("MIXED")) {
            component = component(top.texts(0x00080008));
        }
        double echo = groups.group(MR_ECHO).has(0x00189082) ? groups.group(MR_ECHO).number(0x00189082) : top.number(0x00180081);
        return new FrameLabels(top.text(0x0020000E), top.integer(0x00200011, 0), rows, columns, type, imageType, component,
                top.integer(0x00180086, 0), Double.isFinite(echo) ? echo : 0, groups.group(FRAME_CONTENT).text(0x00209056));
    }

    /** In CT what comes behind the third value is the vendor's, and may change within one stack (PS3.3 C.8.2.1.1.1). */
    private static String imageType(Elements top) {
        List<String> values = top.texts(0x00080008);
        return String.join("\\", values.subList(0, top.text(0x00080060).equals("CT") ? Math.min(3, values.size()) : values.size()));
    }

    /** Values of Image Type from the third on that vendors use for it. */
    private static String component(List<String> imageType) {
        for (String value : imageType.subList(Math.min(2, imageType.size()), imageType.size())) {
            switch (value) {
                case "M", "M_FFE", "M_SE", "M_IR", "MAG", "MAGNITUDE" -> {
                    return "MAGNITUDE";
                }
                case "P", "PHASE", "PHASE MAP" -> {
                    return "PHASE";
                }
                case "R", "REAL" -> {
                    return "REAL";
                }
                case "I", "IMAGINARY" -> {
                    return "IMAGINARY";
                }
                default -> { }
            }
        }
        return "";
    }
}
