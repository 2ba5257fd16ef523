package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.cli.CapturedRun;

/**
 * Processes of the command line are killed in the middle of a step, again and again; the same step is then run to its end and
 * the rest of the way after it, and everything is as if nobody had killed anything.
 */
class KilledStepsTest {
    private static final int KILLS_PER_STEP = 8;
    private static final int KILLS_OF_RUN = 5;
    private static final int KILLS_OF_INIT = 5;
    private static final int MISSES = 12;

    @TempDir(factory = QuickDisk.class)
    private Path root;

    private World world;
    private Map<String, String> originals;

    /** A step of the way, by the words that start it. */
    private void step(String[] words) {
        world.done(words);
    }

    @Test
    void aStepThatIsKilledAtAnyMomentIsTakenUpAgain() throws IOException, InterruptedException {
        world = World.fresh(root);
        originals = World.digests(world.originals);
        Map<String, String[]> way = new LinkedHashMap<>();
        way.put("scan", new String[] {"scan", world.originals.toString()});
        way.put("deidentify", new String[] {"deidentify", "--all"});
        way.put("check", new String[] {"check", "--all"});
        way.put("approve", new String[] {"approve", "--all", "--by", "A", "--accept", "recognisable-face"});
        way.put("stage", new String[] {"stage", "--all"});
        way.put("send", new String[] {"send"});
        Map<String, Path> before = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> step : way.entrySet()) {
            before.put(step.getKey(), world.keep(step.getKey()));
            step(step.getValue());
        }
        Ending unbroken = Ending.of(world, originals);
        assertEquals(4, unbroken.studies().size());

        SplittableRandom random = new SplittableRandom(20260214);
        int kills = 0;
        for (String killed : new String[] {"scan", "deidentify", "stage", "send"}) {
            Killer killer = new Killer(world, random.split(), way.get(killed));
            world.restore(before.get(killed));
            killer.measure();
            int misses = 0;
            for (int kill = 0; kill < KILLS_PER_STEP;) {
                world.restore(before.get(killed));
                // every other time the run that takes up is killed as well
                for (int times = 1 + kill % 3 % 2; times > 0; times--) {
                    boolean hit = killer.kill(kill % KILLS_PER_STEP, KILLS_PER_STEP);
                    kill += hit ? 1 : 0;
                    misses += hit ? 0 : 1;
                }
                boolean go = false;
                for (Map.Entry<String, String[]> step : way.entrySet()) {
                    go |= step.getKey().equals(killed);
                    if (go) {
                        step(step.getValue());
                    }
                }
                assertEquals(unbroken, Ending.of(world, originals), killed + " after " + kill + " kills");
                assertTrue(misses < MISSES, "a process could not be hit while it ran: " + killed);
            }
            kills += KILLS_PER_STEP;
        }
        assertTrue(kills >= 30, "kills: " + kills);
    }

    @Test
    void theWholeWayInOneVerbIsTakenUpAgain() throws IOException, InterruptedException {
        world = World.fresh(root);
        originals = World.digests(world.originals);
        String[] run = {"run", "--from", world.originals.toString(), "--to", "disk", "--recipe", "basic", "--approve-by",
            World.ACCEPT};
        Path fresh = world.keep("fresh");
        step(run);
        Ending unbroken = Ending.of(world, originals);
        Killer killer = new Killer(world, new SplittableRandom(7), run);
        world.restore(fresh);
        killer.measure();
        world.restore(fresh);
        // not put back in between: each run takes up what the ones before it left
        int hits = 0;
        for (int kill = 0; kill < KILLS_OF_RUN; kill++) {
            hits += killer.kill(kill, KILLS_OF_RUN) ? 1 : 0;
        }
        step(run);
        assertEquals(unbroken, Ending.of(world, originals));
        assertTrue(hits > 0, "no process was hit while it ran");
    }

    @Test
    void aWorkspaceWhoseMakingIsKilledIsFinished() throws IOException, InterruptedException {
        world = World.bare(root);
        Path nothing = world.keep("nothing");
        Killer killer = new Killer(world, new SplittableRandom(3), "init");
        killer.measure();
        int hits = 0;
        for (int kill = 0; kill < KILLS_OF_INIT; kill++) {
            world.restore(nothing);
            hits += killer.kill(kill, KILLS_OF_INIT) ? 1 : 0;
            CapturedRun again = world.run("init");
            assertTrue(again.exit() == 0 || again.exit() == 3 && again.err().contains("a workspace here already"), again::toString);
            world.scan();
            world.done("audit", "verify");
            assertEquals(4, world.states().size());
        }
        assertTrue(hits > 0, "no process was hit while it ran");
    }
}
