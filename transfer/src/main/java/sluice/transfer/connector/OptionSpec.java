package sluice.transfer.connector;

import java.util.Objects;
import java.util.Optional;

/**
 * One option of a kind of destination, as data: the wizard, the command line's flags, the documents and the redaction all
 * come from it.
 *
 * @param name         lower-case words with hyphens; on the command line {@code --name}
 * @param type         which values it takes
 * @param required     whether a destination without it is refused
 * @param defaultValue used where the option is not given; null for none
 * @param secret       whether its value is left out of every text made for people or logs
 * @param help         one or two sentences for the user
 */
public record OptionSpec(String name, OptionType type, boolean required, String defaultValue, boolean secret, String help) {
    public OptionSpec {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("an option's name is lower-case words with hyphens");
        }
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(help, "help");
        if (required && defaultValue != null) {
            throw new IllegalArgumentException("a required option has no default");
        }
        if (defaultValue != null && type.problem(defaultValue).isPresent()) {
            throw new IllegalArgumentException("the default of " + name + " is not a value of its type");
        }
    }

    /** An option that has to be given. */
    public static OptionSpec required(String name, OptionType type, String help) {
        return new OptionSpec(name, type, true, null, false, help);
    }

    /** An option that may be left out; {@code defaultValue} null for no value. */
    public static OptionSpec optional(String name, OptionType type, String defaultValue, String help) {
        return new OptionSpec(name, type, false, defaultValue, false, help);
    }

    /** An option that refers to a secret and is left out of every text. */
    public static OptionSpec secret(String name, String help) {
        return new OptionSpec(name, new OptionType.SecretReference(), false, null, true, help);
    }

    /** What is wrong with a value (null: not given), as a sentence that never repeats it; empty when nothing is. */
    public Optional<String> problem(String value) {
        if (value == null) {
            return required ? Optional.of("option " + name + " is missing") : Optional.empty();
        }
        return type.problem(value).map(text -> "option " + name + " " + text);
    }
}
