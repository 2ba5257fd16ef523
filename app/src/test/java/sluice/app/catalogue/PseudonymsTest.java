package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {

    @TempDir
    Path folder;

    private static void record(Catalogue catalogue, List<PatientPair> patients, List<UidPair> uids) {
        catalogue.commit(TestCatalogue.SCAN, c -> {
            c.pseudonyms().record(patients, uids);
            return null;
        });
    }

    @Test
    void pairsAreKeptOnceAndNeverChanged() {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            PatientPair anna = new PatientPair("SL-A", 1, "ID", List.of("1", "X"));
            record(catalogue, List.of(anna), List.of(new UidPair("SL-A", "1.2", "2.25.1")));
            record(catalogue, List.of(new PatientPair("SL-A", 2, "ID", List.of("9", "")), new PatientPair("EU-A", 2, "ID", List.of("1", "X"))),
                    List.of(new UidPair("EU-A", "1.9", "2.25.1"), new UidPair("EU-A", "1.2", "2.25.2")));
            assertEquals(anna, catalogue.read(v -> v.pseudonyms().patient("SL-A")).orElseThrow());
            assertEquals(new UidPair("SL-A", "1.2", "2.25.1"), catalogue.read(v -> v.pseudonyms().uid("2.25.1")).orElseThrow());
            assertEquals(new UidPair("EU-A", "1.2", "2.25.2"), catalogue.read(v -> v.pseudonyms().uid("2.25.2")).orElseThrow());
            assertTrue(catalogue.read(v -> v.pseudonyms().uid("1.2")).isEmpty());
            assertEquals(OptionalInt.of(1), catalogue.read(v -> v.pseudonyms().secretVersion("ID", List.of("1", "X"))));
            for (List<String> other : List.of(List.of("1"), List.of("1", ""), List.of("1X", ""), List.of("", "1X"), List.of("1", "X", ""))) {
                assertTrue(catalogue.read(v -> v.pseudonyms().secretVersion("ID", other)).isEmpty(), other::toString);
            }
            assertTrue(catalogue.read(v -> v.pseudonyms().secretVersion("EVIDENCE", List.of("1", "X"))).isEmpty());
            assertEquals(Boolean.TRUE, catalogue.read(v -> v.pseudonyms().given("SL-A")));
            assertEquals(Boolean.FALSE, catalogue.read(v -> v.pseudonyms().given("SL-B")));
        }
    }

    @Test
    void aPseudonymFromBeforePairsWereKeptCounts() {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            StudyId study = TestCatalogue.record(catalogue, "1.2", 1);
            catalogue.commit(TestCatalogue.SCAN, c -> {
                c.studies().pseudonym(study, "SL-OLD");
                return null;
            });
            assertEquals(Boolean.TRUE, catalogue.read(v -> v.pseudonyms().given("SL-OLD")));
        }
    }

    @Test
    void pagesHoldEverythingOnce() {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            List<PatientPair> patients = new ArrayList<>();
            List<UidPair> uids = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                patients.add(new PatientPair("SL-" + i, 1, "ID", List.of("id " + i, "")));
                uids.add(new UidPair("SL-" + i, "1.2." + i, "2.25." + i));
            }
            record(catalogue, patients, uids);
            assertEquals(patients, all(catalogue, (v, after) -> v.pseudonyms().patients(after, 10)));
            assertEquals(uids, all(catalogue, (v, after) -> v.pseudonyms().uids(after, 10)));
        }
    }

    private static <T> List<T> all(Catalogue catalogue, BiFunction<View, Long, List<Pseudonyms.Numbered<T>>> page) {
        List<T> all = new ArrayList<>();
        long last = 0;
        List<Pseudonyms.Numbered<T>> rows;
        do {
            long after = last;
            rows = catalogue.read(v -> page.apply(v, after));
            for (Pseudonyms.Numbered<T> row : rows) {
                all.add(row.pair());
                last = row.id();
            }
        } while (!rows.isEmpty());
        return all;
    }

    @Test
    void aUidWithoutItsPatientIsRefused() {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            assertThrows(IllegalArgumentException.class,
                    () -> record(catalogue, List.of(), List.of(new UidPair("SL-1", "1.2", "2.25.1"))));
            assertTrue(catalogue.read(v -> v.pseudonyms().uid("2.25.1")).isEmpty());
        }
    }
}
