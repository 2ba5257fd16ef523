package sluice.app.qc;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sluice.app.catalogue.NewFinding;
import sluice.app.catalogue.Severity;

/**
 * Collects findings over the files of a study: the same finding in many files is told once, with their number. The sentences
 * come from this package only, so none can hold a patient's value.
 */
public final class Found {
    private final Map<Code, Integer> files = new EnumMap<>(Code.class);
    private final Map<Code, String> examples = new EnumMap<>(Code.class);

    /** What can be found. */
    public enum Code {
        CHANGED_AFTER_WRITING(Severity.STOP, "is not what was written; de-identify the study again"),
        NOT_READABLE(Severity.STOP, "cannot be read back"),
        CHECK_BROKE_DOWN(Severity.STOP, "made the check itself break down, so nothing is known of it"),
        NOT_MARKED(Severity.STOP, "lacks (0012,0062) YES or the method codes"),
        PRIVATE_ELEMENT(Severity.STOP, "holds a private element"),
        FORBIDDEN_GROUP(Severity.STOP, "holds an overlay, a curve, a group length or trailing padding"),
        RESIDUAL_IDENTIFIER(Severity.STOP, "still holds something that identifies the patient"),
        RESIDUAL_UID(Severity.STOP, "still holds a UID of the original"),
        GEOMETRY_CHANGED(Severity.STOP, "has another geometry or pixel format than its original"),
        PIXELS_CHANGED(Severity.STOP, "has other pixels than its original"),
        PIXELS_BLANKED(Severity.NOTE, "has blanked parts of its pixels; the rest is what it was"),
        OVERLAY_IN_PIXELS(Severity.STOP, "still has marks of an overlay in bits of its pixel data that hold no value"),
        OVERLAY_AMONG_VALUES(Severity.HOLD, "was said to have an overlay among the bits of its stored values; look at the image"),
        OVERLAY_CHANGED(Severity.STOP, "has marks in an overlay that its original has not"),
        OVERLAY_WRITING(Severity.HOLD, "has an overlay that looks as if something was written there; look at it"),
        TEXT_IN_HEADER(Severity.STOP, "holds text or an extension in its NIfTI header"),
        BEHIND_THE_PIXELS(Severity.HOLD, "has bytes behind its last frame that no viewer shows"),
        PRIVATE_BY_RECIPE(Severity.HOLD, "holds private elements that the recipe kept and the list of safe ones (PS3.15 Table E.3.10-1) does not name"),
        PIXELS_BLANKED_UNDECIDED(Severity.HOLD, "has blanked parts of its pixels and does not claim that no text is left; look at the image"),
        POSSIBLE_IDENTIFIER(Severity.HOLD, "has a word of three letters that is also a part of the patient's name; look at it"),
        ORIGINAL_UNREADABLE(Severity.HOLD, "cannot be compared: the original is not there or changed since the scan"),
        BURNED_IN_TEXT(Severity.HOLD, "may show identifying text in its pixels; look at the image"),
        RECOGNISABLE_FACE(Severity.HOLD, "may show a face; it was not de-faced"),
        DOCUMENT_CONTENT(Severity.HOLD, "holds a document, a waveform or a sound whose content was not looked at");

        private final Severity severity;
        private final String text;

        Code(Severity severity, String text) {
            this.severity = severity;
            this.text = text;
        }

        /** As it is written on the command line and kept in the catalogue. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public void add(Code code) {
        add(code, "");
    }

    /** @param where a tag or a word of the standard, never a value */
    public void add(Code code, String where) {
        files.merge(code, 1, Integer::sum);
        if (!where.isEmpty()) {
            examples.putIfAbsent(code, where);
        }
    }

    /** Takes over what was found elsewhere. */
    public void addAll(Found other) {
        other.files.forEach((code, count) -> files.merge(code, count, Integer::sum));
        other.examples.forEach(examples::putIfAbsent);
    }

    public List<NewFinding> findings() {
        return files.entrySet().stream().map(e -> {
            Code code = e.getKey();
            String where = examples.containsKey(code) ? " (for example " + examples.get(code) + ")" : "";
            return NewFinding.of(code.word(), code.severity, e.getValue()
                    + (e.getValue() == 1 ? " file " : " files: each ") + code.text + where + ".");
        }).toList();
    }

    /** Whether a value of the original is still there. */
    public boolean identifies() {
        return files.containsKey(Code.RESIDUAL_IDENTIFIER) || files.containsKey(Code.RESIDUAL_UID);
    }

    /** Where a value of the original was seen first: a tag. */
    public String where() {
        return examples.getOrDefault(Code.RESIDUAL_IDENTIFIER, examples.getOrDefault(Code.RESIDUAL_UID, ""));
    }

    /** Whether nothing may go on. */
    public boolean stops() {
        return files.keySet().stream().anyMatch(c -> c.severity == Severity.STOP);
    }
}
