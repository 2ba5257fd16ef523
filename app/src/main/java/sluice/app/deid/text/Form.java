package sluice.app.deid.text;

/** Something that identifies by its form, without being known. */
@FunctionalInterface
interface Form {

    /** Adds where such things stand in a text (not folded). */
    void find(String text, Spans hits);
}
