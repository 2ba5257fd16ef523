package sluice.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.TestServices;

/** Where a passphrase comes from, and what is said when a workspace cannot be opened or made. */
class PassphraseTest {
    @TempDir
    Path temp;

    private CapturedRun run(Map<String, String> environment, String... args) {
        return CapturedRun.of(TestServices.of(environment), environment, args);
    }

    @ParameterizedTest
    @CsvSource({"'secret words\n'", "'secret words\r\nsecond'", "'\uFEFFsecret words'"})
    void firstLineOfTheFileIsThePassphrase(String content) throws Exception {
        String file = Files.writeString(temp.resolve("file"), content).toString();
        String workspace = temp.resolve("workspace").toString();
        assertEquals(0, run(Map.of("SLUICE_PASSPHRASE", "secret words"), "-w", workspace, "init").exit());
        assertEquals(0, run(Map.of(), "-w", workspace, "--passphrase-file", file, "list").exit());
        assertEquals(4, run(Map.of("SLUICE_PASSPHRASE", "secret word"), "-w", workspace, "list").exit());
        assertEquals(4, run(Map.of(), "-w", workspace, "list").exit());
    }

    @Test
    void emptyPassphraseProtectsNothing() throws Exception {
        String empty = Files.writeString(temp.resolve("empty"), "\nsecond line").toString();
        Path workspace = temp.resolve("workspace");
        assertEquals(2, run(Map.of(), "-w", workspace.toString(), "--passphrase-file", empty, "init").exit());
        assertEquals(2, run(Map.of(), "--passphrase-file", empty, "tool", "keygen", "--out", temp.resolve("key").toString()).exit());
        assertFalse(Files.exists(workspace));
        assertFalse(Files.exists(temp.resolve("key.sec")));
    }

    @Test
    void keyFolderThatCannotBeMadeIsNamedAndTheSameCommandGoesOn() throws Exception {
        Path file = Files.createFile(temp.resolve("no-folder"));
        String workspace = temp.resolve("workspace").toString();
        CapturedRun run = run(Map.of("SLUICE_KEYS", file.resolve("keys").toString()), "-w", workspace, "init");
        assertTrue(run.exit() == 1 || run.exit() == 3, run::toString);
        assertFalse(run.err().contains("internal"), run::toString);
        assertEquals(0, run(Map.of("SLUICE_KEYS", temp.resolve("keys").toString()), "-w", workspace, "init").exit());
        assertEquals(3, run(Map.of("SLUICE_KEYS", temp.resolve("keys").toString()), "-w", workspace, "init").exit());
    }

    @Test
    void workspaceWithoutItsKeysIsNoInternalError() throws Exception {
        Map<String, String> environment = Map.of("SLUICE_KEYS", temp.resolve("keys").toString());
        String workspace = temp.resolve("workspace").toString();
        assertEquals(2, run(environment, "-w", workspace, "list").exit());
        assertEquals(2, run(environment, "list").exit());
        assertEquals(0, run(environment, "-w", workspace, "init").exit());
        assertEquals(4, run(Map.of("SLUICE_KEYS", temp.resolve("others").toString()), "-w", workspace, "list").exit());
        Files.delete(temp.resolve("workspace/keys/vault.json"));
        assertEquals(4, run(environment, "-w", workspace, "list").exit());
    }
}
