package sluice.app.deid.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.text.SharedKnowledge;

/** Offers what identifies in data sets to what the run knows. Not for two threads at once; the knowledge is shared. */
public final class EvidenceSurvey {

    private final IdentityCollector collector;

    /** @param rules the compiled recipe: what it retains is not looked for */
    public EvidenceSurvey(RuleSet rules, SharedKnowledge knowledge) {
        this.collector = new IdentityCollector(rules.general(), knowledge);
    }

    /** Adds one data set; the instances of a series say the same, which is noticed. */
    public void add(Attributes dataset) {
        collector.offer(dataset, Patients.of(dataset));
    }
}
