package sluice.transfer.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The checked options of one destination together with the place its secrets come from. */
public final class DestinationOptions {
    private final List<OptionSpec> specs;
    private final Map<String, String> values;
    private final SecretSource secrets;

    private DestinationOptions(List<OptionSpec> specs, Map<String, String> values, SecretSource secrets) {
        this.specs = specs;
        this.values = values;
        this.secrets = secrets;
    }

    /**
     * Checks the values against what the connector declares and fills in defaults.
     *
     * @param given option name → value; an option that is not set is absent
     * @throws TransferException.InvalidOptions naming every problem at once
     */
    public static DestinationOptions of(Connector connector, Map<String, String> given, SecretSource secrets)
            throws TransferException.InvalidOptions {
        List<OptionSpec> specs = List.copyOf(connector.options());
        List<String> problems = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(given.keySet());
        Map<String, String> values = new LinkedHashMap<>();
        for (OptionSpec spec : specs) {
            unknown.remove(spec.name());
            String value = given.get(spec.name());
            spec.problem(value).ifPresent(problems::add);
            String used = value == null ? spec.defaultValue() : value;
            if (used != null) {
                values.put(spec.name(), used);
            }
        }
        unknown.forEach(name -> problems.add("there is no option " + name));
        if (!problems.isEmpty()) {
            throw new TransferException.InvalidOptions(problems);
        }
        return new DestinationOptions(specs, Map.copyOf(values), Objects.requireNonNull(secrets, "secrets"));
    }

    /** The value of an option, or its default; empty when it has neither. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The value of an option that is required or has a default.
     *
     * @throws IllegalArgumentException when it has none: a mistake in the connector, since {@link #of} has checked
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("option " + name + " has no value"));
    }

    /** The value of an {@link OptionType.Whole} option. */
    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /**
     * The secret that an option refers to, as a fresh array that the caller wipes; empty when the option is not set.
     *
     * @throws TransferException.NotAuthenticated when the option is set and no such secret is known
     */
    public Optional<char[]> secret(String name) throws TransferException.NotAuthenticated {
        Optional<String> reference = find(name);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(secrets.find(reference.get()).orElseThrow(() -> new TransferException.NotAuthenticated(
                "the secret that option " + name + " refers to is not there", null)));
    }

    /** Option names and values in the connector's order, without the values of secret ones. */
    public Map<String, String> redacted() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (OptionSpec spec : specs) {
            String value = values.get(spec.name());
            if (value != null) {
                shown.put(spec.name(), spec.secret() ? "***" : value);
            }
        }
        return shown;
    }

    @Override
    public String toString() {
        return redacted().toString();
    }
}
