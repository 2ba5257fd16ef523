package sluice.app.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.catalogue.SourceItem;

/** Every file once, whatever way leads to it, and nothing passed over in silence. */
class FileWalkTest {
    @TempDir
    Path temp;

    private Path root() throws IOException {
        return temp.toRealPath();
    }

    private static List<FileWalk.Found> all(FileWalk walk) {
        List<FileWalk.Found> found = new ArrayList<>();
        walk.forEachRemaining(found::add);
        return found;
    }

    private static List<Path> paths(FileWalk walk) {
        return all(walk).stream().map(FileWalk.Found::path).toList();
    }

    private Path file(String name) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[] {1});
    }

    @Test
    void anyTreeComesOutWholeOnceAndInOrder() throws IOException {
        Random random = new Random(7);
        TreeSet<Path> expected = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder name = new StringBuilder();
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                name.append("folder ").append(random.nextInt(3)).append('/');
            }
            expected.add(file(name + "scan\n" + random.nextInt(1000) + ".x"));
        }
        List<Path> walked = paths(new FileWalk(List.of(root())));
        assertEquals(new ArrayList<>(expected), walked.stream().sorted().toList());
        assertEquals(walked, paths(new FileWalk(List.of(root()))));
    }

    @Test
    void nestedRepeatedAndRelativeRootsAreOne() throws IOException {
        Path inner = file("a/b/one").getParent();
        Path relative = Path.of("").toAbsolutePath().relativize(inner);
        List<Path> roots = new ArrayList<>(List.of(inner, root(), root().resolve("a"), inner, relative, root().resolve("a/../a")));
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(roots, new Random(i));
            assertEquals(1, all(new FileWalk(roots)).size());
        }
    }

    @Test
    void linkLoopsEndAndLinksToNothingAreTold() throws IOException {
        file("a/one");
        Files.createSymbolicLink(root().resolve("a/loop"), root());
        Files.createSymbolicLink(root().resolve("again"), root().resolve("a"));
        Files.createSymbolicLink(root().resolve("self"), root().resolve("self"));
        Path nothing = Files.createSymbolicLink(root().resolve("nothing"), root().resolve("gone"));
        List<FileWalk.Found> found = all(new FileWalk(List.of(root())));
        assertEquals(1, found.stream().filter(FileWalk.Found.File.class::isInstance).count());
        assertEquals(List.of(nothing, root().resolve("self")), found.stream().filter(FileWalk.Found.Unreadable.class::isInstance)
                .map(FileWalk.Found::path).sorted().toList());
    }

    @Test
    void folderThatIsKeptApartIsNeverEntered() throws IOException {
        Path apart = file("in/apart/copy").getParent();
        Path kept = file("in/original");
        Files.createSymbolicLink(root().resolve("in/detour"), apart);
        assertEquals(List.of(kept), paths(new FileWalk(List.of(root()), Optional.of(apart))));
        assertEquals(2, paths(new FileWalk(List.of(root()), Optional.of(root().resolve("absent")))).size());
    }

    @Test
    void namesThatAreNoTextAreToldApart() throws IOException {
        List<String> told = new ArrayList<>();
        for (String name : List.of("M%FCller", "M%F6ller")) {
            try {
                Files.write(Path.of(URI.create(root().toUri() + name)), new byte[200]);
            } catch (IOException | IllegalArgumentException e) {
                assumeTrue(false, "this file system has only names that are text");
            }
        }
        for (FileWalk.Found found : all(new FileWalk(List.of(root())))) {
            assertInstanceOf(FileWalk.Found.Unnameable.class, found);
            SourceItem.Quarantined item = assertInstanceOf(SourceItem.Quarantined.class, new FileExaminer().examine(found));
            assertEquals("name-not-text", item.code());
            told.add(item.stamp().path());
        }
        assertEquals(2, told.size());
        assertNotEquals(told.get(0), told.get(1));
    }

    @Test
    void vanishedFileIsNoEntryAndTheEndIsAnEnd() throws IOException {
        Path gone = file("b");
        file("a");
        FileWalk walk = new FileWalk(List.of(root()));
        walk.next();
        Files.delete(gone);
        assertEquals(false, walk.hasNext());
        assertThrows(NoSuchElementException.class, walk::next);
    }
}
