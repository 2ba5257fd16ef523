package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.app.Main;
import sluice.app.TestServices;
import sluice.app.cli.CapturedRun;
import sluice.app.demo.PlantedList;
import sluice.app.demo.PlantedStudies;
import sluice.app.demo.Size;
import sluice.transfer.bag.Measured;

/** Phantom studies, a workspace, a recipient and a folder as destination, all below one folder, and verbs that run on them. */
final class World {
    static final String ACCEPT = "accept:recognisable-face";
    private static final ObjectMapper JSON = new ObjectMapper();
    final Path root;
    final Path originals;
    final Path workspace;
    final Path destination;
    final PlantedList planted;
    private final Map<String, String> environment = new HashMap<>();

    /** Everything that verbs said in this process, for searches. */
    final StringBuilder said = new StringBuilder();

    private World(Path root) throws IOException, InterruptedException {
        this.root = root;
        originals = root.resolve("originals");
        workspace = root.resolve("place").resolve("workspace");
        destination = root.resolve("place").resolve("destination");
        planted = PlantedStudies.write(originals, Size.SMALL);
        environment.put("SLUICE_KEYS", root.resolve("keys").toString());
        environment.put("SLUICE_WORKSPACE", workspace.toString());
        Files.createDirectories(destination);
        Files.createDirectories(root.resolve("tmp"));
    }

    /** With phantom studies and a recipient, but no workspace. */
    static World bare(Path root) throws IOException, InterruptedException {
        World world = new World(root);
        world.done("tool", "keygen", "--out", root.resolve("recipient").toString());
        return world;
    }

    /** With a workspace and the destination {@code disk}. */
    static World fresh(Path root) throws IOException, InterruptedException {
        World world = bare(root);
        world.done("init", "--site", "Test site");
        world.done("destination", "add", "disk", "--kind", "folder", "-o", "path=" + world.destination, "--recipient",
                world.recipientKey(".pub"));
        return world;
    }

    String recipientKey(String ending) {
        return root.resolve("recipient" + ending).toString();
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Runs a verb inside this process. */
    CapturedRun run(String... args) {
        CapturedRun run = CapturedRun.of(TestServices.of(environment), environment, args);
        said.append(run.out()).append(run.err());
        return run;
    }

    /** Runs a verb that has to end well. */
    CapturedRun done(String... args) {
        return ends(0, args);
    }

    /** Runs a verb that has to end with this exit code. */
    CapturedRun ends(int exit, String... args) {
        CapturedRun run = run(args);
        assertEquals(exit, run.exit(), () -> String.join(" ", args) + ": " + run);
        return run;
    }

    /** What a verb prints with {@code --json}. */
    JsonNode json(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        CapturedRun run = run(all.toArray(String[]::new));
        JsonNode document = JSON.readTree(run.out());
        assertTrue(document.isContainerNode(), () -> String.join(" ", all) + ": " + run);
        return document;
    }

    void scan() {
        done("scan", originals.toString());
    }

    void deidentify() {
        done("deidentify", "--all");
    }

    void check() {
        done("check", "--all");
    }

    void approve() {
        done("approve", "--all", "--by", "A. Radiologist", "--accept", "recognisable-face");
    }

    void stage() {
        done("stage", "--all");
    }

    void send() {
        done("send");
    }

    /** Handles of the studies in the work list. */
    List<String> studies() throws IOException {
        List<String> handles = new ArrayList<>();
        json("list").forEach(row -> handles.add(row.get("handle").asText()));
        return handles;
    }

    /** State by handle. */
    Map<String, String> states() throws IOException {
        Map<String, String> states = new TreeMap<>();
        json("list").forEach(row -> states.put(row.get("handle").asText(), row.get("state").asText()));
        return states;
    }

    /** A process of the command line, not started yet. */
    ProcessBuilder process(List<String> flags, String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx256m", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + root.resolve("tmp")));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SLUICE_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a verb in a process of its own. */
    CapturedRun forked(List<String> flags, String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile(root.resolve("tmp"), "out", ".txt");
        Path err = Files.createTempFile(root.resolve("tmp"), "err", ".txt");
        Process process = process(flags, args).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        return new CapturedRun(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    void clearTemporary() throws IOException {
        delete(root.resolve("tmp"));
        Files.createDirectory(root.resolve("tmp"));
    }

    /** Keeps the workspace and the destination as they are now. */
    Path keep(String name) throws IOException {
        Path kept = root.resolve("kept").resolve(name);
        copy(root.resolve("place"), kept);
        return kept;
    }

    /** Puts the workspace and the destination back. */
    void restore(Path kept) throws IOException {
        delete(root.resolve("place"));
        copy(kept, root.resolve("place"));
    }

    /** SHA-256 by name relative to the folder. */
    static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), Measured.of(file).digest().hex());
            }
        }
        return digests;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
