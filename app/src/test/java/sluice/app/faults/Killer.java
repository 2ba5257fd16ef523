package sluice.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Runs a verb in a process of its own and ends it with SIGKILL at a random moment of its work. The work begins when the
 * process has taken the workspace's lock, and lasts as long as the longest run that came to its end took from there.
 */
final class Killer {
    private static final int SIGKILLED = 137;
    private final World world;
    private final SplittableRandom random;
    private final String[] verb;
    private long workNanos;

    Killer(World world, SplittableRandom random, String... verb) {
        this.world = world;
        this.random = random;
        this.verb = verb;
    }

    /** Lets the verb come to its end once, and measures it. */
    void measure() throws IOException, InterruptedException {
        Process process = start();
        long begun = waitForWork(process);
        int exit = process.waitFor();
        workNanos = System.nanoTime() - begun;
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", verb) + " ended with " + exit);
        }
    }

    /**
     * @param part which of the parts of the work the moment lies in, from 0
     * @return whether a running process was hit
     */
    boolean kill(int part, int parts) throws IOException, InterruptedException {
        Process process = start();
        try {
            long begun = waitForWork(process);
            long delay = (long) (workNanos * (part + random.nextDouble()) / parts);
            boolean ended = process.waitFor(begun + delay - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (ended) {
                workNanos = Math.max(1, Math.min(workNanos, System.nanoTime() - begun)); // this machine has become faster
            }
        } finally {
            process.destroyForcibly();
        }
        return process.waitFor() == SIGKILLED;
    }

    private Process start() throws IOException {
        Files.deleteIfExists(lock());
        world.clearTemporary(); // a killed process leaves its copy of the database library there
        return world.process(List.of(), verb).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Path lock() {
        return world.workspace.resolve("workspace.lock");
    }

    private long waitForWork(Process process) throws InterruptedException {
        while (!Files.exists(lock()) && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
        return System.nanoTime();
    }
}
