package sluice.transfer.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.bag.ByteProgress;

/** A process that stages without end is killed again and again; whatever has a final name is whole. */
class StagingKillTest {

    private static final int KILLS = 6;

    @TempDir
    private Path root;

    static final class EndlessStager {

        private EndlessStager() {
        }

        public static void main(String[] args) throws IOException {
            Random random = new Random(Long.parseLong(args[1]));
            try (StagingArea area = StagingArea.open(Path.of(args[0]))) {
                // Each progress line is a place to be killed at; a closed pipe ends the process if nobody does.
                for (int i = 0; !System.out.checkError() && i < 1000; i++) {
                    byte[] content = new byte[1 + random.nextInt(3_000_000)];
                    random.nextBytes(content);
                    area.put(new ByteArrayInputStream(content), bytes -> System.out.println(bytes));
                }
            }
        }
    }

    @Test
    void whateverHasAFinalNameIsWhole() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(11);
        int staged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), EndlessStager.class.getName(),
                    root.toString(), Integer.toString(kill)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader lines = process.inputReader()) {
                for (int line = random.nextInt(10, 120); line > 0 && lines.readLine() != null; line--) {
                    staged++;
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertTrue(staged > KILLS, "the processes never began");
        try (StagingArea area = StagingArea.open(root)) {
            assertTrue(area.list().size() > 0);
            for (StagedItem item : area.list()) {
                area.verify(item);
            }
            StagedItem again = area.list().get(0);
            assertEquals(again, area.put(new ByteArrayInputStream(Files.readAllBytes(again.path())), ByteProgress.NONE));
        }
        try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
            assertEquals(0, left.count());
        }
    }
}
