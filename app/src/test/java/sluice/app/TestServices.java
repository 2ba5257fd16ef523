package sluice.app;

import java.util.Map;
import sluice.app.cli.Services;

/** The real services for tests that run verbs inside their own process. */
public final class TestServices {
    private TestServices() {}

    /** @param environment in place of the process's own */
    public static Services of(Map<String, String> environment) {
        return new Composition(environment);
    }
}
