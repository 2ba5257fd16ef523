package sluice.app.deid.dicom;

import java.util.Set;

/**
 * The rules of one recipe for one worker: which apply at the top level depends on the SOP class. Not for two threads at once.
 *
 * @param general valid for every type, used inside sequences and for SOP classes without rules of their own
 * @param plainImage for the top level of plain images
 * @param plainImages SOP Class UIDs of plain images
 */
public record RuleSet(Rules general, Rules plainImage, Set<String> plainImages) {

    /** The rules for the top level of an instance. */
    Rules top(String sopClass) {
        return plainImages.contains(sopClass) ? plainImage : general;
    }
}
