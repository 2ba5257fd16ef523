package sluice.app.cli;

/** The exit codes that scripts rely on. */
final class ExitCode {
    static final int DONE = 0;
    static final int SOME_FAILED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NO_ACCESS = 4;
    static final int INTERNAL = 5;

    private ExitCode() {}
}
