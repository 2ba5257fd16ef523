package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;
import sluice.app.demo.PlantedList;
import sluice.app.demo.PlantedSearch;

/** What scripts rely on: which verbs there are, what they print where, and what they never print. */
class VerbsTest {
    private static final List<String> VERBS = List.of("demo", "init", "scan", "list", "show", "deidentify", "check", "approve",
            "reject", "withdraw", "stage", "destination add", "destination list", "destination test", "destination remove",
            "send", "status", "audit verify", "audit export", "vault lookup", "vault export", "vault rotate", "vault secret-text", "run",
            "tool info", "tool render", "tool deidentify", "tool validate", "tool nifti", "tool seal", "tool open", "tool keygen");
    private static final List<String> NOT_YET = List.of("deface", "view", "gui",
            "tool deface", "tool annotation");
    /** Objects whose names are data: states and the options of destinations. */
    private static final Set<String> MAPS = Set.of("studies", "options");
    private static final ObjectMapper ONE_DOCUMENT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir(factory = QuickDisk.class)
    private Path root;

    private World world;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        world = World.bare(root);
    }

    private static String[] words(String verb, String... more) {
        return Stream.concat(Stream.of(verb.split(" ")), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void everyVerbShowsAnExampleAndHasAJsonForm() {
        for (String verb : VERBS) {
            CapturedRun help = world.done(words(verb, "--help"));
            assertTrue(help.out().startsWith("Usage: sluice " + verb), help::toString);
            assertTrue(help.out().matches("(?s).*Examples?:\\R.*sluice .*\\b" + verb + "\\b.*"), help::toString);
            assertTrue(help.out().contains("--json"), verb);
            assertEquals("", help.err());
        }
        String all = world.done("--help").out() + world.done("tool", "--help").out();
        for (String verb : VERBS) {
            assertTrue(all.contains("  " + verb.replaceAll("^tool | .*$", "")), verb);
        }
    }

    @Test
    void whatIsNotThereYetIsAbsent() {
        String all = world.done("--help").out() + world.done("tool", "--help").out();
        for (String verb : NOT_YET) {
            CapturedRun run = world.ends(2, words(verb, "x"));
            assertFalse(run.err().contains("\tat "), run::toString);
            assertFalse(all.matches("(?s).*\\R  " + verb.replace("tool ", "") + " .*"), verb);
        }
    }

    @Test
    void jsonIsOneDocumentAndNothingElse() throws IOException, InterruptedException {
        Path sealed = root.resolve("sealed.c4gh");
        Path plain = Files.writeString(root.resolve("plain.txt"), "something");
        List<String> tried = new ArrayList<>();
        json(tried, "init", "--site", "Test");
        json(tried, "destination add", "disk", "--kind", "folder", "-o", "path=" + world.destination, "--recipient",
                world.recipientKey(".pub"));
        json(tried, "destination list");
        json(tried, "destination test", "disk");
        json(tried, "scan", world.originals.toString());
        json(tried, "list");
        json(tried, "deidentify", "--all");
        json(tried, "check", "--all");
        json(tried, "approve", "--all", "--by", "A", "--accept", "recognisable-face");
        json(tried, "show", world.studies().get(0));
        json(tried, "reject", world.studies().get(0), "--why", "x");
        json(tried, "stage", "--all");
        json(tried, "send");
        json(tried, "status");
        json(tried, "withdraw", world.studies().get(1), "--why", "x");
        json(tried, "run", "--from", world.originals.toString(), "--to", "disk", "--approve-by", "no-holds");
        json(tried, "audit verify");
        json(tried, "audit export", root.resolve("audit.jsonl").toString());
        json(tried, "vault lookup", pseudonym());
        json(tried, "vault export", "--out", root.resolve("pairs.csv").toString());
        json(tried, "vault rotate");
        json(tried, "vault secret-text", "--file", Files.writeString(root.resolve("shared.txt"), "the text of all our sites").toString());
        json(tried, "destination remove", "disk");
        json(tried, "tool info", world.originals.toString());
        json(tried, "tool render", world.originals.toString(), "--plane", "coronal", "--out", root.resolve("picture.png").toString());
        json(tried, "tool nifti", world.originals.toString(), "--out", root.resolve("nifti").toString());
        json(tried, "tool validate", world.originals.toString());
        json(tried, "tool deidentify", world.originals.toString(), root.resolve("out").toString(), "--recipe", "basic");
        json(tried, "tool keygen", "--out", root.resolve("another").toString());
        json(tried, "tool seal", plain.toString(), "--to", world.recipientKey(".pub"), "--out", sealed.toString());
        json(tried, "tool open", sealed.toString(), "--key", world.recipientKey(".sec"), "--out", root.resolve("again").toString());
        assertEquals(List.of("demo"), VERBS.stream().filter(v -> !tried.contains(v)).toList());
        secrets();
    }

    private String pseudonym() throws IOException {
        for (String study : world.studies()) { // a NIfTI file has no patient
            String subject = world.json("show", study).at("/study/subject").asText();
            if (!subject.isEmpty()) {
                return subject;
            }
        }
        throw new AssertionError("no study has a patient");
    }

    private void json(List<String> tried, String verb, String... args) throws IOException {
        tried.add(verb);
        CapturedRun run = world.run(Stream.of(words(verb, args), new String[] {"--json"}).flatMap(Arrays::stream)
                .toArray(String[]::new));
        assertTrue(run.exit() <= 1, () -> verb + ": " + run);
        JsonNode document = ONE_DOCUMENT.readTree(run.out());
        assertTrue(document.isContainerNode(), () -> verb + ": " + run);
        names(verb, document);
    }

    private static void names(String where, JsonNode node) {
        node.fields().forEachRemaining(field -> {
            if (!MAPS.contains(where)) {
                assertTrue(field.getKey().matches("[a-z][a-zA-Z0-9]*"), where + " has " + field.getKey());
            }
            names(field.getKey(), field.getValue());
        });
        if (node.isArray()) {
            node.forEach(item -> names("", item));
        }
    }

    private void secrets() throws IOException {
        for (Path secret : List.of(Path.of(world.recipientKey(".sec")), root.resolve("another.sec"))) {
            String key = Files.readAllLines(secret).get(1);
            assertFalse(world.said.toString().contains(key), "a secret key was printed");
        }
        assertFalse(world.said.toString().contains("\tat "), "a stack trace was printed");
    }

    @Test
    void noVerbPrintsWhatIdentifies() throws IOException, InterruptedException {
        String name = world.planted.values(PlantedList.Kind.NAME).filter(n -> n.matches("[A-Za-z^ ]{6,}")).findFirst()
                .orElseThrow().replace('^', '_');
        Files.writeString(world.originals.resolve(name + ".txt"), "a letter that lies beside the images");
        world.done("init");
        world.done("destination", "add", "disk", "--kind", "folder", "-o", "path=" + world.destination, "--recipient",
                world.recipientKey(".pub"));
        world.scan();
        world.scan();
        world.deidentify();
        world.check();
        world.run("approve", "--all", "--by", "A");
        world.approve();
        world.stage();
        world.send();
        for (String verb : List.of("list", "status", "audit verify", "destination list", "destination test disk", "send")) {
            world.done(words(verb));
            if (!verb.equals("send")) {
                world.done(words(verb, "--json"));
            }
        }
        for (String study : world.studies()) {
            world.done("show", study);
            world.done("show", study, "--json");
        }
        world.done("withdraw", world.studies().get(0), "--why", "x");
        Path out = root.resolve("out");
        world.done("tool", "deidentify", world.originals.toString(), out.toString(), "--recipe", "basic", "--report",
                root.resolve("report.json").toString(), "--json");
        PlantedSearch everything = new PlantedSearch(world.planted);
        assertEquals(List.of(), everything.search(world.said.toString().getBytes(StandardCharsets.UTF_8), Path.of("said")));
        for (Path place : List.of(world.workspace, world.destination, out, root.resolve("report.json"), root.resolve("tmp"))) {
            assertEquals(List.of(), everything.search(place), place.getFileName().toString());
        }
        // the instance's own UIDs are what this is asked for, and a path that was given comes back
        PlantedSearch people = new PlantedSearch(new PlantedList(world.planted.planted().stream()
                .filter(p -> p.kind() != PlantedList.Kind.UID).toList()));
        StringBuilder facts = new StringBuilder();
        Path image = root.resolve("image");
        for (String file : World.digests(world.originals).keySet()) {
            Files.copy(world.originals.resolve(file), image, StandardCopyOption.REPLACE_EXISTING);
            for (String verb : List.of("tool info", "tool validate")) {
                facts.append(world.run(words(verb, image.toString()))).append(world.run(words(verb, image.toString(), "--json")));
            }
        }
        Path nifti = root.resolve("nifti");
        facts.append(world.run("tool", "nifti", world.originals.toString(), "--out", nifti.toString(), "--json"));
        assertTrue(Files.exists(nifti.resolve("volume-001.json")));
        assertEquals(List.of(), everything.search(nifti));
        assertEquals(List.of(), people.search(facts.toString().getBytes(StandardCharsets.UTF_8), Path.of("facts")));
    }

    @Test
    void theCommandLineLoadsNoWindowAndSaysNothingUnasked() throws IOException, InterruptedException {
        assertTrue(System.getProperty("java.class.path").contains("javafx"), "JavaFX could be loaded");
        Path launcher = Path.of("src", "launcher", "bin", "sluice");
        List<String> flags = new ArrayList<>(Arrays.stream(Files.readString(top().resolve("app").resolve(launcher)).split("\\s+"))
                .filter(w -> w.matches("-X.*|--enable.*")).filter(w -> !w.contains("GC")).toList());
        assertTrue(flags.contains("--enable-native-access=ALL-UNNAMED"), flags::toString);
        assertTrue(Files.readString(top().resolve("app").resolve(launcher + ".bat")).contains("--enable-native-access=ALL-UNNAMED"));
        Path log = root.resolve("classes.log");
        flags.add("-Xlog:class+load:file=" + log);
        world.done("init");
        world.done("destination", "add", "disk", "--kind", "folder", "-o", "path=" + world.destination, "--recipient",
                world.recipientKey(".pub"));
        for (String[] verb : new String[][] {{"--help"}, {"tool", "info", world.originals.toString()},
            {"run", "--from", world.originals.toString(), "--to", "disk", "--approve-by", World.ACCEPT}}) {
            CapturedRun run = world.forked(flags, verb);
            assertEquals(0, run.exit(), run::toString);
            assertEquals("", run.err());
            Set<String> loaded = new TreeSet<>();
            Files.readAllLines(log).forEach(line -> loaded.add(line.replaceAll("^(\\[[^]]*\\])+ (\\S+) .*$", "$2")));
            assertTrue(loaded.contains("sluice.app.Main"), "the log names the classes");
            assertEquals(List.of(), loaded.stream().filter(c -> c.startsWith("javafx.") || c.startsWith("com.sun.javafx.")).toList());
        }
    }

    @Test
    void aSecondProcessMayLookButNotWrite() throws IOException, InterruptedException {
        world.done("init");
        try (var held = sluice.app.catalogue.WorkspaceLock.acquire(world.workspace)) {
            for (String[] verb : new String[][] {{"list"}, {"status"}, {"audit", "verify"}, {"destination", "list"}}) {
                assertEquals(0, world.forked(List.of(), verb).exit(), verb[0]);
            }
            for (String[] verb : new String[][] {{"send"}, {"scan", world.originals.toString()}}) {
                CapturedRun second = world.forked(List.of(), verb);
                assertEquals(3, second.exit(), second::toString);
                assertTrue(second.err().contains("in use by process " + ProcessHandle.current().pid()), second::toString);
                assertEquals("", second.out());
            }
        }
        assertEquals(0, world.forked(List.of(), "scan", world.originals.toString()).exit());
    }

    private static Path top() {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (!Files.exists(folder.resolve("pom.xml")) || !Files.isDirectory(folder.resolve("app"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
