package sluice.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    Path folder;

    private SettingsFile file;

    @BeforeEach
    void file() {
        file = new SettingsFile(folder.resolve("settings.json"));
    }

    private static Destination destination(String name) {
        return new Destination(
                name,
                "sftp",
                new TreeMap<>(Map.of("host", "archive.example.org", "port", "22")),
                Set.of("nifti", "dicom"),
                "remote-digest",
                List.of(new Destination.Recipient("archive", "-----BEGIN CRYPT4GH PUBLIC KEY-----\nAAAA\n")));
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        assertFalse(file.exists());
        Settings settings = Settings.initial("Sjukhuset Åsö").with(destination("a")).with(destination("b"));
        file.save(settings);
        assertEquals(settings, file.load());
        Settings less = settings.without("a").withDefaultRecipe("basic").with(destination("c"));
        file.save(less);
        assertEquals(less, file.load());
        assertEquals(List.of("b", "c"), less.destinations().stream().map(Destination::name).toList());
        assertEquals(less, less.with(destination("b")), "replaced in its place");
        assertEquals("destination.b.password", less.destination("b").orElseThrow().secretName("password"));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count(), "no temporary file stays");
        }
    }

    @Test
    void anAbsentFileIsNotDefaults() {
        assertThrows(BrokenSettings.class, file::load);
        assertFalse(file.exists());
    }

    @Test
    void aNewerFileIsRefusedAndLeft() throws IOException {
        String newer = "{\"format\":\"sluice-settings\",\"version\":2,\"somethingNew\":true}";
        Files.writeString(folder.resolve("settings.json"), newer);
        assertThrows(UnknownVersion.class, file::load);
        assertEquals(newer, Files.readString(folder.resolve("settings.json")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"format\":\"sluice-settings\"}",
                "{\"format\":\"other\",\"version\":1,\"site\":\"s\",\"defaultRecipe\":null,\"destinations\":[]}",
                "{\"format\":\"sluice-settings\",\"version\":\"1\",\"site\":\"s\",\"defaultRecipe\":null,\"destinations\":[]}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":\"s\",\"destinations\":[]}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":null,\"defaultRecipe\":null,\"destinations\":[]}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":\"s\",\"defaultRecipe\":null,\"destinations\":null}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":\"s\",\"site\":\"t\",\"defaultRecipe\":null,\"destinations\":[]}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":\"s\",\"defaultRecipe\":null,\"destinations\":[],\"x\":1}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":\"s\",\"defaultRecipe\":null,\"destinations\":[]} x",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":\"s\",\"defaultRecipe\":null,\"destinations\":[{\"name\":\"a\"}]}",
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":5,\"defaultRecipe\":null,\"destinations\":[]}",
            })
    void aBrokenFileIsRefusedAndLeft(String content) throws IOException {
        Files.writeString(folder.resolve("settings.json"), content);
        assertThrows(BrokenSettings.class, file::load);
        assertEquals(content, Files.readString(folder.resolve("settings.json")));
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        file.save(Settings.initial("s").with(destination("a")));
        byte[] whole = Files.readAllBytes(folder.resolve("settings.json"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.resolve("settings.json"), Arrays.copyOf(whole, length));
            assertThrows(BrokenSettings.class, file::load);
        }
    }

    @Test
    void whatStandsInABrokenFileIsNotInTheMessage() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"format\":\"sluice-settings\",\"version\":1,\"site\":{\"secret\":\"hunter2\"},\"defaultRecipe\":null,\"destinations\":[]}");
        String message = assertThrows(BrokenSettings.class, file::load).getMessage();
        assertFalse(message.contains("hunter2"));
        assertTrue(message.contains("site"));
    }

    @Test
    void namesThatWouldBeAmbiguousAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> destination("a b"));
        assertThrows(IllegalArgumentException.class, () -> destination("-a"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Settings("s", null, List.of(destination("a"), destination("a"))));
    }

    @Test
    void aSaveThatFailsLeavesTheOldFile() throws IOException {
        Settings old = Settings.initial("s");
        file.save(old);
        // the temporary name is taken by something that is not a file
        Files.createDirectories(folder.resolve("settings.json.part/in-the-way"));
        assertThrows(IOException.class, () -> file.save(Settings.initial("t")));
        assertEquals(old, file.load());
    }
}
