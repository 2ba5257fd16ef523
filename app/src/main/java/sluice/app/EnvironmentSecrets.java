package sluice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import sluice.transfer.connector.SecretSource;

/**
 * Finds the secrets that destinations refer to: {@code env:NAME} is an environment variable, {@code file:PATH} the first
 * line of a file.
 */
final class EnvironmentSecrets implements SecretSource {
    private final Map<String, String> environment;

    EnvironmentSecrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<char[]> find(String reference) {
        if (reference.startsWith("env:")) {
            return Optional.ofNullable(environment.get(reference.substring(4))).map(String::toCharArray);
        }
        if (reference.startsWith("file:")) {
            try {
                return Files.readString(Path.of(reference.substring(5)), StandardCharsets.UTF_8).lines().findFirst()
                        .map(String::toCharArray);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
