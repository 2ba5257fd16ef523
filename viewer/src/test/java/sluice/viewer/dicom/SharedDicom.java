package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the shared test data, or skips with a reason; with SLUICE_REQUIRE_DATA=1 its absence fails. */
public final class SharedDicom {
    private SharedDicom() {}

    /** The folder that holds the folder {@code dicom}. */
    public static Path root() {
        Path data = configured();
        if (data != null && Files.isDirectory(data.resolve("dicom"))) {
            return data;
        }
        if ("1".equals(System.getenv("SLUICE_REQUIRE_DATA"))) {
            fail("the shared test data is required here and was not found");
        }
        return Assumptions.abort("skipped: no shared test data (set sluice.data)");
    }

    public static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root().resolve("dicom"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path configured() {
        String named = System.getProperty("sluice.data", System.getenv("SLUICE_DATA"));
        if (named != null) {
            return Path.of(named);
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.exists(p.resolve("pom.xml")) && Files.isDirectory(p.resolve("app"))) {
                return p.resolveSibling("shared").resolve("data");
            }
        }
        return null;
    }
}
