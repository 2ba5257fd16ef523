package sluice.app.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.app.audit.AuditDraft;

/**
 * Collects what the audit trail will say about a transaction: the caller's entry with more details, and one more entry for
 * each other study that was changed in passing.
 */
final class Trace {

    private final AuditDraft main;
    private final long millis;
    private final SortedMap<String, String> details = new TreeMap<>();
    private final Map<StudyId, SortedMap<String, String>> others = new LinkedHashMap<>();

    Trace(AuditDraft main, Clock clock) {
        this.main = main;
        this.millis = clock.millis();
    }

    /** The time of the transaction, milliseconds since 1970. */
    long millis() {
        return millis;
    }

    String actor() {
        return main.actor();
    }

    void note(String key, Object value) {
        details.put(key, String.valueOf(value));
    }

    void about(StudyId study, String key, Object value) {
        if (study.handle().equals(main.subject())) {
            note(key, value);
        } else {
            others.computeIfAbsent(study, s -> new TreeMap<>()).put(key, String.valueOf(value));
        }
    }

    List<AuditDraft> drafts() {
        List<AuditDraft> drafts = new ArrayList<>();
        drafts.add(main.with(details));
        others.forEach((study, more) ->
                drafts.add(AuditDraft.of(main.actor(), main.action()).about(study.handle()).with(more)));
        return drafts;
    }
}
