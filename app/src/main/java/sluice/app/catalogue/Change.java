package sluice.app.catalogue;

import java.security.SecureRandom;

/**
 * Everything that can be changed, inside one transaction with its audit entry. Valid only inside the call that gave it; an
 * exception that leaves the call undoes all of it.
 */
public final class Change {

    private final Sql sql;
    private final Crypt crypt;
    private final SecureRandom random;
    private final Trace trace;
    private final View view;

    Change(Sql sql, Crypt crypt, SecureRandom random, Trace trace) {
        this.sql = sql;
        this.crypt = crypt;
        this.random = random;
        this.trace = trace;
        this.view = new View(sql, crypt);
    }

    /** What is there now, changes of this transaction included. */
    public View view() {
        return view;
    }

    /** One more detail for the audit entry; never a patient's value. */
    public void note(String key, Object value) {
        trace.note(key, value);
    }

    public SourceChanges sources() {
        return new SourceChanges(
                () -> new SourceRecorder(
                        sql,
                        crypt,
                        view.sources(),
                        new SourceFindings(sql, trace.actor(), trace.millis()),
                        trace.millis()),
                trace);
    }

    public StudyChanges studies() {
        return new StudyChanges(sql, view.studies(), trace);
    }

    public FindingChanges findings() {
        return new FindingChanges(sql, crypt, view.studies(), trace);
    }

    public ArtefactChanges artefacts() {
        return new ArtefactChanges(sql, view.studies(), view.artefacts(), trace);
    }

    public DecisionChanges decisions() {
        return new DecisionChanges(sql, crypt, view.studies(), view.artefacts(), trace);
    }

    public PseudonymChanges pseudonyms() {
        return new PseudonymChanges(sql, crypt, trace);
    }

    public DeliveryChanges deliveries() {
        return new DeliveryChanges(sql, view.artefacts(), view.deliveries(), trace, random);
    }
}
