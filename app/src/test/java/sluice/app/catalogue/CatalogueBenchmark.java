package sluice.app.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import sluice.app.audit.ChainResult;

/**
 * Fills a catalogue with instances and prints what it costs. Arguments: number of instances (1,000,000), number of studies
 * (10,000), folder for the file (a temporary one, removed afterwards).
 */
public final class CatalogueBenchmark {

    private static final int BATCH = 500;
    private static final String[] MODALITIES = {"CT", "MR", "PT", "US"};

    private final Catalogue catalogue;
    private final int instances;
    private final int studies;

    private CatalogueBenchmark(Catalogue catalogue, int instances, int studies) {
        this.catalogue = catalogue;
        this.instances = instances;
        this.studies = studies;
    }

    public static void main(String[] args) throws IOException {
        int instances = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int studies = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("sluice-benchmark");
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        System.out.printf("%d instances, %d studies, most heap %d MB%n", instances, studies, heap);
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            CatalogueBenchmark benchmark = new CatalogueBenchmark(catalogue, instances, studies);
            benchmark.fill();
            benchmark.spreadStates();
            benchmark.pages();
            benchmark.rescan();
            benchmark.verify();
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            System.out.printf(
                    "heap in use at the end %d MB, file %d MB%n",
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20, Files.size(folder.resolve("catalogue.db")) >> 20);
        }
        if (args.length <= 2) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void fill() {
        long start = System.nanoTime();
        for (int from = 0; from < instances; from += BATCH) {
            List<SourceItem> batch = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(instances, from + BATCH); i++) {
                batch.add(instance(i));
            }
            catalogue.commitRepeatable(TestCatalogue.SCAN, c -> c.sources().record(batch));
        }
        rate("recorded", instances, System.nanoTime() - start);
    }

    private SourceItem instance(int i) {
        int study = (int) ((long) i * studies / instances);
        String studyUid = "1.2.826.0.1.3680043.8.498.2026." + study;
        String path = "/archive/pacs-export/2026/" + study + "/series-" + i % 4 + "/IM" + i + ".dcm";
        SplittableRandom random = new SplittableRandom(i);
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        return new SourceItem.SourceFile(
                new FileStamp(path, 526_000 + random.nextInt(1000), 1_700_000_000_000_000_000L + i),
                HexFormat.of().formatHex(digest),
                new ObjectFacts(
                        SourceKind.DICOM,
                        MODALITIES[study % MODALITIES.length],
                        "1.2.840.10008.5.1.4.1.1.2",
                        "1.2.840.10008.1.2.1",
                        1),
                new ObjectKeys(studyUid, studyUid + "." + i % 4, studyUid + ".9." + i),
                new StudyIdentity("Test^Patient" + study, "ID" + study, "19500101", studyUid, "20260101", "A" + study, "HEAD"));
    }

    private void spreadStates() {
        StudyState[] states = StudyState.values();
        SplittableRandom random = new SplittableRandom(1);
        List<StudyId> all = new ArrayList<>();
        for (StudyQuery next = StudyQuery.all(1000); next != null; ) {
            StudyQuery now = next;
            StudyPage page = catalogue.read(v -> v.studies().page(now));
            page.rows().forEach(row -> all.add(row.id()));
            next = page.next().map(now::after).orElse(null);
        }
        long start = System.nanoTime();
        for (StudyId id : all) {
            catalogue.commit(
                    TestCatalogue.SCAN.about(id.handle()),
                    c -> c.studies().move(id, EnumSet.allOf(StudyState.class), states[random.nextInt(states.length)]));
        }
        rate("durable state moves", all.size(), System.nanoTime() - start);
    }

    private void pages() {
        StudyQuery query = StudyQuery.all(100);
        for (StudyQuery.Sort sort : StudyQuery.Sort.values()) {
            walk("all, by " + sort, query.by(sort));
            walk("in 2 states, by " + sort, query.by(sort).inStates(Set.of(StudyState.FOUND, StudyState.SENT)));
            walk("MR, by " + sort, query.by(sort).withModality("MR"));
            walk("text, by " + sort, query.by(sort).withText("x7"));
            walk("nothing matches, by " + sort, query.by(sort).withText("no such text"));
        }
        times("counts by state", 20, () -> time(() -> catalogue.read(v -> v.studies().countsByState())));
        StudyId one = catalogue.read(v -> v.studies().page(StudyQuery.all(1))).rows().get(0).id();
        times("files of one study", 20, () -> time(() -> catalogue.read(v -> v.sources().of(one))));
    }

    private void walk(String name, StudyQuery query) {
        List<Long> nanos = new ArrayList<>();
        for (StudyQuery next = query; next != null; ) {
            StudyQuery now = next;
            long start = System.nanoTime();
            StudyPage page = catalogue.read(v -> v.studies().page(now));
            nanos.add(System.nanoTime() - start);
            next = page.next().map(now::after).orElse(null);
        }
        print("page of 100, " + name, nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private void rescan() {
        long start = System.nanoTime();
        int known = 0;
        for (int from = 0; from < instances; from += BATCH) {
            List<String> paths = new ArrayList<>();
            for (int i = from; i < Math.min(instances, from + BATCH); i++) {
                paths.add(instance(i).stamp().path());
            }
            known += catalogue.read(v -> v.sources().known(paths)).size();
        }
        if (known != instances) {
            throw new IllegalStateException("only " + known + " are known");
        }
        rate("looked up by path", instances, System.nanoTime() - start);
    }

    private void verify() {
        long count = catalogue.read(v -> v.audit().head()).count();
        long start = System.nanoTime();
        ChainResult result = catalogue.read(v -> v.audit().verify(List.of()));
        System.out.println(result);
        rate("audit entries verified", count, System.nanoTime() - start);
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static void times(String name, int runs, LongSupplier once) {
        long[] nanos = new long[runs];
        Arrays.setAll(nanos, i -> once.getAsLong());
        print(name, nanos);
    }

    private static void print(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-45s p50 %6.1f ms, max %6.1f ms (%d runs)%n",
                name, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6, nanos.length);
    }

    private static void rate(String name, long count, long nanos) {
        System.out.printf("%-45s %,.0f/s (%.1f s)%n", name, count * 1e9 / nanos, nanos / 1e9);
    }
}
