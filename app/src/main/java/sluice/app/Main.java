package sluice.app;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import sluice.app.cli.CommandLineApp;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // libraries must say nothing: they do not know what may be said. Ours speak through results and exceptions.
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLineApp(new Composition(System.getenv())).run(args));
    }
}
