package sluice.app.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was done.
 *
 * @param sequence place in the chain, from 1
 * @param time UTC, cut to milliseconds
 * @param subject pseudonymous handle of the study, or null
 * @see AuditDraft for the other components
 */
public record AuditEntry(
        long sequence, Instant time, String actor, String action, String subject, SortedMap<String, String> details) {

    public AuditEntry {
        if (sequence < 1) {
            throw new IllegalArgumentException("audit sequence numbers count from 1");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
        details = new AuditDraft(actor, action, subject, details).details();
    }

    public static AuditEntry of(long sequence, Instant time, AuditDraft draft) {
        return new AuditEntry(sequence, time, draft.actor(), draft.action(), draft.subject(), draft.details());
    }

    /**
     * An entry from stored text columns, which must be canonical.
     *
     * @throws IllegalArgumentException when a column is not what this class would have written
     */
    public static AuditEntry ofColumns(long sequence, String time, String who, String what, String subject, String details) {
        SortedMap<String, String> map = new TreeMap<>();
        CanonicalJson.parse(details).forEach((key, value) -> map.put(key, CanonicalJson.text(value)));
        if (!CanonicalJson.write(map).equals(details)) {
            throw new IllegalArgumentException("details are not canonical");
        }
        return new AuditEntry(sequence, AuditText.parseTime(time), who, what, subject, map);
    }

    /** The time as it is stored and hashed, such as {@code 2026-01-31T09:05:00.000Z}. */
    public String timeText() {
        return AuditText.format(time);
    }

    /** The details as a canonical JSON object of strings. */
    public String detailsText() {
        return CanonicalJson.write(details);
    }

    /** The form that is hashed: see the package. UTF-8. */
    public byte[] canonical() {
        return CanonicalJson.write(fields()).getBytes(StandardCharsets.UTF_8);
    }

    SortedMap<String, Object> fields() {
        SortedMap<String, Object> fields = new TreeMap<>(Map.of(
                "action", action, "actor", actor, "details", details, "sequence", sequence, "time", timeText()));
        if (subject != null) {
            fields.put("subject", subject);
        }
        return fields;
    }
}
