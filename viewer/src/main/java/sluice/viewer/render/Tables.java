package sluice.viewer.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tab-separated tables beside this class; lines that begin with # are comments. */
final class Tables {
    private Tables() {}

    static List<String[]> rows(String name, int columns) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The table " + name + " is missing from the installation");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String[]> rows = lines.lines().filter(l -> !l.isEmpty() && l.charAt(0) != '#').map(l -> l.split("\t", -1)).toList();
            if (rows.stream().anyMatch(row -> row.length != columns)) {
                throw new IllegalStateException("The table " + name + " has a row that does not have " + columns + " columns");
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read", e);
        }
    }
}
