package sluice.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a workspace is set to. Holds no secret.
 *
 * @param site name of the data holder, as receipts and packages give it
 * @param defaultRecipe name of the de-identification recipe, or null when each run names one
 * @param destinations in the order in which they were added; names differ
 */
public record Settings(String site, String defaultRecipe, List<Destination> destinations) {

    public Settings {
        if (site == null) {
            throw new IllegalArgumentException("settings name a site, if only an empty one");
        }
        destinations = List.copyOf(destinations);
        if (destinations.stream().map(Destination::name).distinct().count() < destinations.size()) {
            throw new IllegalArgumentException("two destinations have one name");
        }
    }

    /** The settings of a new workspace. */
    public static Settings initial(String site) {
        return new Settings(site, null, List.of());
    }

    public Optional<Destination> destination(String name) {
        return destinations.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The same with a destination added, or put in the place of the one that had its name. */
    public Settings with(Destination destination) {
        List<Destination> all = new ArrayList<>(destinations);
        int at = all.indexOf(destination(destination.name()).orElse(null));
        if (at >= 0) {
            all.set(at, destination);
        } else {
            all.add(destination);
        }
        return new Settings(site, defaultRecipe, all);
    }

    /** The same without a destination. */
    public Settings without(String name) {
        return new Settings(
                site, defaultRecipe, destinations.stream().filter(d -> !d.name().equals(name)).toList());
    }

    public Settings withDefaultRecipe(String recipe) {
        return new Settings(site, recipe, destinations);
    }
}
