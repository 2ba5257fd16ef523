package sluice.viewer.nifti;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Loads the layout and datatype tables that lie beside this class. They are read once and never change. */
final class NiftiTables {

    private static final Map<NiftiVersion, Map<String, NiftiField>> FIELDS = fields();
    private static final Map<Integer, NiftiDatatype> DATATYPES = datatypes();

    private NiftiTables() {
    }

    /** Fields of a layout by name, in header order. */
    static Map<String, NiftiField> fields(NiftiVersion version) {
        return FIELDS.get(version);
    }

    static Map<Integer, NiftiDatatype> byCode() {
        return DATATYPES;
    }

    private static Map<NiftiVersion, Map<String, NiftiField>> fields() {
        Map<NiftiVersion, Map<String, NiftiField>> all = new EnumMap<>(NiftiVersion.class);
        for (NiftiVersion version : NiftiVersion.values()) {
            Map<String, NiftiField> fields = new LinkedHashMap<>();
            for (String[] c : rows(version.table())) {
                fields.put(c[0], new NiftiField(c[0], Integer.parseInt(c[1]),
                    NiftiField.Type.valueOf(c[2].toUpperCase(Locale.ROOT)), Integer.parseInt(c[3]), cleared(c[4])));
            }
            all.put(version, Collections.unmodifiableMap(fields));
        }
        return all;
    }

    private static Integer cleared(String cell) {
        return switch (cell) {
            case "-" -> null;
            case "r" -> (int) 'r';
            default -> Integer.valueOf(cell);
        };
    }

    private static Map<Integer, NiftiDatatype> datatypes() {
        Map<Integer, NiftiDatatype> all = new LinkedHashMap<>();
        for (String[] c : rows("datatypes.tsv")) {
            int code = Integer.parseInt(c[0]);
            all.put(code, new NiftiDatatype(code, c[1], Integer.parseInt(c[2]), Integer.parseInt(c[3]),
                NiftiDatatype.Number.valueOf(c[4].toUpperCase(Locale.ROOT))));
        }
        return Collections.unmodifiableMap(all);
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = NiftiTables.class.getResourceAsStream(resource);
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
