package sluice.app.curation.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.app.curation.CurationException;
import sluice.app.deid.dates.Day;

/**
 * The day from which each patient's days count, from a table with a header and two columns: the patient by the ID of the
 * source or by the new one, and a date ({@code yyyymmdd} or {@code yyyy-mm-dd}). Columns are parted by comma, semicolon or
 * tab. Identifies patients.
 */
record Baseline(Map<String, LocalDate> days) {

    /** @throws CurationException.Unknown when the file is not there or a line has no date */
    static Baseline read(Path file) throws CurationException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new CurationException.Unknown("there is no baseline at " + file);
        }
        Map<String, LocalDate> days = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine(); // the header
            int number = 2;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (!line.isBlank()) {
                    add(line, number, days);
                }
            }
        } catch (MalformedInputException e) {
            throw new CurationException.Unknown("the baseline is not UTF-8 text");
        }
        return new Baseline(days);
    }

    private static void add(String line, int number, Map<String, LocalDate> days) throws CurationException {
        int cut = Math.max(Math.max(line.lastIndexOf(','), line.lastIndexOf(';')), line.lastIndexOf('\t'));
        Optional<LocalDate> day = cut < 0 ? Optional.empty() : Day.parse(unquoted(line.substring(cut + 1)));
        if (day.isEmpty() || unquoted(line.substring(0, cut)).isEmpty()) {
            throw new CurationException.Unknown("line " + number + " of the baseline is not a patient and a date (yyyymmdd or yyyy-mm-dd)");
        }
        if (days.put(unquoted(line.substring(0, cut)), day.get()) != null) {
            throw new CurationException.Unknown("line " + number + " of the baseline names a patient a second time");
        }
    }

    private static String unquoted(String cell) {
        String s = cell.strip();
        boolean quoted = s.length() > 1 && s.startsWith("\"") && s.endsWith("\"");
        return quoted ? s.substring(1, s.length() - 1).replace("\"\"", "\"") : s;
    }

    @Override
    public String toString() {
        return "Baseline[…]";
    }
}
