package sluice.app.curation;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Approves in a person's place when a batch runs unattended. Never approves a finding of severity STOP.
 *
 * @param name as it was given; kept in the audit trail as the approver
 * @param codes of findings on HOLD that are accepted
 * @param warnings whether studies with warnings are approved
 */
public record ApprovalPolicy(String name, Set<String> codes, boolean warnings) {
    private static final String ACCEPT = "accept:";

    /**
     * {@code no-findings}: nothing above a note; {@code no-holds}: warnings are fine; {@code accept:CODE,…}: holds are
     * fine if each is named.
     *
     * @throws CurationException.Unknown for anything else
     */
    public static ApprovalPolicy parse(String text) throws CurationException.Unknown {
        if (text.equals("no-findings")) {
            return new ApprovalPolicy(text, Set.of(), false);
        }
        if (text.equals("no-holds")) {
            return new ApprovalPolicy(text, Set.of(), true);
        }
        Set<String> codes = text.startsWith(ACCEPT)
                ? Arrays.stream(text.substring(ACCEPT.length()).split(",")).map(String::strip).filter(c -> !c.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
        if (codes.isEmpty()) {
            throw new CurationException.Unknown("there is no such approval policy; use no-findings, no-holds or accept:CODE,CODE");
        }
        return new ApprovalPolicy(text, codes, true);
    }

    /** The open findings with which this policy does not approve the study. */
    Set<String> holdsBack(StudyDetail study) {
        return study.findings().stream().filter(f -> f.status().equals("open")).filter(f -> switch (f.severity()) {
            case "STOP" -> true;
            case "HOLD" -> !codes.contains(f.code());
            case "WARNING" -> !warnings;
            default -> false;
        }).map(StudyDetail.Finding::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of its codes that the study has, so that the audit trail tells what was accepted here. */
    Set<String> accepted(StudyDetail study) {
        return study.findings().stream().filter(f -> f.status().equals("open")).map(StudyDetail.Finding::code)
                .filter(codes::contains).collect(Collectors.toCollection(TreeSet::new));
    }
}
