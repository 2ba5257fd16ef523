package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;

/** What is refused, and what is not there. */
class GatesTest {

    @TempDir(factory = QuickDisk.class)
    private Path root;

    private World world;
    private List<String> studies;

    @BeforeEach
    void deidentified() throws IOException, InterruptedException {
        world = World.fresh(root);
        world.scan();
        world.deidentify();
        studies = world.studies();
    }

    private void says(String words, int exit, String... args) {
        CapturedRun run = world.ends(exit, args);
        assertTrue(run.err().contains(words), () -> String.join(" ", args) + ": " + run);
        assertEquals("", run.out(), "only results go to standard output");
    }

    @Test
    void whatWasNotCheckedIsNotApprovedAndWhatWasNotApprovedIsNotStaged() throws IOException {
        Map<String, String> before = world.states();
        says("not-checked", 3, "approve", studies.get(0), "--by", "A");
        says("not-approved", 3, "stage", studies.get(0));
        world.check();
        world.run("approve", "--all", "--by", "A");
        says("recognisable-face", 3, "approve", "--all", "--by", "A");
        says("no study is ready", 0, "deidentify", "--all");
        world.approve();
        says("not-ready", 3, "check", studies.get(0));
        assertEquals(before.keySet(), world.states().keySet());
        assertEquals(Map.of(), World.digests(world.workspace.resolve("staging")));
    }

    @Test
    void anApprovalIsVoidOnceTheFilesAreMadeAnew() throws IOException {
        world.check();
        world.approve();
        String study = studies.get(0);
        world.done("deidentify", study);
        assertEquals("DEIDENTIFIED", world.states().get(study));
        JsonNode decisions = world.json("show", study).get("decisions");
        assertFalse(decisions.get(decisions.size() - 1).get("valid").asBoolean(), decisions::toString);
        says("not-approved", 3, "stage", study);
        world.done("check", study);
        says("not-approved", 3, "stage", study);
    }

    @Test
    void whatWasRejectedOrWithdrawnDoesNotLeave() throws IOException {
        world.check();
        world.approve();
        world.done("reject", studies.get(0), "--why", "wrong examination");
        assertEquals("REJECTED", world.states().get(studies.get(0)));
        says("not-approved", 3, "stage", studies.get(0));
        world.stage();
        world.done("withdraw", studies.get(1), "--why", "consent was withdrawn");
        world.send();
        assertEquals("WITHDRAWN", world.states().get(studies.get(1)));
        assertEquals(4, World.digests(world.destination).size(), "neither of the two was sent");

        CapturedRun after = world.done("withdraw", studies.get(2), "--why", "consent was withdrawn");
        assertTrue(after.out().contains("tell the recipient: disk: sluice-"), after::toString);
        assertEquals("WITHDRAWN", world.states().get(studies.get(2)));
        says("cannot become", 3, "withdraw", studies.get(2), "--why", "again");
        says("cannot become", 3, "reject", studies.get(3), "--why", "too late");
        world.send();
        assertEquals("RECEIVED", world.states().get(studies.get(3)));
        assertEquals("WITHDRAWN", world.states().get(studies.get(1)));
        world.done("audit", "verify");
    }

    @Test
    void whatIsNotThereIsAUsageError() throws IOException {
        says("there is no recipe", 2, "deidentify", "--all", "--recipe", "none");
        says("there is no recipe", 2, "run", "--from", world.originals.toString(), "--to", "disk", "--recipe", "none",
                "--approve-by", "no-holds");
        says("there is no such approval policy", 2, "run", "--from", world.originals.toString(), "--to", "disk",
                "--approve-by", "anybody");
        for (String[] verb : new String[][] {{"show"}, {"deidentify"}, {"check"}, {"stage"}, {"approve", "--by", "A"},
            {"reject", "--why", "x"}, {"withdraw", "--why", "x"}}) {
            String[] args = java.util.Arrays.copyOf(verb, verb.length + 1);
            args[verb.length] = "zzzzzzzzzz";
            says("there is no study zzzzzzzzzz", 2, args);
        }
        for (String[] verb : new String[][] {{"destination", "test", "none"}, {"destination", "remove", "none"},
            {"send", "--to", "none"}, {"stage", "--all", "--to", "none"},
            {"run", "--from", world.originals.toString(), "--to", "none", "--approve-by", "no-holds"}}) {
            says("there is no destination none", 2, verb);
        }
        says("there is nothing at", 2, "scan", root.resolve("none").toString());
        says("there is no state", 2, "list", "--state", "GONE");
        says("is no Crypt4GH public key", 2, "destination", "add", "x", "--kind", "folder", "-o", "path=" + root,
                "--recipient", world.originals.resolve("../recipient.sec").normalize().toString());
        says("there is no kind", 2, "destination", "add", "x", "--kind", "pigeon", "--recipient", world.recipientKey(".pub"));
        says("name at least one study", 2, "check");
        says("Unmatched argument", 2, "view", "x");
    }

    @Test
    void aWorkspaceThatIsNotThereOrIsThereAlready() throws IOException {
        Path none = root.resolve("none");
        says("there is no workspace at", 2, "-w", none.toString(), "list");
        assertTrue(Files.notExists(none));
        says("there is a workspace here already", 3, "init");
        says("not empty and holds no workspace", 3, "-w", world.originals.toString(), "init");
        world.environment("SLUICE_WORKSPACE", "");
        says("no workspace is named", 2, "list");
    }

    @Test
    void theWrongPassphraseOpensNothing() throws IOException {
        Path locked = root.resolve("locked");
        world.environment("SLUICE_WORKSPACE", locked.toString());
        world.environment("SLUICE_PASSPHRASE", "correct horse battery");
        world.done("init");
        world.done("list");
        world.environment("SLUICE_PASSPHRASE", "incorrect horse battery");
        Map<String, String> before = World.digests(locked);
        says("passphrase", 4, "list");
        says("passphrase", 4, "scan", world.originals.toString());
        world.environment("SLUICE_PASSPHRASE", "");
        says("passphrase", 4, "list");
        assertEquals(before, World.digests(locked));
        Path file = Files.writeString(root.resolve("secret.txt"), "correct horse battery\nsecond line\n");
        world.done("--passphrase-file", file.toString(), "list");
        says("the passphrase file cannot be read", 2, "--passphrase-file", root.resolve("none").toString(), "list");
        assertFalse(world.said.toString().contains("horse"), "a passphrase was printed");
    }

    @Test
    void withoutItsKeyFileAWorkspaceOpensForNobody() throws IOException {
        world.environment("SLUICE_KEYS", root.resolve("other-keys").toString());
        says("no access", 4, "list");
    }
}
