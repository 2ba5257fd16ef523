package sluice.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiled classes don't show: lengths, package pages, the top level. */
final class SourceFilesTest {
    private static final int FAILS = 500;
    private static final int WARNS = 400;
    private final Path top = topFolder();

    @Test
    void noSourceFileIsLongerThan500Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles(Set.of("main", "test"))) {
            long lines;
            try (Stream<String> text = Files.lines(file)) {
                lines = text.count();
            }
            if (lines > FAILS) {
                tooLong.add(top.relativize(file) + ": " + lines);
            } else if (lines > WARNS) {
                System.err.println("warning: " + top.relativize(file) + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void everyPackageHasItsPage() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : javaFiles(Set.of("main"))) {
            if (!Files.exists(file.resolveSibling("package-info.java"))) {
                missing.add(top.relativize(file.getParent()).toString());
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void theTopLevelHoldsTheHouseAndNothingElse() throws IOException {
        Set<String> allowed = Set.of("viewer", "transfer", "app", "packaging", "README.md", "pom.xml", "LICENSE");
        try (Stream<Path> entries = Files.list(top)) {
            assertEquals(List.of(), entries.map(p -> p.getFileName().toString())
                    .filter(n -> !n.startsWith(".") && !n.equals("target") && !n.equals("sluice-demo") && !allowed.contains(n)).sorted().toList());
        }
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        String mark = "@Dis" + "abled";
        for (Path file : javaFiles(Set.of("test"))) {
            assertFalse(Files.readString(file).contains(mark), () -> top.relativize(file).toString());
        }
    }

    private List<Path> javaFiles(Set<String> sets) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("viewer", "transfer", "app")) {
            for (String set : sets) {
                Path root = top.resolve(module).resolve("src").resolve(set).resolve("java");
                if (Files.isDirectory(root)) {
                    try (Stream<Path> all = Files.walk(root)) {
                        all.filter(p -> p.toString().endsWith(".java")).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Path topFolder() {
        Path here = Path.of("").toAbsolutePath();
        while (!(Files.exists(here.resolve("pom.xml")) && Files.isDirectory(here.resolve("app")))) {
            here = here.getParent();
        }
        return here;
    }
}
