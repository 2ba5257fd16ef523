package sluice.app.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import sluice.app.audit.AuditDraft;

/** What the tests run in a process of its own. Says on standard output what it has done for certain. */
public final class OtherProcess {

    static final Artefact.Recipe RECIPE = new Artefact.Recipe("basic-1", "ab".repeat(32));

    private OtherProcess() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "hold" -> hold(folder);
            case "race" -> race(folder);
            case "work" -> work(folder, Long.parseLong(args[2]), Integer.parseInt(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static Process start(List<String> before, Object... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(OtherProcess.class.getName());
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void say(Object line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void hold(Path folder) throws IOException {
        try (WorkspaceLock lock = WorkspaceLock.acquire(folder)) {
            say("held");
            System.in.read();
        }
        say("released");
    }

    private static void race(Path folder) throws IOException {
        try (Catalogue catalogue = TestCatalogue.files().open(folder.resolve("catalogue.db"), TestCatalogue.KEY)) {
            say("ready");
            System.in.read();
            say(race(catalogue));
        }
    }

    /** Tries to move every study; returns how many it was the one to move. */
    static int race(Catalogue catalogue) {
        int won = 0;
        for (StudyRow row : catalogue.read(v -> v.studies().page(StudyQuery.all(1000))).rows()) {
            try {
                catalogue.commit(
                        TestCatalogue.SCAN,
                        c -> c.studies().move(row.id(), Set.of(StudyState.FOUND), StudyState.CATALOGUED));
                won++;
            } catch (StaleState e) {
                // the other one was first
            }
        }
        return won;
    }

    /** Works without end, halting the process after so many steps inside transactions; negative: never. */
    private static void work(Path folder, long seed, int stepsToHalt) {
        SplittableRandom random = new SplittableRandom(seed);
        Steps steps = new Steps(stepsToHalt);
        try (Catalogue catalogue = TestCatalogue.files().open(folder.resolve("catalogue.db"), TestCatalogue.KEY)) {
            say("ready");
            for (int i = 0; ; i++) {
                String key = seed + "." + i;
                catalogue.commitRepeatable(TestCatalogue.SCAN, c -> {
                    steps.step();
                    RecordResult result = c.sources().record(TestCatalogue.series(key, random.nextInt(1, 40)));
                    steps.step();
                    return result;
                });
                StudyId study = catalogue.read(v -> v.studies().byStudyKey(key)).orElseThrow().id();
                oneStudy(catalogue, study, steps);
            }
        } catch (StorageFailure e) {
            say("failed " + e.reason());
        }
    }

    private static void oneStudy(Catalogue catalogue, StudyId study, Steps steps) {
        AuditDraft draft = TestCatalogue.SCAN.about(study.handle());
        Artefact clean = catalogue.commit(draft, c -> c.artefacts().begin(study, ArtefactStep.DEIDENTIFIED, RECIPE));
        List<ArtefactFile> files = TestCatalogue.output(study.handle(), 30);
        Artefact done = catalogue.commit(draft, c -> {
            c.studies().move(study, Set.of(StudyState.FOUND), StudyState.DEIDENTIFIED);
            steps.step();
            Artefact complete = c.artefacts().complete(clean.id(), files);
            steps.step();
            return complete;
        });
        catalogue.commit(draft, c -> {
            c.decisions().approve(study, "Dr A", "", done.content().setDigest().orElseThrow());
            steps.step();
            return c.studies().move(study, Set.of(StudyState.DEIDENTIFIED), StudyState.APPROVED);
        });
        catalogue.commit(draft, c -> {
            Artefact pack = c.artefacts().begin(study, ArtefactStep.PACKAGED, RECIPE);
            c.artefacts().complete(pack.id(), TestCatalogue.output("p", 1));
            steps.step();
            c.studies().move(study, Set.of(StudyState.APPROVED), StudyState.QUEUED);
            steps.step();
            return c.deliveries().enqueue(pack.id(), "repository");
        });
        say("done " + study.handle());
    }

    private static final class Steps {
        private int left;

        Steps(int left) {
            this.left = left;
        }

        void step() {
            if (left-- == 0) {
                Runtime.getRuntime().halt(9);
            }
        }
    }
}
