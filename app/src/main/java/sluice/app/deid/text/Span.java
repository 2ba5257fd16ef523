package sluice.app.deid.text;

/**
 * A part of a text.
 *
 * @param from index of its first character
 * @param to behind its last character
 */
public record Span(int from, int to) { }
