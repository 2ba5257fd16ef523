package sluice.app.curation.tool;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.app.deid.pseudonym.MappingListener;

/**
 * Old and new identifiers of a run, kept in memory only where somebody asked for them, and written as CSV in the form that
 * the MIDI-B validator reads: {@code id_old,id_new}.
 */
final class Mappings {
    private final List<Mine> workers = new ArrayList<>();
    private final Map<String, String> files = new TreeMap<>();

    /** What one worker hears. */
    private static final class Mine implements MappingListener {
        private final Map<String, String> patients = new TreeMap<>();
        private final Map<String, String> uids = new TreeMap<>();

        @Override
        public void mapped(Kind kind, String oldValue, String newValue) {
            (kind == Kind.PATIENT ? patients : uids).put(oldValue, newValue);
        }
    }

    /** A listener for one worker. */
    synchronized MappingListener listener() {
        Mine mine = new Mine();
        workers.add(mine);
        return mine;
    }

    void file(String before, String after) {
        files.put(before, after);
    }

    /** To be called when the workers have ended. */
    synchronized void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> patients = new TreeMap<>();
        Map<String, String> uids = new TreeMap<>();
        for (Mine mine : workers) {
            patients.putAll(mine.patients);
            uids.putAll(mine.uids);
        }
        csv(folder.resolve("patients.csv"), "id_old,id_new", patients);
        csv(folder.resolve("uids.csv"), "id_old,id_new", uids);
        csv(folder.resolve("files.csv"), "path_old,path_new", files);
    }

    private static void csv(Path file, String header, Map<String, String> rows) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write(header + "\n");
            for (Map.Entry<String, String> row : rows.entrySet()) {
                out.write(quoted(row.getKey()) + "," + quoted(row.getValue()) + "\n");
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** RFC 4180. */
    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
