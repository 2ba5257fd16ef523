package sluice.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The user's own folder of key files, one for each workspace that has no passphrase: 32 random bytes, owner only. */
public final class KeyFolder {

    private static final int BYTES = 32;
    private static final Pattern WORKSPACE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Where keys are kept: {@code $SLUICE_KEYS}, or else the user's configuration folder as the system has it (Windows
     * {@code %APPDATA%}, macOS {@code ~/Library/Application Support}, elsewhere the XDG base directory specification).
     *
     * @param osName system property {@code os.name}
     */
    public static KeyFolder ofUser(Map<String, String> environment, String osName, Path home) {
        Optional<Path> chosen = path(environment, "SLUICE_KEYS");
        if (chosen.isPresent()) {
            return new KeyFolder(chosen.get());
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new KeyFolder(path(environment, "APPDATA")
                    .orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Sluice")
                    .resolve("keys"));
        }
        if (os.startsWith("mac")) {
            return new KeyFolder(home.resolve("Library/Application Support/Sluice/keys"));
        }
        // the specification says to ignore a relative path
        return new KeyFolder(path(environment, "XDG_CONFIG_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"))
                .resolve("sluice/keys"));
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
    }

    public Path folder() {
        return folder;
    }

    boolean isInside(Path workspace) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing.toRealPath().startsWith(workspace.toRealPath());
    }

    /** @throws KeyMissing when there is none for this workspace */
    byte[] read(String workspaceId) throws IOException {
        try {
            byte[] key = Files.readAllBytes(file(workspaceId));
            if (key.length != BYTES) {
                throw new DamagedVault("the key file has " + key.length + " bytes in place of " + BYTES, null);
            }
            return key;
        } catch (NoSuchFileException e) {
            throw new KeyMissing(KeyMissing.Part.KEY_FILE);
        }
    }

    boolean has(String workspaceId) {
        return Files.exists(file(workspaceId));
    }

    void write(String workspaceId, byte[] key) throws IOException {
        AtomicFile.write(file(workspaceId), key);
    }

    void delete(String workspaceId) throws IOException {
        Files.deleteIfExists(file(workspaceId));
    }

    private Path file(String workspaceId) {
        if (!WORKSPACE.matcher(workspaceId).matches()) {
            throw new IllegalArgumentException("a workspace id is made of letters, digits and dashes");
        }
        return folder.resolve(workspaceId + ".key");
    }
}
