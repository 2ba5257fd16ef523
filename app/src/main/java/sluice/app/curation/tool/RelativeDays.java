package sluice.app.curation.tool;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.PatientKey;

/**
 * How many days after the patient's baseline each study was made: CSV {@code patient,study,days} of new identifiers, which
 * may go along with the images, whatever the recipe does to their dates. Without a baseline it is the patient's first study
 * of the run. Days are empty where the study or the patient's baseline has none. Memory grows with studies, not with files.
 */
final class RelativeDays {
    private final List<Heard> workers = new ArrayList<>();
    private final Map<String, String> written = new TreeMap<>();
    private final Optional<Baseline> baseline;

    RelativeDays(Optional<Baseline> baseline) {
        this.baseline = baseline;
    }

    /** What one worker hears; days leave this class as differences only. */
    private final class Heard implements MappingListener {
        private final Map<String, LocalDate> studies = new HashMap<>();
        private final Map<String, LocalDate> baselines = new HashMap<>();

        @Override
        public void mapped(Kind kind, String oldValue, String newValue) {
            // days need no other pairs
        }

        @Override
        public void patient(PatientKey patient, String pseudonym, int secretVersion) {
            baseline.map(b -> b.days().getOrDefault(pseudonym,
                            patient.kind() == PatientKey.Kind.ID ? b.days().get(patient.parts().get(0)) : null))
                    .ifPresent(day -> baselines.put(pseudonym, day));
        }

        @Override
        public void study(String patient, String study, LocalDate day) {
            studies.merge(study, day, RelativeDays::earlier);
        }
    }

    /** A listener for one worker. */
    synchronized MappingListener listener() {
        Heard heard = new Heard();
        workers.add(heard);
        return heard;
    }

    /** A file of the study was written. */
    void written(String patient, String study) {
        written.put(study, patient);
    }

    /** To be called when the workers have ended. */
    synchronized void write(Path file) throws IOException {
        Map<String, LocalDate> studies = new HashMap<>();
        Map<String, LocalDate> zero = new HashMap<>();
        for (Heard heard : workers) {
            heard.studies.forEach((study, day) -> studies.merge(study, day, RelativeDays::earlier));
            zero.putAll(heard.baselines);
        }
        if (baseline.isEmpty()) {
            written.forEach((study, patient) -> {
                if (studies.containsKey(study)) {
                    zero.merge(patient, studies.get(study), RelativeDays::earlier);
                }
            });
        }
        List<String> rows = new ArrayList<>();
        written.forEach((study, patient) -> rows.add(patient + "," + study + "," + days(zero.get(patient), studies.get(study))));
        write(file, rows);
    }

    private static String days(LocalDate from, LocalDate to) {
        return from == null || to == null ? "" : Long.toString(ChronoUnit.DAYS.between(from, to));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static void write(Path file, List<String> rows) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write("patient,study,days\n");
            for (String row : rows.stream().sorted().toList()) {
                out.write(row + "\n");
            }
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
