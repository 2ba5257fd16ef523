package sluice.app.deid;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The folder that new files go to, shared by all workers of a run. A file is written beside its place under a temporary name
 * (ending in {@value #TEMPORARY}) and renamed when it is complete; a killed run leaves nothing under a final name, and the
 * next run overwrites what it left.
 */
public final class OutputFolder {

    /** Ending of files that are not complete. */
    public static final String TEMPORARY = ".part";

    private static final int SUFFIX = 12;

    private final Path root;
    private final OutputOptions options;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private final Lock naming = new ReentrantLock();

    public OutputFolder(Path root, OutputOptions options) {
        this.root = root;
        this.options = options;
    }

    /** Writes the content of one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param folder below the root
     * @param stem name without ending
     * @param ending with its dot
     * @param unique letters and digits that belong to this source file and no other
     * @return the new file relative to the root, or null if a different file has the name and the options refuse
     */
    Path write(Path folder, String stem, String ending, String unique, Content content) throws IOException {
        Path absolute = root.resolve(folder);
        if (!made.contains(absolute)) {
            Files.createDirectories(absolute);
            made.add(absolute);
        }
        Path temporary = absolute.resolve(unique + TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                content.writeTo(channel);
                if (options.syncToDisk()) {
                    channel.force(true);
                }
            }
            String name = publish(absolute, temporary, stem, ending, unique);
            return name == null ? null : folder.resolve(name);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private String publish(Path folder, Path temporary, String stem, String ending, String unique) throws IOException {
        String name = stem + ending;
        naming.lock();
        try {
            if (options.ifDifferent() != OutputOptions.IfDifferent.REPLACE && differs(temporary, folder.resolve(name))) {
                if (options.ifDifferent() == OutputOptions.IfDifferent.REFUSE) {
                    Files.delete(temporary);
                    return null;
                }
                name = stem + "-" + unique.substring(0, SUFFIX) + ending;
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return name;
        } finally {
            naming.unlock();
        }
    }

    /** Writes a file and those that belong to it, all with the same stem, into one folder. */
    @FunctionalInterface
    interface Together {
        void writeTo(Path first) throws IOException;
    }

    /**
     * Writes files that belong together, such as a header and its voxels. They are written in a folder of their own, whose
     * name ends in {@value #TEMPORARY}, so that no other source that gets the same name meets them half-written.
     *
     * @param folder below the root
     * @param name of the first file
     * @param unique letters and digits that belong to this source and no other
     * @return the first file relative to the root, or null if a different file has one of the names and the options refuse
     */
    Path writeTogether(Path folder, String name, String unique, Together content) throws IOException {
        Path own = make(folder.resolve(unique + TEMPORARY));
        try {
            content.writeTo(own.resolve(name));
            String published = publishAll(root.resolve(folder), own, name, unique);
            return published == null ? null : folder.resolve(published);
        } finally {
            for (Path left : list(own)) {
                Files.delete(left);
            }
            Files.delete(own);
        }
    }

    private String publishAll(Path folder, Path own, String name, String unique) throws IOException {
        int stem = name.indexOf('.');
        String added = "";
        naming.lock();
        try {
            List<Path> files = list(own);
            for (Path file : files) {
                if (options.ifDifferent() != OutputOptions.IfDifferent.REPLACE
                        && differs(file, folder.resolve(file.getFileName()))) {
                    if (options.ifDifferent() == OutputOptions.IfDifferent.REFUSE) {
                        return null;
                    }
                    added = "-" + unique.substring(0, SUFFIX);
                }
            }
            for (Path file : files) {
                String old = file.getFileName().toString();
                Files.move(file, folder.resolve(old.substring(0, stem) + added + old.substring(stem)),
                        StandardCopyOption.ATOMIC_MOVE);
            }
            return name.substring(0, stem) + added + name.substring(stem);
        } finally {
            naming.unlock();
        }
    }

    /** In reverse order of names: a header comes after its voxels. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static boolean differs(Path a, Path b) throws IOException {
        return Files.exists(b) && Files.mismatch(a, b) >= 0;
    }

    /** A folder below the root, made if it was not there. */
    Path make(Path folder) throws IOException {
        return Files.createDirectories(root.resolve(folder));
    }
}
