package sluice.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One verb that ran, inside this process or in another, and what it said.
 *
 * @param out standard output
 * @param err standard error
 */
public record CapturedRun(int exit, String out, String err) {

    /** Runs a verb inside this process, with captured streams and without a terminal. */
    public static CapturedRun of(Services services, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), null, environment);
        int exit = new CommandLineApp(services, terminal).run(args);
        return new CapturedRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** For messages of assertions. */
    @Override
    public String toString() {
        return "exit " + exit + "\n--- out\n" + out + "--- err\n" + err;
    }
}
