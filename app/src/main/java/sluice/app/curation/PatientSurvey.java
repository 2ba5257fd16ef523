package sluice.app.curation;

import java.nio.file.Path;
import java.util.Iterator;
import sluice.app.deid.Deidentification;
import sluice.app.deid.HeaderSurvey;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.job.ParallelWork;

/** Reads all headers of a run before its first file is written: what one file of a patient says is looked for in the others. */
public final class PatientSurvey {
    private final int workers;

    public PatientSurvey(int workers) {
        this.workers = workers;
    }

    /**
     * What these files say about their patients. A file that cannot be read says nothing; whoever de-identifies it will meet
     * the same trouble and tell it.
     */
    public SharedKnowledge of(Deidentification deidentification, Iterator<Path> files) throws InterruptedException {
        SharedKnowledge knowledge = deidentification.knowledge();
        new ParallelWork<HeaderSurvey, Path, Boolean>(workers, workers * 32, ParallelWork.Order.COMPLETION,
                () -> deidentification.survey(knowledge), (survey, file) -> {
                    survey.look(file);
                    return true;
                }).<RuntimeException>run(files, outcome -> { });
        return knowledge;
    }
}
