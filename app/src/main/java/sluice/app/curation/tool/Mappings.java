package sluice.app.curation.tool;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sluice.app.deid.pseudonym.MappingListener;

/**
 * Old and new identifiers of a run, kept in memory only where somebody asked for them, and written as CSV in the form that
 * the MIDI-B validator reads: {@code id_old,id_new}. One old identifier has a row for each new one: two issuers may have given
 * the same Patient ID to two people.
 */
final class Mappings {
    private final List<Mine> workers = new ArrayList<>();
    private final Set<Pair> files = new HashSet<>();

    /** An identifier before and after. */
    private record Pair(String before, String after) {
        @Override
        public String toString() {
            return "Pair[]";
        }
    }

    /** What one worker hears. */
    private static final class Mine implements MappingListener {
        private final Set<Pair> patients = new HashSet<>();
        private final Set<Pair> uids = new HashSet<>();

        @Override
        public void mapped(Kind kind, String oldValue, String newValue) {
            (kind == Kind.PATIENT ? patients : uids).add(new Pair(oldValue, newValue));
        }
    }

    /** A listener for one worker. */
    synchronized MappingListener listener() {
        Mine mine = new Mine();
        workers.add(mine);
        return mine;
    }

    void file(String before, String after) {
        files.add(new Pair(before, after));
    }

    /** To be called when the workers have ended. */
    synchronized void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<Pair> patients = new HashSet<>();
        Set<Pair> uids = new HashSet<>();
        for (Mine mine : workers) {
            patients.addAll(mine.patients);
            uids.addAll(mine.uids);
        }
        csv(folder.resolve("patients.csv"), "id_old,id_new", patients);
        csv(folder.resolve("uids.csv"), "id_old,id_new", uids);
        csv(folder.resolve("files.csv"), "path_old,path_new", files);
    }

    private static void csv(Path file, String header, Set<Pair> pairs) throws IOException {
        List<Pair> rows = new ArrayList<>(pairs);
        rows.sort(Comparator.comparing(Pair::before).thenComparing(Pair::after));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, owner(part));
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write(header + "\n");
            for (Pair row : rows) {
                out.write(quoted(row.before()) + "," + quoted(row.after()) + "\n");
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Nobody else's eyes, where the file system knows of owners. */
    private static FileAttribute<?>[] owner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** RFC 4180. */
    private static String quoted(String value) {
        return value.matches("[^\",\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
