package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan leaves behind, in every order in which files can come, change and go. */
class SourcesTest {

    @TempDir
    Path folder;

    private Catalogue catalogue;

    @BeforeEach
    void open() {
        catalogue = TestCatalogue.create(folder);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private RecordResult record(SourceItem... items) {
        return catalogue.commitRepeatable(TestCatalogue.SCAN, c -> c.sources().record(List.of(items)));
    }

    private StudyRow study(String key) {
        return catalogue.read(v -> v.studies().byStudyKey(key)).orElseThrow();
    }

    private List<String> openCodes(String key) {
        StudyId id = study(key).id();
        return catalogue.read(v -> v.findings().open(id)).stream().map(f -> f.text().code()).toList();
    }

    private KnownFile known(String path) {
        return catalogue.read(v -> v.sources().known(List.of(path))).get(path);
    }

    private long quarantined() {
        return catalogue.read(v -> v.findings().quarantined());
    }

    private void vanish(String path) {
        long id = known(path).id();
        catalogue.commit(TestCatalogue.SCAN, c -> {
            c.sources().vanished(List.of(id));
            return null;
        });
    }

    private void begin(String key) {
        StudyId id = study(key).id();
        catalogue.commit(TestCatalogue.SCAN, c -> c.studies().move(id, Set.of(StudyState.FOUND), StudyState.DEIDENTIFIED));
    }

    @Test
    void recordingTheSameAgainChangesNothing() {
        List<SourceItem> items = TestCatalogue.series("1.2", 7);
        RecordResult first = catalogue.commitRepeatable(TestCatalogue.SCAN, c -> c.sources().record(items));
        assertEquals(7, first.added());
        assertEquals(Set.of(study("1.2").id()), first.studies());
        StudyRow before = study("1.2");
        RecordResult again = catalogue.commitRepeatable(TestCatalogue.SCAN, c -> c.sources().record(items));
        assertEquals(new RecordResult(0, 0, 7, 0, 0, Set.of()), again);
        assertEquals(before, study("1.2"));
        assertEquals(7, catalogue.read(v -> v.sources().of(before.id())).size());
    }

    @Test
    void whatIsKnownOfAPathComesBackAsItWas() {
        SourceItem.SourceFile file = TestCatalogue.file("/data/å/1.dcm", "1.2", "1.2.1.1", "x");
        record(file);
        KnownFile known = known("/data/å/1.dcm");
        assertEquals(file.stamp(), known.stamp());
        assertEquals(file.sha256(), known.sha256());
        assertEquals(FileState.PRESENT, known.state());
        assertEquals(study("1.2").id(), known.study());
        assertTrue(catalogue.read(v -> v.sources().known(List.of("/data/other"))).isEmpty());
        SourceInstance instance = catalogue.read(v -> v.sources().of(known.study())).get(0);
        assertEquals("1.2.1.1", instance.sopInstanceUid());
        assertEquals(file.facts(), instance.facts());
        assertEquals(List.of(known), catalogue.read(v -> v.sources().expected(0, 10)));
        assertEquals(List.of(), catalogue.read(v -> v.sources().expected(known.id(), 10)));
    }

    @Test
    void aTouchedFileIsNotAChangedOne() {
        SourceItem.SourceFile file = TestCatalogue.file("/a", "1.2", "1.2.1.1", "x");
        record(file);
        FileStamp later = new FileStamp("/a", file.stamp().size(), file.stamp().modifiedNanos() + 5);
        RecordResult result =
                record(new SourceItem.SourceFile(later, file.sha256(), file.facts(), file.keys(), file.identity()));
        assertEquals(1, result.unchanged());
        assertEquals(later, known("/a").stamp());
        assertEquals(List.of(), openCodes("1.2"));
    }

    @Test
    void aChangedFileIsANewVersionAndAFinding() {
        record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "x"));
        record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "xx"));
        assertEquals(List.of("source-changed"), openCodes("1.2"));
        assertEquals(Optional.of(Severity.NOTE), study("1.2").summary().worst(), "nothing was made of it yet");
        assertEquals(1002, study("1.2").summary().bytes());
        assertEquals(1, study("1.2").summary().instances());
        begin("1.2");
        RecordResult result = record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "xxx"));
        assertEquals(1, result.changed());
        assertEquals(0, result.duplicates(), "a version is no duplicate of the one before");
        assertEquals(Optional.of(Severity.HOLD), study("1.2").summary().worst());
        assertEquals(TestCatalogue.hex("xxx"), known("/a").sha256());
    }

    @Test
    void aFileThatBecameAnotherStudysLeavesItsOldOne() {
        record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "x"), TestCatalogue.file("/b", "1.2", "1.2.1.2", "y"));
        begin("1.2");
        record(TestCatalogue.file("/a", "1.9", "1.9.1.1", "z"));
        assertEquals(List.of("source-changed"), openCodes("1.2"));
        assertEquals(1, study("1.2").summary().files());
        assertEquals(1, study("1.9").summary().files());
    }

    @Test
    void aFileThatJoinsLateIsAFinding() {
        record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "x"));
        record(TestCatalogue.file("/b", "1.2", "1.2.1.2", "y"));
        assertEquals(List.of(), openCodes("1.2"));
        begin("1.2");
        record(TestCatalogue.file("/c", "1.2", "1.2.1.3", "z"));
        assertEquals(List.of("source-added"), openCodes("1.2"));
    }

    @Test
    void twoFilesWithOneUidAreBothRecordedAndOneCounts() {
        record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "x"));
        RecordResult same = record(TestCatalogue.file("/copy/a", "1.2", "1.2.1.1", "x"));
        assertEquals(1, same.duplicates());
        assertEquals(List.of("duplicate-same"), openCodes("1.2"));
        record(TestCatalogue.file("/other/a", "1.2", "1.2.1.1", "not x"));
        assertEquals(Set.of("duplicate-same", "duplicate-different"), Set.copyOf(openCodes("1.2")));
        StudyRow row = study("1.2");
        assertEquals(Optional.of(Severity.HOLD), row.summary().worst());
        assertEquals(1, row.summary().instances());
        assertEquals(3, row.summary().files());
        Map<String, Boolean> counts = catalogue.read(v -> v.sources().of(row.id())).stream()
                .collect(Collectors.toMap(i -> i.stamp().path(), SourceInstance::counts));
        assertEquals(Map.of("/a", true, "/copy/a", false, "/other/a", false), counts);

        vanish("/a");
        assertEquals(1, study("1.2").summary().instances(), "the copy counts now");
        assertTrue(catalogue.read(v -> v.sources().of(row.id())).get(0).counts());
        assertEquals(Set.of("source-vanished", "duplicate-different"), Set.copyOf(openCodes("1.2")));
    }

    @Test
    void filesWithoutUidAreDuplicatesByContent() {
        SourceItem.SourceFile head = TestCatalogue.file("/n1.nii", "n1", null, "x");
        record(head, TestCatalogue.file("/n2.nii", "n2", null, "x"), TestCatalogue.file("/n3.nii", "n3", null, "y"));
        assertEquals(List.of("duplicate-same"), openCodes("n2"));
        assertEquals(List.of(), openCodes("n1"));
        assertEquals(List.of(), openCodes("n3"));
        assertEquals(0, study("n2").summary().instances());
    }

    @Test
    void aVanishedFileThatComesBackIsTakenUpAgain() {
        record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "x"), TestCatalogue.file("/b", "1.2", "1.2.1.2", "y"));
        vanish("/a");
        assertEquals(FileState.VANISHED, known("/a").state());
        assertEquals(1, study("1.2").summary().files());
        assertEquals(List.of("source-vanished"), openCodes("1.2"));
        assertEquals(1, record(TestCatalogue.file("/a", "1.2", "1.2.1.1", "x")).added());
        assertEquals(List.of(), openCodes("1.2"));
        assertEquals(2, study("1.2").summary().instances());
    }

    @Test
    void twoPatientsInOneStudyAreAFindingOnce() {
        SourceItem.SourceFile a = TestCatalogue.file("/a", "1.2", "1.2.1.1", "x");
        SourceItem.SourceFile b = TestCatalogue.file("/b", "1.2", "1.2.1.2", "y");
        SourceItem.SourceFile c = TestCatalogue.file("/c", "1.2", "1.2.1.3", "z");
        StudyIdentity other = TestCatalogue.identity("1.3");
        record(
                a,
                new SourceItem.SourceFile(b.stamp(), b.sha256(), b.facts(), b.keys(), other),
                new SourceItem.SourceFile(c.stamp(), c.sha256(), c.facts(), c.keys(), other));
        assertEquals(List.of("patient-differs"), openCodes("1.2"));
        assertEquals(
                List.of(study("1.2").id()),
                catalogue.read(v -> v.studies().byPatientId("PID-1.2")).stream().map(StudyRow::id).toList());
    }

    @Test
    void oddFilesWaitInQuarantineAndAreNotForgotten() {
        SourceItem.Quarantined odd = new SourceItem.Quarantined(
                new FileStamp("/odd", 12, 1), "not-dicom", Severity.WARNING, "No DICM at byte 128.");
        assertEquals(1, record(odd).quarantined());
        assertEquals(1, record(odd).unchanged());
        List<Finding> quarantine = catalogue.read(v -> v.findings().quarantine(0, 10));
        assertEquals(1, quarantine.size());
        assertEquals(Optional.of("/odd"), quarantine.get(0).path());
        assertEquals(Optional.empty(), quarantine.get(0).study());
        assertEquals(FileState.QUARANTINED, known("/odd").state());
        assertEquals(1, quarantined());

        record(new SourceItem.Quarantined(new FileStamp("/odd", 13, 2), "cut", Severity.WARNING, "Ends at byte 13."));
        assertEquals(
                List.of("cut"),
                catalogue.read(v -> v.findings().quarantine(0, 10)).stream().map(f -> f.text().code()).toList());
        record(TestCatalogue.file("/odd", "1.2", "1.2.1.1", "mended"));
        assertEquals(0, quarantined());
        assertEquals(1, study("1.2").summary().files());
        record(odd);
        assertEquals(List.of("source-changed"), openCodes("1.2"));
        assertEquals(0, study("1.2").summary().files());
        vanish("/odd");
        assertEquals(0, quarantined());
        assertEquals(1, record(odd).quarantined());
    }

    @Test
    void countersAreWhatTheFilesSayAfterAnyHistory() {
        SplittableRandom random = new SplittableRandom(11);
        Map<String, SourceItem> disk = new HashMap<>();
        for (int round = 0; round < 60; round++) {
            List<SourceItem> batch = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                String path = "/p" + random.nextInt(25);
                String study = "s" + random.nextInt(3);
                String uid = "uid" + random.nextInt(12);
                SourceItem item = random.nextInt(6) == 0
                        ? new SourceItem.Quarantined(
                                new FileStamp(path, random.nextInt(3), 1), "odd", Severity.NOTE, "Odd.")
                        : TestCatalogue.file(path, study, uid, study + uid + random.nextInt(2));
                batch.add(item);
                disk.put(path, item);
            }
            catalogue.commitRepeatable(TestCatalogue.SCAN, c -> c.sources().record(batch));
            if (random.nextInt(3) == 0) {
                String gone = new ArrayList<>(disk.keySet()).get(random.nextInt(disk.size()));
                vanish(gone);
                disk.remove(gone);
            }
            check(disk);
        }
    }

    private void check(Map<String, SourceItem> disk) {
        int objects = 0;
        int files = 0;
        for (StateCount count : catalogue.read(v -> v.studies().countsByState())) {
            objects += count.instances();
        }
        for (StudyRow row : catalogue.read(v -> v.studies().page(StudyQuery.all(100))).rows()) {
            List<SourceInstance> instances = catalogue.read(v -> v.sources().of(row.id()));
            List<SourceInstance> counting = instances.stream().filter(SourceInstance::counts).toList();
            assertEquals(instances.size(), row.summary().files());
            assertEquals(counting.size(), row.summary().instances());
            assertEquals(
                    counting.stream().mapToLong(i -> i.stamp().size()).sum(), row.summary().bytes());
            List<SeriesRow> series = catalogue.read(v -> v.studies().series(row.id()));
            assertEquals(row.summary().instances(), series.stream().mapToInt(SeriesRow::instances).sum());
            assertEquals(row.summary().bytes(), series.stream().mapToLong(SeriesRow::bytes).sum());
            assertEquals(row.summary().series(), series.size());
            files += instances.size();
        }
        List<SourceItem.SourceFile> present = disk.values().stream()
                .filter(SourceItem.SourceFile.class::isInstance)
                .map(SourceItem.SourceFile.class::cast)
                .toList();
        assertEquals(present.size(), files);
        assertEquals(present.stream().map(f -> f.keys().sopInstanceUid()).distinct().count(), objects);
        assertEquals(disk.size() - present.size(), quarantined());
        assertEquals(disk.size(), catalogue.read(v -> v.sources().expected(0, 1000)).size());
    }

    @Test
    void handlesSayNothingWithoutTheKey() {
        StudyId here = TestCatalogue.record(catalogue, "1.2", 1);
        assertEquals(10, here.handle().length());
        assertEquals(here, StudyId.parse("  " + here.handle().toUpperCase() + " "));
        Crypt other = new Crypt(TestCatalogue.sha256("another key"), new SecureRandom());
        assertNotEquals(here.handle(), Base32.encode(other.index("study", "1.2"), 10));
        assertFalse(TestCatalogue.file("/a", "1.2", "1.2.1", "x").toString().contains("1.2"));
    }
}
