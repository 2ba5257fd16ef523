package sluice.transfer.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.FileConnectorConformance;
import sluice.transfer.connector.Site;

/** The folder connector does what every file connector does. */
class FolderConformanceTest extends FileConnectorConformance {
    @TempDir
    Path base;

    @Override
    protected Site newSite() throws IOException {
        return new FolderSite(Files.createDirectory(base.resolve("medium")));
    }

    private static final class FolderSite implements Site {
        private final Path folder;

        FolderSite(Path folder) {
            this.folder = folder;
        }

        @Override
        public Connector connector() {
            return new FolderConnector();
        }

        @Override
        public Map<String, String> options() {
            return Map.of("path", folder.toString());
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Optional<Map<String, String>> readOnly() {
            Path candidate = folder.resolveSibling("read-only");
            try {
                if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                    Files.createDirectory(candidate);
                    Files.setPosixFilePermissions(candidate, PosixFilePermissions.fromString("r-xr-xr-x"));
                }
                // a superuser may write anyway, but not into a file system that is mounted read-only
                for (Path path : new Path[] {candidate, Path.of("/sys")}) {
                    if (Files.isDirectory(path) && !Files.isWritable(path)) {
                        return Optional.of(Map.of("path", path.toString()));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Map<String, String>> full(long bytes) {
            return Optional.empty();
        }

        @Override
        public void makeRoom() {
        }

        @Override
        public Optional<Map<String, String>> cutAfter(long bytes) {
            return Optional.empty();
        }

        @Override
        public void close() {
        }
    }
}
