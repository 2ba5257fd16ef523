package sluice.app.deid.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of one JSON object of a recipe, read strictly: whatever is not expected is an error that names the place. */
final class Fields {

    private final Map<?, ?> map;
    private final String place;

    private Fields(Map<?, ?> map, String place) {
        this.map = map;
        this.place = place;
    }

    /**
     * @param place of the object, for example {@code dates}; "" for the whole recipe
     * @throws RecipeException if the value is no object or has other fields
     */
    static Fields of(Object value, String place, Set<String> known) throws RecipeException {
        if (!(value instanceof Map<?, ?> map)) {
            throw new RecipeException(place.isEmpty() ? "a recipe is one JSON object" : "field '" + place + "' must be an object");
        }
        for (Object field : map.keySet()) {
            if (!known.contains(field)) {
                throw new RecipeException("unknown field '" + path(place, (String) field) + "'; known fields: "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new Fields(map, place);
    }

    private static String path(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    String path(String field) {
        return path(place, field);
    }

    boolean has(String field) {
        return map.containsKey(field);
    }

    Object raw(String field) {
        return map.get(field);
    }

    /** The object in a field; an empty one where the field is not there. */
    Fields object(String field, Set<String> known) throws RecipeException {
        return of(has(field) ? map.get(field) : Map.of(), path(field), known);
    }

    String text(String field, String pattern, String absent) throws RecipeException {
        if (!has(field)) {
            return absent;
        }
        if (!(map.get(field) instanceof String s) || !s.matches(pattern)) {
            throw new RecipeException("field '" + path(field) + "' must be text matching " + pattern);
        }
        return s;
    }

    boolean flag(String field, boolean absent) throws RecipeException {
        if (!has(field)) {
            return absent;
        }
        if (!(map.get(field) instanceof Boolean b)) {
            throw new RecipeException("field '" + path(field) + "' must be true or false");
        }
        return b;
    }

    int number(String field, int least, int most, int absent) throws RecipeException {
        if (!has(field)) {
            return absent;
        }
        if (!(map.get(field) instanceof Integer i) || i < least || i > most) {
            throw new RecipeException("field '" + path(field) + "' must be a whole number from " + least + " to " + most);
        }
        return i;
    }

    /** One of several words; absent gives the first. */
    <T> T oneOf(String field, List<T> choices, Function<T, String> key) throws RecipeException {
        if (!has(field)) {
            return choices.get(0);
        }
        for (T choice : choices) {
            if (key.apply(choice).equals(map.get(field))) {
                return choice;
            }
        }
        throw new RecipeException("field '" + path(field) + "' must be one of "
                + String.join(", ", choices.stream().map(key).toList()));
    }

    List<?> list(String field) throws RecipeException {
        Object value = has(field) ? map.get(field) : List.of();
        if (!(value instanceof List<?> list)) {
            throw new RecipeException("field '" + path(field) + "' must be a list");
        }
        return list;
    }

    /** A list of at least one text. */
    List<String> texts(String field, String pattern) throws RecipeException {
        List<String> texts = new ArrayList<>();
        for (Object entry : list(field)) {
            if (!(entry instanceof String s) || !s.matches(pattern)) {
                throw new RecipeException("field '" + path(field) + "' must hold texts matching " + pattern);
            }
            texts.add(s);
        }
        if (has(field) && texts.isEmpty()) {
            throw new RecipeException("field '" + path(field) + "' is an empty list, which nothing could satisfy; leave it out");
        }
        return texts;
    }
}
