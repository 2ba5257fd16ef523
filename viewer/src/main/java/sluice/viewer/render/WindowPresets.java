package sluice.viewer.render;

import java.util.List;
import java.util.Optional;
import sluice.viewer.dicom.VoiWindow;

/** Windows that readers know by name, from a table that ships with the product. */
public final class WindowPresets {

    /**
     * One of them.
     *
     * @param name for command lines and settings, such as ct-brain
     * @param modality Modality (0008,0060) of the images that it is for
     * @param window in the modality's real values (HU for CT), with the label as explanation
     */
    public record Preset(String name, String modality, VoiWindow window) {}

    private final List<Preset> all;

    private WindowPresets(List<Preset> all) {
        this.all = all;
    }

    public static WindowPresets shipped() {
        return new WindowPresets(Tables.rows("window-presets.tsv", 5).stream()
                .map(r -> new Preset(r[0], r[2], new VoiWindow(Double.parseDouble(r[3]), Double.parseDouble(r[4]),
                        VoiWindow.Function.LINEAR, r[1])))
                .toList());
    }

    /** Those for images of a modality, in the order of the table. */
    public List<Preset> of(String modality) {
        return all.stream().filter(p -> p.modality().equals(modality)).toList();
    }

    public Optional<Preset> named(String name) {
        return all.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
