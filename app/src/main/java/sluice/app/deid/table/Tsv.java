package sluice.app.deid.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tab-separated tables: lines that start with {@code #} are comments, {@code #edition<TAB>text} names the edition.
 *
 * @param edition text of the edition line, or ""
 * @param rows the other lines in file order, split at tabs, with empty trailing cells kept
 */
record Tsv(String edition, List<String[]> rows) {

    static Tsv resource(String name) {
        try (InputStream in = Tsv.class.getResourceAsStream("/sluice/app/deid/" + name)) {
            if (in == null) {
                throw new TableException("table " + name + " is missing from the product");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tsv read(Reader reader) throws IOException {
        String edition = "";
        List<String[]> rows = new ArrayList<>(6000);
        BufferedReader lines = new BufferedReader(reader, 1 << 15);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("#")) {
                if (line.startsWith("#edition\t")) {
                    edition = line.substring("#edition\t".length());
                }
            } else if (!line.isEmpty()) {
                rows.add(split(line));
            }
        }
        return new Tsv(edition, rows);
    }

    private static String[] split(String line) {
        List<String> cells = new ArrayList<>(16);
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(line.substring(from, tab));
            from = tab + 1;
        }
        cells.add(line.substring(from));
        return cells.toArray(new String[0]);
    }
}
