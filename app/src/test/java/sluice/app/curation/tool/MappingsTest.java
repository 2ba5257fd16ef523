package sluice.app.curation.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.pseudonym.MappingListener;

class MappingsTest {

    @TempDir
    private Path folder;

    @Test
    void oneIdOfTwoIssuersHasARowForEachPerson() throws IOException {
        Mappings mappings = new Mappings();
        MappingListener one = mappings.listener();
        MappingListener other = mappings.listener();
        one.mapped(MappingListener.Kind.PATIENT, "4711", "P-B");
        one.mapped(MappingListener.Kind.PATIENT, "4711", "P-A");
        other.mapped(MappingListener.Kind.PATIENT, "4711", "P-B");
        other.mapped(MappingListener.Kind.UID, "1.2", "2.25.1");

        mappings.write(folder);

        assertEquals(List.of("id_old,id_new", "4711,P-A", "4711,P-B"), Files.readAllLines(folder.resolve("patients.csv")));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("patients.csv"))));
        }
        assertEquals(List.of("id_old,id_new", "1.2,2.25.1"), Files.readAllLines(folder.resolve("uids.csv")));
    }
}
