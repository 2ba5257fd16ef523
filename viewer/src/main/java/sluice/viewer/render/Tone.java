package sluice.viewer.render;

import java.util.Objects;
import sluice.viewer.dicom.DisplayHeader;
import sluice.viewer.dicom.VoiWindow;

/**
 * The whole way from a stored value to a colour, in the order of PS3.4 N.2: modality LUT, VOI LUT, presentation LUT, and then
 * a colour for each of 256 P-Values.
 *
 * @param modality stored → real; where a volume has a rescale of its own for each slice, {@link Voxels#rescale} counts instead
 * @param voi real → level
 * @param presentation level → P-Value
 * @param colours P-Value → colour
 */
public record Tone(ModalityMap modality, VoiMap voi, Presentation presentation, ColourMap colours) {

    public Tone {
        Objects.requireNonNull(modality);
        Objects.requireNonNull(voi);
        Objects.requireNonNull(presentation);
        Objects.requireNonNull(colours);
    }

    /** Grey by a window, of a frame's header: MONOCHROME1 shows its least value white. */
    public static Tone of(DisplayHeader header, VoiMap voi) {
        return new Tone(ModalityMap.of(header), voi, header.leastIsWhite() ? Presentation.INVERSE : Presentation.IDENTITY,
                ColourMap.grey());
    }

    /** Grey by a window over real values. */
    public static Tone grey(ModalityMap modality, VoiWindow window) {
        return new Tone(modality, new VoiMap.Windowed(window), Presentation.IDENTITY, ColourMap.grey());
    }

    public Tone with(VoiWindow window) {
        return new Tone(modality, new VoiMap.Windowed(window), presentation, colours);
    }

    public Tone with(ColourMap map) {
        return new Tone(modality, voi, presentation, map);
    }

    public Tone with(ModalityMap other) {
        return new Tone(other, voi, presentation, colours);
    }

    /** Black for white, as a reader asks for it. */
    public Tone inverted() {
        return new Tone(modality, voi, presentation.inverted(), colours);
    }

    /** Opaque colour, 0xFFRRGGBB, of a stored value. */
    public int argb(double stored) {
        return argbOfReal(modality.real(stored));
    }

    /** Opaque colour, 0xFFRRGGBB, of a real value. */
    public int argbOfReal(double real) {
        return colours.argb(presentation.apply(voi.level(real)));
    }
}
