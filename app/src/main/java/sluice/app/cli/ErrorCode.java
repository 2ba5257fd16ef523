package sluice.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A short code for an unexpected failure, made from the classes and methods on its stack and nothing else: the same
 * fault has the same code on every machine, and no value of the data can get into it.
 */
final class ErrorCode {
    private static final int FRAMES = 6;

    private ErrorCode() {}

    /** Two groups of four characters: the kinds of the failures, and the places they come from. */
    static String of(Throwable failure) {
        CRC32 kinds = new CRC32();
        CRC32 places = new CRC32();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            kinds.update(t.getClass().getName().getBytes(StandardCharsets.UTF_8));
            StackTraceElement[] stack = t.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
                places.update((stack[i].getClassName() + '.' + stack[i].getMethodName()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return group(kinds.getValue()) + "-" + group(places.getValue());
    }

    private static String group(long value) {
        String text = "0000" + Long.toString(value, 36).toUpperCase(java.util.Locale.ROOT);
        return text.substring(text.length() - 4);
    }
}
