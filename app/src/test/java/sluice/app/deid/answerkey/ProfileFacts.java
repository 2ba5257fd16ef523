package sluice.app.deid.answerkey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Table E.1-1 as published: tag to the actions of the Basic Profile and of each option. Read here anew, as text. */
final class ProfileFacts {

    private final Map<Integer, Map<String, String>> rows = new HashMap<>();

    ProfileFacts() {
        try (InputStream in = ProfileFacts.class.getResourceAsStream("/sluice/app/deid/ps3.15-e1-1.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] header = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] c = line.split("\t", -1);
                if (line.startsWith("#")) {
                    continue;
                }
                if (header == null) {
                    header = c;
                } else if (c[0].matches("[0-9A-F]{4},[0-9A-F]{4}")) {
                    Map<String, String> actions = new HashMap<>();
                    for (int i = 4; i < c.length; i++) {
                        if (!c[i].isEmpty()) {
                            actions.put(header[i], c[i]);
                        }
                    }
                    rows.put(Integer.parseUnsignedInt(c[0].replace(",", ""), 16), actions);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The action for an attribute, one of X Z D K C U, or "" if the table does not list it.
     *
     * @param options keys of the recipe's options; keeping wins over cleaning
     * @param type 1, 2 or 3
     */
    String action(int tag, Set<String> options, int type) {
        Map<String, String> row = rows.get(tag);
        if (row == null) {
            return "";
        }
        String action = row.get("basicProfile");
        for (String option : options) {
            String other = row.get(option);
            if (other != null && !action.equals("K")) {
                action = other;
            }
        }
        return switch (action) {
            case "Z/D" -> type == 1 ? "D" : "Z";
            case "X/Z" -> type == 3 ? "X" : "Z";
            case "X/D" -> type == 1 ? "D" : "X";
            case "X/Z/D" -> type == 1 ? "D" : type == 2 ? "Z" : "X";
            case "X/Z/U*" -> "U";
            default -> action;
        };
    }
}
