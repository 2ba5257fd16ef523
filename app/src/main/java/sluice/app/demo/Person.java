package sluice.app.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An invented patient: the facts of {@code people.tsv}.
 *
 * @param key which one
 * @param facts by name, in table order
 * @param planted the facts to be searched for
 */
record Person(String key, Map<String, String> facts, List<PlantedList.Planted> planted) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    static Person of(String key) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<PlantedList.Planted> planted = new ArrayList<>();
        for (String[] row : Tables.rows("people.tsv")) {
            if (row[0].equals(key)) {
                facts.put(row[1], row[2]);
                switch (row[3]) {
                    case "name" -> planted.add(new PlantedList.Planted(PlantedList.Kind.NAME, row[2]));
                    case "value" -> planted.add(new PlantedList.Planted(PlantedList.Kind.VALUE, row[2]));
                    default -> { }
                }
            }
        }
        return new Person(key, facts, planted);
    }

    String fact(String name) {
        return facts.get(name);
    }

    /** Text with {@code {fact}} replaced; other placeholders stay. */
    String fill(String text) {
        Matcher m = PLACEHOLDER.matcher(text);
        return m.replaceAll(found -> Matcher.quoteReplacement(facts.getOrDefault(found.group(1), found.group())));
    }

    /** How the text of this patient's data sets is encoded (PS3.3 C.12.1.1.2). */
    Charset charset() {
        return switch (fact("charset")) {
            case "ISO_IR 100" -> StandardCharsets.ISO_8859_1;
            case "ISO_IR 192" -> StandardCharsets.UTF_8;
            default -> Charset.forName("ISO-2022-JP");
        };
    }
}
