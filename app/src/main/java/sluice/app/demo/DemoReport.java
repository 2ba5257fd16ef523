package sluice.app.demo;

import java.util.List;

/**
 * What the demonstration did, for the page and the JSON document that it leaves behind. Holds no planted value: what was
 * there before is told by the attribute's name and the length of its value only.
 *
 * @param held whether everything the demonstration promises was seen
 * @param promises each thing that had to hold, and whether it did
 */
public record DemoReport(boolean held, List<Promise> promises, List<Study> studies, List<Picture> pictures) {

    /** The same for a terminal or a script. */
    public DemoReport withoutPictures() {
        return new DemoReport(held, promises, studies, List.of());
    }

    /** One thing that had to hold. */
    public record Promise(String text, boolean held, String detail) {}

    /**
     * One study on its way.
     *
     * @param state the curation state at the end, such as RECEIVED
     * @param evidence how strongly its arrival is proven, such as {@code READ_BACK}
     */
    public record Study(String handle, String pseudonym, String modality, String state, String evidence, String remoteName,
            long sealedBytes, List<File> files) {}

    /**
     * One file of a study.
     *
     * @param name as it arrived, without identifiers
     * @param outcome such as {@code pixels identical to an original's}
     * @param sha256 of what was opened at the other end
     */
    public record File(String name, String outcome, long bytes, String sha256) {}

    /**
     * A slice before and after, as PNG.
     *
     * @param before attribute lines beside the picture of the original, without values
     * @param after attribute lines as they arrived
     */
    public record Picture(String title, byte[] beforePng, byte[] afterPng, List<Line> before, List<Line> after) {}

    /** One attribute beside a picture. */
    public record Line(String attribute, String value) {}
}
