package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sluice.app.curation.CurationException;

/**
 * One file in, one file out under the name that was asked for: the new file is made in a folder beside its place and
 * renamed when it is complete.
 */
final class SingleFile implements AutoCloseable {
    private static final List<String> ENDINGS = List.of(".dcm", ".dicom", ".ima", ".img", ".nii", ".nii.gz", ".gz");
    private final Path target;
    private final Path folder;

    private SingleFile(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** @return null where the output is a folder */
    static SingleFile of(Path in, Path out) throws CurationException, IOException {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean file = Files.isRegularFile(in) && !Files.isDirectory(out) && ENDINGS.stream().anyMatch(name::endsWith);
        if (!file && !Files.exists(out)) {
            return null;
        }
        if (Files.isRegularFile(out)) {
            throw new CurationException.Refused("the output exists already and is a file; it was left as it is");
        }
        if (!file) {
            return null;
        }
        Files.createDirectories(out.getParent());
        return new SingleFile(out, Files.createTempDirectory(out.getParent(), ".sluice"));
    }

    Path folder() {
        return folder;
    }

    void publish() throws IOException {
        try (Stream<Path> made = Files.walk(folder)) {
            Path only = made.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.move(only, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
