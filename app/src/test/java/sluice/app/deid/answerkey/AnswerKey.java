package sluice.app.deid.answerkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sluice.app.TestServices;
import sluice.app.cli.CapturedRun;

/** Plants, runs the tool, scores. */
final class AnswerKey {

    /** Passed and demanded. */
    record Score(int passed, int demanded) {

        Score plus(boolean pass) {
            return new Score(passed + (pass ? 1 : 0), demanded + 1);
        }
    }

    /**
     * What came out of one or more runs.
     *
     * @param scores by action
     * @param misses places and how often, without values
     */
    record Result(Map<Action, Score> scores, Map<String, Integer> misses) {

        static Result none() {
            return new Result(new EnumMap<>(Action.class), new TreeMap<>());
        }

        void note(Action action, boolean pass, String where) {
            scores.merge(action, new Score(0, 0).plus(pass), (a, b) -> new Score(a.passed() + b.passed(), a.demanded() + b.demanded()));
            if (!pass) {
                misses.merge(where, 1, Integer::sum);
            }
        }

        int demanded() {
            return scores.values().stream().mapToInt(Score::demanded).sum();
        }

        @Override
        public String toString() {
            StringBuilder s = new StringBuilder();
            scores.forEach((a, score) -> s.append(String.format("%-22s %7d of %7d%n", a, score.passed(), score.demanded())));
            misses.forEach((where, times) -> s.append(times).append(" x ").append(where).append('\n'));
            return s.toString();
        }
    }

    private record Sample(String path, String kind, boolean held, Person person, List<Plant> plants) { }

    private static final String[] SYNTAXES = {Part10.EXPLICIT, Part10.IMPLICIT, Part10.BIG_ENDIAN, Part10.DEFLATED};

    private final Path folder;
    private final Part10 part10 = new Part10();
    private final List<Sample> samples = new ArrayList<>();
    private CapturedRun said;

    /**
     * @param folder empty, for the planted files and what the tool writes
     */
    AnswerKey(Path folder) {
        this.folder = folder;
    }

    /** Writes a patient with one object of each kind; the transfer syntaxes by turns. */
    void plant(Person person, int turn) throws IOException {
        for (Objects kind : Objects.values()) {
            Sheet sheet = kind.make(person, turn + kind.ordinal());
            String path = "p" + turn + "/" + kind + ".dcm";
            part10.write(folder.resolve("in").resolve(path), sheet.dataset, SYNTAXES[turn % SYNTAXES.length],
                    kind.sopClass, Objects.instance(person, kind));
            samples.add(new Sample(path, kind.name(), kind.held(), person, sheet.plants));
        }
    }

    /**
     * Plants in a copy of a file that exists.
     *
     * @return false if the file is not in a form that the key writes (damaged, without a UID)
     */
    boolean plant(Path source, Person person, int turn) throws IOException {
        Item dataset;
        try {
            dataset = part10.read(source);
        } catch (RuntimeException e) {
            return false;
        }
        if (dataset.get(0x0008_0016) == null || dataset.get(0x0008_0018) == null) {
            return false;
        }
        Sheet sheet = new Sheet(dataset, person, turn);
        for (int tag : new int[] {Part10.PIXELS, 0x0008_0060, 0x0028_0010, 0x0028_0011, 0x0028_0100, 0x0018_0050, 0x0028_0030}) {
            sheet.present(tag);
        }
        Objects.patient(sheet);
        sheet.identity(0x0008_0050, "SH", 2, person.accession, person.accession);
        sheet.identity(0x0008_0090, "PN", 2, person.physician + "^Inga", person.physician);
        Objects.privates(sheet);
        String path = "f" + turn + ".dcm";
        part10.write(folder.resolve("in").resolve(path), dataset, part10.syntax(), text(dataset.get(0x0008_0016)),
                text(dataset.get(0x0008_0018)));
        samples.add(new Sample(path, "FILE " + turn, false, person, sheet.plants));
        return true;
    }

    private static String text(Element element) {
        return new String(element.value(), StandardCharsets.US_ASCII).trim();
    }

    /** Runs the tool over everything planted. */
    void run(String label, Ask ask, Result result) throws IOException {
        Path out = folder.resolve("out-" + label);
        Path maps = folder.resolve("maps-" + label);
        Path secret = Files.write(folder.resolve("secret"), new byte[] {7, 1, 9, 4, 2, 8, 5, 6, 3, 1, 7, 9, 1, 1, 2, 3, 5, 8, 13, 21,
            34, 55, 89, 4, 6, 7, 2, 1, 8, 9, 9, 1});
        Map<String, String> environment = Map.of("HOME", folder.toString(), "XDG_CONFIG_HOME", folder.resolve("own").toString());
        said = CapturedRun.of(TestServices.of(environment), environment, "tool", "deidentify", folder.resolve("in").toString(),
                out.toString(), "--recipe", ask.recipe(), "--secret-file", secret.toString(), "--map", maps.toString());
        Map<String, String> files = pairs(maps.resolve("files.csv"));
        Scorer scorer = new Scorer(pairs(maps.resolve("patients.csv")), pairs(maps.resolve("uids.csv")));
        Key key = new Key(ask);
        for (Sample sample : samples) {
            String to = files.get(sample.path());
            Path file = to == null || to.isEmpty() ? null : out.resolve(to);
            String where = label + " " + sample.kind() + " ";
            boolean passedOn = file != null && Files.exists(file);
            if (sample.held() && !ask.blanksDocuments()) {
                result.note(Action.HELD, !passedOn, where + "passed on");
                continue;
            }
            if (!passedOn) {
                key.demands(sample.plants()).forEach(d -> result.note(d.action(), false, where + "not passed on"));
                continue;
            }
            Item after = part10.read(file);
            for (Key.Demand demand : key.demands(sample.plants())) {
                result.note(demand.action(), scorer.passes(demand, sample.person(), after),
                        where + demand.action() + " " + demand.plant().place());
            }
            byte[] bytes = Files.readAllBytes(file);
            for (String piece : sample.person().everywhere()) {
                result.note(Action.TEXT_REMOVED, Scorer.free(bytes, piece, sample.person()), where + "somewhere in the file");
            }
        }
    }

    /** What the tool said in its last run. */
    CapturedRun said() {
        return said;
    }

    private static Map<String, String> pairs(Path csv) {
        try {
            return Scorer.pairs(Files.readAllLines(csv, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
