package sluice.app.catalogue;

/**
 * A finding to be recorded.
 *
 * @param path of the file it is about, stored encrypted, or null
 */
public record NewFinding(FindingText text, String path) {

    public static NewFinding of(String code, Severity severity, String detail) {
        return new NewFinding(new FindingText(code, severity, detail), null);
    }

    @Override
    public String toString() {
        return "NewFinding[" + text.code() + "]";
    }
}
