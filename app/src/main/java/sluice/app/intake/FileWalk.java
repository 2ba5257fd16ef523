package sluice.app.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * All files below some paths, each path's in the order of its names, whatever the file system's own order is. Symbolic
 * links are followed, each folder is entered once. What cannot be read comes out as {@link Found.Unreadable}: nothing is
 * passed over in silence. Memory grows with one folder's entries and the depth, not with the number of files.
 */
public final class FileWalk implements Iterator<FileWalk.Found> {

    /** One thing that the walk came to. */
    public sealed interface Found {
        Path path();

        /** A regular file. */
        record File(Path path, long size, long modifiedNanos) implements Found {}

        /** A file or folder that is there and cannot be looked at, or a link to nothing. */
        record Unreadable(Path path) implements Found {}

        /**
         * A file whose name has no exact form as text, such as a Latin-1 name where names are UTF-8: kept as text it could
         * not be found again, and two of them could become one.
         */
        record Unnameable(Path path) implements Found {
            public static final String CODE = "name-not-text";
            public static final String TEXT = "the file's name or a folder's is no text in the encoding of this system; rename"
                    + " it, or start with a UTF-8 locale";
        }

        /** A socket, device or pipe: never opened, since reading it may never end. */
        record Special(Path path) implements Found {}
    }

    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Set<Object> entered = new HashSet<>();
    private Found next;

    /** @param roots files or folders; made absolute and normal, nested and repeated ones are walked once */
    public FileWalk(List<Path> roots) {
        this(roots, Optional.empty());
    }

    /** @param apart a folder that is never entered, by whatever way it is come to */
    public FileWalk(List<Path> roots, Optional<Path> apart) {
        apart.flatMap(FileWalk::key).ifPresent(entered::add);
        List<Path> starts = roots.stream().map(p -> p.toAbsolutePath().normalize()).distinct().sorted().toList();
        List<Path> outer = new ArrayList<>();
        for (Path start : starts) {
            if (outer.stream().noneMatch(start::startsWith)) {
                outer.add(start);
            }
        }
        outer.forEach(waiting::addLast);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !waiting.isEmpty()) {
            next = visit(waiting.removeFirst());
        }
        return next != null;
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Found found = next;
        next = null;
        return found;
    }

    /** @return null for a folder, whose entries are put in front of what is waiting */
    private Found visit(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                if (entered.add(key(path, attributes))) {
                    enter(path);
                }
                return null;
            }
            if (!isText(path)) {
                return new Found.Unnameable(path);
            }
            return attributes.isRegularFile()
                    ? new Found.File(path, attributes.size(), nanos(attributes))
                    : new Found.Special(path);
        } catch (NoSuchFileException vanished) {
            // a file that went away while we walked is no loss of ours; a link to nothing is worth a word
            return Files.isSymbolicLink(path) ? new Found.Unreadable(path) : null;
        } catch (IOException e) {
            return new Found.Unreadable(path);
        }
    }

    private static Object key(Path path, BasicFileAttributes attributes) throws IOException {
        return attributes.fileKey() == null ? path.toRealPath() : attributes.fileKey();
    }

    private static Optional<Object> key(Path folder) {
        try {
            return Optional.of(key(folder, Files.readAttributes(folder, BasicFileAttributes.class)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static boolean isText(Path path) {
        String text = path.toString();
        if (text.indexOf('\uFFFD') < 0) {
            return true;
        }
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void enter(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Collections.reverseOrder());
        entries.forEach(waiting::addFirst);
    }

    private static long nanos(BasicFileAttributes attributes) {
        var time = attributes.lastModifiedTime().toInstant();
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }
}
