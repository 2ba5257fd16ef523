package sluice.app.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.app.TestServices;
import sluice.app.cli.CapturedRun;

/** A workspace with copies of phantom studies as originals and a folder as destination, worked through the command line. */
final class Ward {
    private static final ObjectMapper JSON = new ObjectMapper();
    final Path root;
    final Path originals;
    private final Map<String, String> environment;

    /** @param phantoms folders with one study each, as many as are wanted */
    Ward(Path root, List<Path> phantoms) throws IOException {
        this.root = root;
        originals = Files.createDirectories(root.resolve("originals"));
        environment = Map.of("SLUICE_KEYS", root.resolve("keys").toString(), "SLUICE_WORKSPACE", root.resolve("workspace").toString());
        for (int i = 0; i < phantoms.size(); i++) {
            Path folder = Files.createDirectories(originals.resolve("study" + i));
            try (Stream<Path> files = Files.walk(phantoms.get(i))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        run(0, "tool", "keygen", "--out", key("first"));
        run(0, "init");
        run(0, "destination", "add", "disk", "--kind", "folder", "-o", "path=" + place("disk"), "--recipient", key("first") + ".pub");
    }

    String key(String name) {
        return root.resolve(name).toString();
    }

    Path place(String destination) throws IOException {
        return Files.createDirectories(root.resolve("to-" + destination));
    }

    CapturedRun run(int exit, String... args) {
        CapturedRun run = CapturedRun.of(TestServices.of(environment), environment, args);
        assertEquals(exit, run.exit(), () -> String.join(" ", args) + ": " + run);
        return run;
    }

    void approved() {
        run(0, "scan", originals.toString());
        run(0, "deidentify", "--all");
        run(0, "check", "--all");
        run(0, "approve", "--all", "--by", "A. Radiologist", "--accept", "recognisable-face");
    }

    void again(String study) {
        run(0, "deidentify", study);
        run(0, "check", study);
    }

    JsonNode json(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        return JSON.readTree(CapturedRun.of(TestServices.of(environment), environment, all.toArray(String[]::new)).out());
    }

    List<String> studies() throws IOException {
        List<String> handles = new ArrayList<>();
        json("list").forEach(row -> handles.add(row.get("handle").asText()));
        return handles;
    }

    String state(String study) throws IOException {
        return json("show", study).at("/study/state").asText();
    }

    /** The files of a study's originals. */
    List<Path> files(int study) throws IOException {
        return list(originals.resolve("study" + study));
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
