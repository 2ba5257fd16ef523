package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;

/** Destinations that are away, are somebody else, or have other plans; what was staged waits and is sent once. */
class DestinationFaultsTest {

    @TempDir(factory = QuickDisk.class)
    private Path root;

    private World world;

    @BeforeEach
    void approved() throws IOException, InterruptedException {
        world = World.fresh(root);
        world.scan();
        world.deidentify();
        world.check();
        world.approve();
    }

    private Set<String> states() throws IOException {
        return new TreeSet<>(world.states().values());
    }

    private void addServer(Server server, KeyPair hostKey) {
        world.done("destination", "add", "server", "--kind", "sftp", "-o", "host=127.0.0.1", "-o", "port=" + server.port(),
                "-o", "user=sluice", "-o", "key-file=" + server.keyFile(), "-o", "host-key=" + Server.fingerprint(hostKey),
                "-o", "path=/incoming", "--evidence", "read-back", "--recipient", world.recipientKey(".pub"));
        world.done("stage", "--all", "--to", "server");
    }

    @Test
    void aServerThatIsAwayGetsEverythingWhenItIsBack() throws IOException, GeneralSecurityException {
        KeyPair hostKey = Server.key();
        try (Server server = new Server(root.resolve("far"))) {
            addServer(server, hostKey);
            CapturedRun away = world.ends(4, "send");
            assertTrue(away.err().contains("cannot be reached"), away::toString);
            world.ends(4, "destination", "test", "server");
            assertEquals(Set.of("QUEUED"), states());
            for (JsonNode delivery : world.json("status").get("deliveries")) {
                assertEquals("FAILED", delivery.get("state").asText());
                assertTrue(delivery.get("nextAttempt").asText().matches("20[0-9-]*T[0-9:.]*Z"), delivery::toString);
            }
            server.start(hostKey);
            world.done("destination", "test", "server");
            world.send();
            assertEquals(Set.of("RECEIVED"), states());
            assertEquals(8, World.digests(server.incoming()).size());
        }
    }

    @Test
    void anotherHostKeyGetsNothing() throws IOException, GeneralSecurityException {
        KeyPair pinned = Server.key();
        KeyPair shown = Server.key();
        try (Server server = new Server(root.resolve("far"))) {
            addServer(server, pinned);
            server.start(shown);
            CapturedRun changed = world.ends(4, "send");
            assertTrue(changed.err().contains("identity has changed"), changed::toString);
            assertTrue(changed.err().contains(Server.fingerprint(pinned)), changed::toString);
            assertTrue(changed.err().contains(Server.fingerprint(shown)), changed::toString);
            CapturedRun test = world.ends(4, "destination", "test", "server");
            assertTrue(test.out().contains(Server.fingerprint(shown)), test::toString);
            assertEquals(Map.of(), World.digests(server.incoming()));
            assertEquals(Set.of("QUEUED"), states());
            server.close();
            server.start(pinned);
            world.send();
            assertEquals(Set.of("RECEIVED"), states());
        }
    }

    @Test
    void anotherUserKeyGetsNothing() throws IOException, GeneralSecurityException {
        KeyPair hostKey = Server.key();
        try (Server server = new Server(root.resolve("far")); Server other = new Server(root.resolve("elsewhere").resolve("far"))) {
            addServer(server, hostKey);
            server.start(hostKey);
            byte[] right = Files.readAllBytes(server.keyFile());
            Files.write(server.keyFile(), Files.readAllBytes(other.keyFile()));
            CapturedRun refused = world.ends(4, "send");
            assertTrue(refused.err().contains("Not authenticated"), refused::toString);
            assertEquals(Set.of("QUEUED"), states());
            Files.write(server.keyFile(), right);
            world.send();
            assertEquals(Set.of("RECEIVED"), states());
        }
    }

    @Test
    void aFolderThatIsAwayGetsEverythingWhenItIsBack() throws IOException {
        world.stage();
        Files.delete(world.destination);
        CapturedRun away = world.ends(4, "send");
        assertTrue(away.err().contains("cannot be reached"), away::toString);
        assertTrue(Files.notExists(world.destination), "a folder that is away is not made: it may be a mount point");
        Files.createDirectory(world.destination);
        world.send();
        assertEquals(Set.of("RECEIVED"), states());
    }

    @Test
    void otherContentUnderTheNameIsLeftAlone() throws IOException {
        world.stage();
        JsonNode item = world.json("status").get("deliveries").get(0).get("items").get(0);
        Path taken = world.destination.resolve(item.get("remoteName").asText());
        Files.writeString(taken, "somebody else's");
        CapturedRun conflict = world.ends(1, "send");
        assertTrue(conflict.err().contains("Different content already stands"), conflict::toString);
        assertEquals("somebody else's", Files.readString(taken));
        assertEquals(Set.of("QUEUED", "RECEIVED"), states());
        Files.delete(taken);
        world.send();
        assertEquals(Set.of("RECEIVED"), states());
    }

    @Test
    void aStagedFileThatWasTamperedWithIsNotSent() throws IOException {
        world.stage();
        JsonNode delivery = world.json("status").get("deliveries").get(0);
        JsonNode item = delivery.get("items").get(0);
        Path staged = world.workspace.resolve("staging").resolve("sealed").resolve(item.get("sha256").asText());
        FaultyFile.flip(staged, Files.size(staged) / 2);
        CapturedRun tampered = world.ends(1, "send");
        assertTrue(tampered.err().contains("has changed since it was sealed"), tampered::toString);
        assertTrue(Files.notExists(world.destination.resolve(item.get("remoteName").asText())));
        assertEquals(6, World.digests(world.destination).size(), "the others arrived whole, and nothing else is there");
        assertEquals("QUEUED", world.states().get(delivery.get("study").asText()));
    }

    @Test
    void aStagedFileThatIsGoneIsSaidToBeGone() throws IOException {
        world.stage();
        JsonNode delivery = world.json("status").get("deliveries").get(0);
        Path staged = world.workspace.resolve("staging").resolve("sealed")
                .resolve(delivery.get("items").get(0).get("sha256").asText());
        Files.setPosixFilePermissions(staged, PosixFilePermissions.fromString("rw-------"));
        Files.delete(staged);
        CapturedRun gone = world.ends(1, "send");
        assertTrue(gone.err().contains("gone or cannot be read"), gone::toString);
        assertEquals("QUEUED", world.states().get(delivery.get("study").asText()));
        assertEquals(6, World.digests(world.destination).size());
    }

    @Test
    void aDestinationWithOpenDeliveriesStays() throws IOException {
        world.stage();
        CapturedRun refused = world.ends(3, "destination", "remove", "disk");
        assertTrue(refused.err().contains("not done yet"), refused::toString);
        assertEquals(1, world.json("destination", "list").size());
        world.send();
        world.done("destination", "remove", "disk");
        assertEquals(0, world.json("destination", "list").size());
        assertEquals(Set.of("RECEIVED"), states());
    }
}
