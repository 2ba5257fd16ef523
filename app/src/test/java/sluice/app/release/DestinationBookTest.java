package sluice.app.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.settings.Destination;
import sluice.transfer.connector.Connectors;
import sluice.transfer.connector.TransferException;
import sluice.transfer.folder.FolderConnector;
import sluice.transfer.sftp.SftpConnector;

class DestinationBookTest {
    private final DestinationBook book = new DestinationBook(new Connectors(List.of(new FolderConnector(), new SftpConnector())),
            reference -> Optional.empty());

    @TempDir
    Path temp;

    private static Destination folder(String path, String evidence) {
        return new Destination("disk", "folder", new TreeMap<>(Map.of("path", path)), Set.of("all"), evidence, List.of());
    }

    @Test
    void relativePathsMeanTheSameFromEveryFolder() throws Exception {
        Map<String, String> options = book.checkedOptions("folder", Map.of("path", "some/../place"));
        assertEquals(Path.of("place").toAbsolutePath().toString(), options.get("path"));
    }

    @Test
    void whatMakesNoSenseIsSaidBeforeAnythingIsKept() {
        assertThrows(TransferException.InvalidOptions.class, () -> book.checkedOptions("fax", Map.of()));
        assertThrows(TransferException.InvalidOptions.class, () -> book.checkedOptions("folder", Map.of()));
        assertThrows(TransferException.InvalidOptions.class, () -> book.checkedOptions("folder", Map.of("path", "/x", "pth", "/y")));
        String all = assertThrows(TransferException.InvalidOptions.class,
                () -> book.checkedOptions("sftp", Map.of("port", "no number"))).getMessage();
        assertTrue(all.contains("port") && all.contains("host") && all.contains("user"), all);
    }

    @Test
    void destinationIsTestedWithoutLeavingAnything() throws Exception {
        assertEquals("", book.test(folder(temp.toString(), "read-back")).peer());
        try (var entries = Files.list(temp)) {
            assertEquals(0, entries.count());
        }
        assertThrows(TransferException.Unreachable.class, () -> book.test(folder(temp.resolve("absent").toString(), "read-back")));
        assertThrows(IllegalArgumentException.class, () -> book.target(folder(temp.toString(), "hearsay")));
    }
}
