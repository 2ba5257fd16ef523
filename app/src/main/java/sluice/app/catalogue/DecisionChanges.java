package sluice.app.catalogue;

import java.util.HexFormat;
import java.util.Optional;

/** Records decisions. */
public final class DecisionChanges {

    private final Sql sql;
    private final Crypt crypt;
    private final Studies studies;
    private final Artefacts artefacts;
    private final Trace trace;

    DecisionChanges(Sql sql, Crypt crypt, Studies studies, Artefacts artefacts, Trace trace) {
        this.sql = sql;
        this.crypt = crypt;
        this.studies = studies;
        this.artefacts = artefacts;
        this.trace = trace;
    }

    /**
     * Approves the content that the person has seen.
     *
     * @param why kept encrypted; the audit trail holds a keyed digest of it
     * @param setDigest digest of that content
     * @throws StaleState when the study's content is meanwhile another
     */
    public void approve(StudyId study, String by, String why, String setDigest) {
        Optional<Artefact> now = artefacts.currentContent(study);
        if (now.isEmpty() || !now.get().content().setDigest().equals(Optional.of(setDigest))) {
            throw new StaleState(study, studies.get(study).state());
        }
        insert(study, Decision.Kind.APPROVE, by, why, now);
    }

    /** Decides against the study as it is now. */
    public void refuse(StudyId study, Decision.Kind kind, String by, String why) {
        if (kind == Decision.Kind.APPROVE) {
            throw new IllegalArgumentException("an approval names what it approves");
        }
        insert(study, kind, by, why, artefacts.currentContent(study));
    }

    private void insert(StudyId study, Decision.Kind kind, String by, String why, Optional<Artefact> about) {
        String digest = about.flatMap(a -> a.content().setDigest()).orElse(null);
        long id = sql.number("SELECT max(id) FROM decision") + 1;
        sql.run(
                "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                studies.number(study),
                kind.name(),
                by,
                crypt.seal(Decisions.WHY, id, new Packed().text(why).toBytes()),
                about.map(Artefact::id).orElse(null),
                digest,
                trace.millis());
        trace.about(study, "decision", kind);
        trace.about(study, "by", by);
        // bound to the trail, readable only with the key
        trace.about(study, "whyTag", HexFormat.of().formatHex(crypt.index("why", why)));
        if (digest != null) {
            trace.about(study, "setDigest", digest);
        }
    }
}
