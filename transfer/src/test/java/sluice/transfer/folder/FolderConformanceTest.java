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
import sluice.transfer.connector.SmallDisk;

/** The folder connector does what every file connector does. Real small and read-only disks come from {@code .ci/sshd}. */
class FolderConformanceTest extends FileConnectorConformance {
    @TempDir
    Path base;

    @Override
    protected Site newSite() throws IOException {
        return new FolderSite(Files.createTempDirectory(SmallDisk.root().orElse(base), "medium"), base);
    }

    private static final class FolderSite implements Site {
        private final Path folder;
        private final Path base;
        private SmallDisk disk;

        FolderSite(Path folder, Path base) {
            this.folder = folder;
            this.base = base;
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

        /** A superuser may write into any folder, but not into a file system that is mounted read-only. */
        @Override
        public Optional<Map<String, String>> readOnly() {
            Path candidate = base.resolve("read-only");
            try {
                if (Files.getFileStore(base).supportsFileAttributeView("posix")) {
                    Files.createDirectory(candidate, PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("r-xr-xr-x")));
                    if (!Files.isWritable(candidate)) {
                        return Optional.of(Map.of("path", candidate.toString()));
                    }
                }
                return Optional.ofNullable(System.getenv("SLUICE_READONLY_FS")).map(path -> Map.of("path", path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Map<String, String>> full(long bytes) {
            if (SmallDisk.root().isEmpty()) {
                return Optional.empty();
            }
            try {
                disk = SmallDisk.fill(folder, bytes);
                return Optional.of(options());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void makeRoom() {
            try {
                if (disk != null) {
                    disk.makeRoom();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Map<String, String>> cutAfter(long bytes) {
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            makeRoom();
            SmallDisk.remove(folder);
        }
    }
}
