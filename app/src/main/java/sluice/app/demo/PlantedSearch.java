package sluice.app.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Looks for planted values in every byte of files and folder trees: in names, contents, contents without ISO 2022 escapes, inside
 * gzip, and inside deflated DICOM. At most one hit for each value, file and place is told, and never the value. Use from one
 * thread at a time or several: it has no state that changes.
 */
public final class PlantedSearch {

    /** Where in a file. */
    public enum Place {
        /** in the name of the file or of a folder on the way to it */
        NAME,
        /** in its bytes */
        BYTES,
        /** in its bytes after escape sequences of ISO 2022 are left out */
        UNESCAPED,
        /** in what gzip or deflate had compressed */
        INFLATED
    }

    /**
     * One find.
     *
     * @param index number in the {@link PlantedList}
     * @param file where
     * @param place where in it
     * @param offset byte at which it begins, of the bytes that the place speaks of; of UNESCAPED the byte at which it ends
     */
    public record Hit(int index, Path file, Place place, long offset) {
    }

    private static final int BUFFER = 1 << 16;

    private final ByteAutomaton automaton;
    private final int[] indexOfPattern;

    public PlantedSearch(PlantedList list) {
        PlantedForms forms = new PlantedForms();
        List<ByteBuffer> patterns = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int n = 0; n < list.planted().size(); n++) {
            for (ByteBuffer form : forms.of(list.planted().get(n))) {
                patterns.add(form);
                indices.add(n);
            }
        }
        automaton = new ByteAutomaton(patterns);
        indexOfPattern = indices.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Searches a file, or all files below a folder. Links are not followed.
     *
     * @throws IOException when anything cannot be read: a search that was not complete is no evidence
     */
    public List<Hit> search(Path root) throws IOException {
        List<Hit> hits = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                String name = root.equals(file) ? String.valueOf(file.getFileName()) : root.relativize(file).toString();
                new Scan(file, Place.NAME, hits).run(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    content(file, hits);
                }
            }
        }
        return hits;
    }

    /** Searches bytes that are no file, such as a captured log; {@code name} is what hits call them. */
    public List<Hit> search(byte[] bytes, Path name) throws IOException {
        List<Hit> hits = new ArrayList<>();
        new Scan(name, Place.BYTES, hits).run(new ByteArrayInputStream(bytes));
        return hits;
    }

    private void content(Path file, List<Hit> hits) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            new Scan(file, Place.BYTES, hits).run(in);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] head = in.readNBytes(512);
            int deflated = DeflatedDicom.start(head);
            boolean gzip = head.length > 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
            if (gzip || deflated > 0) {
                inflated(file, gzip ? 0 : deflated, hits);
            }
        }
    }

    private void inflated(Path file, int skip, List<Hit> hits) throws IOException {
        Inflater raw = new Inflater(true);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.skipNBytes(skip);
            new Scan(file, Place.INFLATED, hits).run(skip == 0 ? new GZIPInputStream(in, BUFFER)
                : new InflaterInputStream(in, raw, BUFFER));
        } catch (EOFException | ZipException e) {
            // no gzip after all, or cut off: what could be inflated has been searched
        } finally {
            raw.end();
        }
    }

    /** One pass over one run of bytes, with a second automaton that does not see escape sequences. */
    private final class Scan {

        private final Path file;
        private final Place place;
        private final List<Hit> hits;
        private final Set<Integer> known = new HashSet<>();
        private final EscapeFilter filter = new EscapeFilter();
        private int plain;
        private int unescaped;
        private long at;

        Scan(Path file, Place place, List<Hit> hits) {
            this.file = file;
            this.place = place;
            this.hits = hits;
        }

        void run(InputStream in) throws IOException {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    step(buffer[i] & 0xff);
                }
            }
        }

        private void step(int b) {
            at++;
            plain = automaton.step(plain, b);
            for (int s = automaton.ending(plain); s > 0; s = automaton.shorter(s)) {
                add(automaton.pattern(s), place, at - automaton.length(automaton.pattern(s)));
            }
            if (filter.passes(b)) {
                unescaped = automaton.step(unescaped, b);
                if (unescaped != plain) {
                    for (int s = automaton.ending(unescaped); s > 0; s = automaton.shorter(s)) {
                        add(automaton.pattern(s), place == Place.BYTES ? Place.UNESCAPED : place, at - 1);
                    }
                }
            }
        }

        private void add(int pattern, Place where, long offset) {
            int index = indexOfPattern[pattern];
            if (known.add(index * Place.values().length + where.ordinal())) {
                hits.add(new Hit(index, file, where, offset));
            }
        }
    }
}
