package sluice.app.catalogue;

import java.util.Collection;
import java.util.function.Supplier;

/** Records what a scan found. */
public final class SourceChanges {

    private final Supplier<SourceRecorder> recorder;
    private final Trace trace;

    SourceChanges(Supplier<SourceRecorder> recorder, Trace trace) {
        this.recorder = recorder;
        this.trace = trace;
    }

    /**
     * Records a batch, some hundred files at a time. Repeating it changes nothing. A file whose content is not what was
     * recorded becomes a new version, and its study gets a finding {@code source-changed}; the same for a file that joins a
     * study on which work has begun ({@code source-added}), for two files with one SOP Instance UID
     * ({@code duplicate-same}, {@code duplicate-different}), and for two patients in one study ({@code patient-differs}).
     */
    public RecordResult record(Collection<? extends SourceItem> batch) {
        RecordResult result = recorder.get().record(batch);
        trace.note("added", result.added());
        trace.note("changed", result.changed());
        trace.note("unchanged", result.unchanged());
        trace.note("duplicates", result.duplicates());
        trace.note("quarantined", result.quarantined());
        trace.note("studies", result.studies().size());
        return result;
    }

    /**
     * These files were not found where they were. Nothing is forgotten: their studies get a finding
     * {@code source-vanished}, and a file that comes back is taken up again.
     *
     * @param fileIds numbers from {@link KnownFile}
     */
    public void vanished(Collection<Long> fileIds) {
        recorder.get().vanished(fileIds);
        trace.note("vanished", fileIds.size());
    }
}
