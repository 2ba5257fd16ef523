package sluice.app.intake;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.app.catalogue.FileState;
import sluice.app.catalogue.KnownFile;

/** Passes on what a walk meets, except files that are known as they are. Asks for a block of files at a time. */
final class NewFiles implements Iterator<FileWalk.Found> {
    private final FileWalk walk;
    private final int block;
    private final Function<Collection<String>, Map<String, KnownFile>> known;
    private final Consumer<FileWalk.Found.File> unchanged;
    private final Deque<FileWalk.Found> ready = new ArrayDeque<>();

    NewFiles(FileWalk walk, int block, Function<Collection<String>, Map<String, KnownFile>> known,
            Consumer<FileWalk.Found.File> unchanged) {
        this.walk = walk;
        this.block = block;
        this.known = known;
        this.unchanged = unchanged;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && walk.hasNext()) {
            fill();
        }
        return !ready.isEmpty();
    }

    @Override
    public FileWalk.Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.removeFirst();
    }

    private void fill() {
        List<FileWalk.Found> found = new ArrayList<>(block);
        while (found.size() < block && walk.hasNext()) {
            found.add(walk.next());
        }
        Map<String, KnownFile> before = known.apply(found.stream().map(FileWalk.Found::path).map(Path::toString).toList());
        for (FileWalk.Found f : found) {
            if (f instanceof FileWalk.Found.File file && same(file, before.get(file.path().toString()))) {
                unchanged.accept(file);
            } else {
                ready.add(f);
            }
        }
    }

    /** What is in quarantine is looked at again: a newer program may understand it. */
    private static boolean same(FileWalk.Found.File now, KnownFile before) {
        return before != null && before.state() == FileState.PRESENT && before.stamp().size() == now.size()
                && before.stamp().modifiedNanos() == now.modifiedNanos();
    }
}
