package sluice.app.deid.recipe;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which instances an override holds. What is empty does not count; all that is not has to agree.
 *
 * @param modalities Modality (0008,0060) is one of them
 * @param sopClasses SOP Class UID (0008,0016) is one of them
 * @param manufacturer Manufacturer (0008,0070) contains this, in capitals or not
 */
public record Condition(Set<String> modalities, Set<String> sopClasses, String manufacturer) {

    /** Holds in every instance. */
    public static final Condition ALWAYS = new Condition(Set.of(), Set.of(), "");

    public Condition {
        modalities = Set.copyOf(modalities);
        sopClasses = Set.copyOf(sopClasses);
    }

    /** @param ofInstance as decoded text without padding */
    public boolean holds(String modality, String sopClass, String ofInstance) {
        return (modalities.isEmpty() || modalities.contains(modality))
                && (sopClasses.isEmpty() || sopClasses.contains(sopClass))
                && ofInstance.toLowerCase(Locale.ROOT).contains(manufacturer.toLowerCase(Locale.ROOT));
    }

    /** "" for {@link #ALWAYS}, else for example {@code when modality [CT, MR]}. */
    public String canonical() {
        StringBuilder s = new StringBuilder();
        if (!modalities.isEmpty()) {
            s.append(" when modality ").append(new TreeSet<>(modalities));
        }
        if (!sopClasses.isEmpty()) {
            s.append(" when SOP class ").append(new TreeSet<>(sopClasses));
        }
        return manufacturer.isEmpty() ? s.toString()
                : s.append(" when manufacturer contains \"").append(manufacturer).append('"').toString();
    }
}
