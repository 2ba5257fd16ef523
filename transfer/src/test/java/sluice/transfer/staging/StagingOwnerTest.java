package sluice.transfer.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.bag.Measured;

class StagingOwnerTest {

    @TempDir
    private Path root;

    /** Writes for ever, or until it is killed; says so once it has begun. */
    static final class EndlessWriter {

        private EndlessWriter() {
        }

        public static void main(String[] args) throws IOException {
            try (StagingArea area = StagingArea.open(Path.of(args[0])); StagingWriter writer = area.begin()) {
                writer.write(new byte[100_000]);
                System.out.println("begun");
                System.out.flush();
                // Ends when the parent goes away without having killed it.
                while (System.in.read() >= 0) {
                    writer.write(new byte[1]);
                }
            }
        }
    }

    private Process startWriter() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), EndlessWriter.class.getName(), root.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private List<String> temporaries() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("tmp"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).toList();
        }
    }

    @Test
    void whatAKilledProcessLeftGoesAndWhatALivingOneWritesStays() throws IOException, InterruptedException {
        Process process = startWriter();
        try {
            assertEquals("begun", process.inputReader().readLine());
            StagingArea.open(root).close();
            assertEquals(1, temporaries().size());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertEquals(1, temporaries().size());
        try (StagingArea area = StagingArea.open(root)) {
            assertEquals(List.of(), temporaries());
            assertEquals(List.of(), area.list());
        }
    }

    @Test
    void twoStoresOfOneProcessLeaveEachOtherAlone() throws IOException {
        try (StagingArea one = StagingArea.open(root); StagingWriter writer = one.begin()) {
            writer.write(7);
            StagingArea.open(root).close();
            StagedItem item = writer.commit(Measured.of(new byte[] {7}));
            assertTrue(Files.exists(item.path()));
        }
        try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatAnEarlierProcessOfTheSameNumberLeftGoesToo() throws IOException {
        Path tmp = Files.createDirectories(root.resolve("tmp"));
        String earlier = ProcessHandle.current().pid() + "-12345-00000000-0000-0000-0000-000000000000";
        Files.createFile(tmp.resolve(earlier + ".lock"));
        Path file = Files.createFile(tmp.resolve(earlier + "-0"));
        Path strange = Files.createFile(tmp.resolve("notes.txt"));
        StagingArea.open(root).close();
        assertFalse(Files.exists(file));
        assertTrue(Files.exists(strange));
    }
}
