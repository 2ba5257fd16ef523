package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {

    private static final int STUDIES = 137;

    private Catalogue catalogue;

    @BeforeAll
    void fill(@TempDir Path folder) {
        catalogue = TestCatalogue.create(folder);
        SplittableRandom random = new SplittableRandom(3);
        List<SourceItem> items = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            SourceItem.SourceFile f = TestCatalogue.file("/" + i, "s" + i, "u" + i, "c" + i);
            String modality = List.of("CT", "MR", "M", "", "PT").get(random.nextInt(5));
            ObjectFacts facts = new ObjectFacts(SourceKind.DICOM, modality, null, null, 1);
            items.add(new SourceItem.SourceFile(f.stamp(), f.sha256(), facts, f.keys(), f.identity()));
        }
        // one transaction: all have the same time of change, the hard case for the key of the order
        catalogue.commitRepeatable(TestCatalogue.SCAN, c -> c.sources().record(items));
        StudyState[] states = StudyState.values();
        for (StudyRow row : catalogue.read(v -> v.studies().page(StudyQuery.all(1000))).rows()) {
            StudyState to = states[random.nextInt(5)];
            boolean move = random.nextBoolean();
            catalogue.commitRepeatable(TestCatalogue.SCAN, c -> {
                if (move) {
                    c.studies().move(row.id(), EnumSet.allOf(StudyState.class), to);
                    c.studies().pseudonym(row.id(), "P%_" + row.id().handle().charAt(3));
                }
                return null;
            });
        }
    }

    @AfterAll
    void close() {
        catalogue.close();
    }

    private List<StudyRow> walk(StudyQuery query) {
        List<StudyRow> seen = new ArrayList<>();
        for (StudyQuery next = query; next != null; ) {
            StudyQuery now = next;
            StudyPage page = catalogue.read(v -> v.studies().page(now));
            assertTrue(page.rows().size() <= now.limit());
            assertTrue(page.next().isEmpty() || page.rows().size() == now.limit());
            seen.addAll(page.rows());
            next = page.next().map(now::after).orElse(null);
        }
        return seen;
    }

    @Test
    void everyStudyExactlyOnceWhateverThePageSize() {
        Comparator<StudyRow> byHandle = Comparator.comparing(row -> row.id().handle());
        Comparator<StudyRow> byUpdate = Comparator.comparing(StudyRow::updated).reversed().thenComparing(byHandle);
        List<StudyRow> all = new ArrayList<>(walk(StudyQuery.all(1000)));
        assertEquals(STUDIES, all.size());
        for (StudyQuery.Sort sort : StudyQuery.Sort.values()) {
            all.sort(sort == StudyQuery.Sort.HANDLE ? byHandle : byUpdate);
            for (int size : new int[] {1, 2, 3, 7, 50, STUDIES - 1, STUDIES, STUDIES + 1, 1000}) {
                assertEquals(all, walk(StudyQuery.all(size).by(sort)), sort + " by " + size);
            }
        }
    }

    @Test
    void filtersGiveWhatAPlainFilterGives() {
        List<StudyRow> all = walk(StudyQuery.all(1000));
        for (int size : new int[] {1, 10, 1000}) {
            StudyQuery query = StudyQuery.all(size);
            Set<StudyState> states = Set.of(StudyState.FOUND, StudyState.IN_REVIEW);
            assertEquals(
                    all.stream().filter(r -> states.contains(r.state())).toList(), walk(query.inStates(states)));
            for (String modality : List.of("CT", "M", "XX")) {
                assertEquals(
                        all.stream().filter(r -> r.summary().modalities().contains(modality)).toList(),
                        walk(query.withModality(modality)),
                        modality);
            }
            String part = all.get(5).id().handle().substring(2, 4);
            assertEquals(
                    all.stream()
                            .filter(r -> r.id().handle().contains(part)
                                    || r.pseudonym().orElse("").toLowerCase().contains(part))
                            .toList(),
                    walk(query.withText(part.toUpperCase())));
            assertEquals(
                    all.stream().filter(r -> r.pseudonym().orElse("").contains("%_")).toList(),
                    walk(query.withText("%_")),
                    "no wildcards");
            assertEquals(
                    all.stream()
                            .filter(r -> states.contains(r.state()) && r.summary().modalities().contains("MR"))
                            .toList(),
                    walk(query.inStates(states).withModality("MR")));
        }
    }

    @Test
    void countersByStateAddUp() {
        List<StudyRow> all = walk(StudyQuery.all(1000));
        for (StateCount count : catalogue.read(v -> v.studies().countsByState())) {
            assertEquals(all.stream().filter(r -> r.state() == count.state()).count(), count.studies());
        }
    }
}
