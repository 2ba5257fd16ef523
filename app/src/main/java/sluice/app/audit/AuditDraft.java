package sluice.app.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is about to be written to the audit trail: everything but the place in the chain and the time.
 *
 * @param actor person or program that acts, for example an account name
 * @param action what is done, as {@code room.verb}, for example {@code study.approve}
 * @param subject pseudonymous handle of the study, or null when the action concerns none or many
 * @param details recipe, versions, digests, counts; keys of letters, digits, dots and dashes. Never a value from a patient's
 *     data set and never a path of a source file
 */
public record AuditDraft(String actor, String action, String subject, SortedMap<String, String> details) {

    public AuditDraft {
        AuditText.require("actor", actor, AuditText.MAX_NAME);
        AuditText.require("action", action, AuditText.MAX_NAME);
        if (subject != null) {
            AuditText.require("subject", subject, AuditText.MAX_NAME);
        }
        details = AuditText.copy(details);
    }

    public static AuditDraft of(String actor, String action) {
        return new AuditDraft(actor, action, null, new TreeMap<>());
    }

    /** The same about one study. */
    public AuditDraft about(String handle) {
        return new AuditDraft(actor, action, handle, details);
    }

    /** The same with one more detail; an earlier value of the key is replaced. */
    public AuditDraft with(String key, Object value) {
        SortedMap<String, String> more = new TreeMap<>(details);
        more.put(key, String.valueOf(value));
        return new AuditDraft(actor, action, subject, more);
    }

    /** The same with more details. */
    public AuditDraft with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(details);
        all.putAll(more);
        return new AuditDraft(actor, action, subject, all);
    }
}
