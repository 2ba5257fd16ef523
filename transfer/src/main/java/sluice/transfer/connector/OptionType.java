package sluice.transfer.connector;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What values an option takes. {@link #problem} says what is wrong with a value without repeating it. */
public sealed interface OptionType {

    /** Short name of the kind of value, for help texts: {@code text}, {@code number}, … */
    String label();

    /** What is wrong with the value, as the end of a sentence that starts with the option's name; empty when nothing is. */
    Optional<String> problem(String value);

    /**
     * Free text on one line.
     *
     * @param pattern the whole value has to match it
     * @param hint    what the pattern asks for, e.g. {@code "must be SHA256: and 43 characters of base64"}
     */
    record Text(Pattern pattern, String hint) implements OptionType {
        /** Any text that is not blank and has no control characters. */
        public static Text any() {
            return new Text(Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]+"), "must be one line of text");
        }

        @Override
        public String label() {
            return "text";
        }

        @Override
        public Optional<String> problem(String value) {
            return pattern.matcher(value).matches() ? Optional.empty() : Optional.of(hint);
        }
    }

    /** A whole number in this range, both ends included. */
    record Whole(long min, long max) implements OptionType {
        @Override
        public String label() {
            return "number";
        }

        @Override
        public Optional<String> problem(String value) {
            try {
                long number = Long.parseLong(value);
                if (number >= min && number <= max) {
                    return Optional.empty();
                }
            } catch (NumberFormatException e) {
                // falls through to the same message: the user learns the range either way
            }
            return Optional.of("must be a whole number from " + min + " to " + max);
        }
    }

    /** One of these words. */
    record Choice(List<String> values) implements OptionType {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public String label() {
            return String.join("|", values);
        }

        @Override
        public Optional<String> problem(String value) {
            return values.contains(value) ? Optional.empty() : Optional.of("must be one of " + String.join(", ", values));
        }
    }

    /** An absolute path on this machine. Whether anything is there is found out when it is used. */
    record LocalPath() implements OptionType {
        @Override
        public String label() {
            return "path";
        }

        @Override
        public Optional<String> problem(String value) {
            try {
                return Path.of(value).isAbsolute() ? Optional.empty() : Optional.of("must be an absolute path");
            } catch (InvalidPathException e) {
                return Optional.of("must be a path of this system");
            }
        }
    }

    /** A reference to a secret that is kept elsewhere; see {@link SecretSource}. The secret itself is never an option. */
    record SecretReference() implements OptionType {
        @Override
        public String label() {
            return "secret reference";
        }

        @Override
        public Optional<String> problem(String value) {
            return Text.any().problem(value);
        }
    }
}
