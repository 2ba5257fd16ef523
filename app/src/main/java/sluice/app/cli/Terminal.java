package sluice.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The standard streams and the environment of one run. Results go to standard output, everything that is said to a
 * person (notes, problems, progress) to standard error.
 */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final Console console;
    private final Map<String, String> environment;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)); // ISO 8601, UTC

    /** @param console null where the run is not attached to a terminal */
    Terminal(PrintStream out, PrintStream err, Console console, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    /** The real streams, in UTF-8. */
    static Terminal ofProcess() {
        return new Terminal(new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8), attachedConsole(), System.getenv());
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void print(String line) {
        out.println(line);
    }

    /** Says something to the person at the terminal, beside the results. */
    void note(String line) {
        err.println(line);
    }

    void json(Object document) {
        try {
            out.println(json.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result has no JSON form", e);
        }
    }

    boolean interactive() {
        return console != null;
    }

    Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isEmpty());
    }

    /** Asks for a secret without echo; empty where nobody is there to answer. */
    Optional<char[]> askSecret(String prompt) {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s: ", prompt));
    }

    /** Since Java 22 a console is there even when the streams are redirected; only a real terminal may be asked. */
    private static Console attachedConsole() {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console) ? console : null;
        } catch (ReflectiveOperationException beforeJava22) {
            return console;
        }
    }
}
