package sluice.app.curation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sluice.app.job.Progress;

/** The whole way, unattended. Takes up whatever an earlier run left on the way. */
public final class RunThrough {
    private final ScanSources scan;
    private final ListStudies studies;
    private final DeidentifyStudies deidentify;
    private final CheckStudies check;
    private final DecideStudies decide;
    private final Delivering delivering;

    public RunThrough(ScanSources scan, ListStudies studies, DeidentifyStudies deidentify, CheckStudies check,
            DecideStudies decide, Delivering delivering) {
        this.scan = scan;
        this.studies = studies;
        this.deidentify = deidentify;
        this.check = check;
        this.decide = decide;
        this.delivering = delivering;
    }

    /** The last steps, which belong together. */
    public record Delivering(Destinations destinations, StageStudies stage, SendDeliveries send) {}

    /** @param policy see {@link ApprovalPolicy#parse} */
    public record Request(List<Path> from, String destination, String recipe, String policy) {}

    /**
     * @param studies all that are in the workspace now, as they stand
     * @param allHeldBack whether nothing was sent and a policy or check is the reason
     * @param noAccess whether the destination could not be reached or did not let us in
     */
    public record Report(ScanSummary scan, List<StepRow> studies, List<Problem> problems, boolean allHeldBack, boolean noAccess) {}

    /** @throws CurationException before anything is done when the destination, the recipe or the policy makes no sense */
    public Report run(Request request, Progress progress) throws CurationException, IOException, InterruptedException {
        ApprovalPolicy policy = ApprovalPolicy.parse(request.policy());
        delivering.destinations().get(request.destination());
        deidentify.requireRecipe(request.recipe());
        Map<String, Problem> problems = new LinkedHashMap<>();
        ScanSummary found = scan.scan(request.from(), progress);
        keep(problems, deidentify.run(Selection.everything(), request.recipe(), progress).problems());
        keep(problems, check.run(Selection.everything(), progress).problems());
        boolean held = approve(policy, problems);
        keep(problems, delivering.stage().run(Selection.everything(), Optional.of(request.destination()), progress).problems());
        SendResult sent = delivering.send().run(Optional.of(request.destination()), true, progress);
        for (DeliveryRow d : sent.deliveries()) {
            if (!d.problem().isEmpty()) {
                problems.put(d.study(), new Problem(d.study(), d.state(), d.problem()));
            }
        }
        List<StepRow> now = new ArrayList<>();
        for (StudyRow s : studies.list(List.of())) {
            now.add(new StepRow(s.handle(), s.state(), s.instances(), s.bytes(), s.subject()));
        }
        boolean nothing = now.stream().noneMatch(s -> Set.of("SENT", "RECEIVED", "QUEUED").contains(s.state()));
        return new Report(found, now, List.copyOf(problems.values()), nothing && held, sent.noAccess());
    }

    /** @return whether the policy held anything back */
    private boolean approve(ApprovalPolicy policy, Map<String, Problem> problems) throws CurationException {
        boolean held = false;
        for (StudyRow study : studies.list(List.of("QC_PASSED"))) {
            StudyDetail detail = studies.show(study.handle());
            Set<String> unaccepted = policy.holdsBack(detail);
            if (unaccepted.isEmpty()) {
                try {
                    decide.approve(Selection.of(List.of(study.handle())), "policy " + policy.name(), policy.accepted(detail));
                } catch (CurationException.Refused e) {
                    problems.put(study.handle(), new Problem(study.handle(), "not-approved", e.getMessage()));
                }
            } else {
                held = true;
                problems.put(study.handle(), new Problem(study.handle(), String.join(",", new TreeSet<>(unaccepted)),
                        "held back by the policy " + policy.name() + "; a person can look at it and approve it"));
            }
        }
        return held;
    }

    private static void keep(Map<String, Problem> problems, List<Problem> more) {
        more.forEach(p -> problems.put(p.item(), p));
    }
}
