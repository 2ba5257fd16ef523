package sluice.app.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.Selection;

/** The studies that a step is for, as every step takes them. */
final class StudySelection {
    @Parameters(paramLabel = "STUDY", arity = "0..*", description = "Handles of studies, as list prints them.")
    private List<String> studies = List.of();

    @Option(names = "--all", description = "Every study that is ready for this step.")
    private boolean all;

    Selection get() {
        if (all == !studies.isEmpty()) {
            throw new UsageProblem("name at least one study, or give --all");
        }
        return all ? Selection.everything() : Selection.of(studies);
    }
}
