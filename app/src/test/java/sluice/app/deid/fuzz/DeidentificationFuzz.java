package sluice.app.deid.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import sluice.app.deid.Deidentification;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.Recipes;

/** Long runs: {@code DeidentificationFuzz COUNT [FIRST_SEED]}. Ends with 1 at the first crash, leak or input that takes over 20 s. */
public final class DeidentificationFuzz {
    private static final long HANGS_AFTER_MILLIS = 20_000;

    private DeidentificationFuzz() {}

    public static void main(String[] args) throws Exception {
        long count = Long.parseLong(args[0]);
        long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
        Mutator mutator = new Mutator(Seeds.files());
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicLong next = new AtomicLong(first);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker(mutator, next, first + count);
            workers.add(worker);
            worker.start();
        }
        for (Worker worker : workers) {
            while (worker.isAlive()) {
                worker.join(1000);
                for (Worker w : workers) {
                    if (w.isAlive() && System.currentTimeMillis() - w.since > HANGS_AFTER_MILLIS) {
                        System.err.println("input " + w.seed + " hangs");
                        System.exit(1);
                    }
                }
            }
        }
        workers.forEach(w -> System.out.println(w.tallies()));
        System.out.println(count + " inputs from seed " + first + ", none crashed, hung or leaked");
    }

    private static final class Worker extends Thread {
        private final Mutator mutator;
        private final AtomicLong next;
        private final long end;
        private final List<FuzzTarget> targets = new ArrayList<>();
        private volatile long seed;
        private volatile long since = System.currentTimeMillis();

        Worker(Mutator mutator, AtomicLong next, long end) throws Exception {
            this.mutator = mutator;
            this.next = next;
            this.end = end;
            for (String recipe : Recipes.names()) {
                targets.add(new FuzzTarget(Deidentification.of(Recipes.named(recipe),
                        new ProjectSecret(1, "a secret for tests, thirty-two bytes".getBytes(StandardCharsets.US_ASCII)))));
            }
        }

        @Override
        public void run() {
            for (seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
                since = System.currentTimeMillis();
                try {
                    targets.get((int) (seed % targets.size())).run(mutator.input(seed));
                } catch (Exception | Error e) {
                    System.err.println("input " + seed + " with recipe number " + seed % targets.size());
                    e.printStackTrace();
                    System.exit(1);
                }
            }
        }

        private String tallies() {
            StringBuilder s = new StringBuilder();
            for (FuzzTarget target : targets) {
                s.append(target.tally()).append("; ");
            }
            return s.toString();
        }
    }
}
