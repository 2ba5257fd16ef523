package sluice.app.catalogue;

/**
 * What a finding says.
 *
 * @param code a word for programs, for example {@code burned-in-text}
 * @param detail a sentence for people; never a value from a patient's data set, never a path
 */
public record FindingText(String code, Severity severity, String detail) {}
