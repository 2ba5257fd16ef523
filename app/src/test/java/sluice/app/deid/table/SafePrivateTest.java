package sluice.app.deid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafePrivateTest {

    private final SafePrivate table = SafePrivate.load();

    @Test
    void theShippedTableHasEveryRowOfTheEditionItNames() {
        assertEquals("PS3.15 2026d", table.edition());
        assertEquals(479, table.size());
    }

    @Test
    void theBlockDoesNotCount() {
        SafePrivate.Entry first = table.find("SIEMENS MR HEADER", 0x0019_100C);
        assertEquals(new SafePrivate.Entry("SIEMENS MR HEADER", StandardVr.IS, "1", "B Value"), first);
        for (int block = 0x10; block <= 0xFF; block++) {
            assertEquals(first, table.find("SIEMENS MR HEADER", 0x0019_000C | block << 8));
        }
    }

    @Test
    void highGroupsAreFoundAsWell() {
        assertNotNull(table.find("Philips PET Private Group", 0x7053_1000));
        assertEquals(StandardVr.OB, table.find("SIEMENS Ultrasound SC2000", 0x7FD1_1010).vr());
        assertEquals(StandardVr.OW, table.find("Philips Imaging DD 001", 0x2001_107D).vr());
        assertEquals(StandardVr.UN, table.find("SIEMENS Ultrasound SC2000", 0x0119_1011).vr());
    }

    @Test
    void creatorsAreTrimmedAndCaseCounts() {
        assertNotNull(table.find(" SIEMENS MR HEADER ", 0x0019_100C));
        assertNull(table.find("Siemens MR Header", 0x0019_100C));
        assertNull(table.find("SIEMENS MR HEADE", 0x0019_100C));
        assertNull(table.find("", 0x0019_100C));
    }

    @Test
    void anotherCreatorsElementInTheSameBlockIsNotSafe() {
        assertNull(table.find("SIEMENS CSA HEADER", 0x0029_1010));
        assertNull(table.find("GEMS_ACQU_01", 0x0019_100C));
        assertNull(table.find("SIEMENS MR HEADER", 0x0019_1023));
        assertNull(table.find("SIEMENS MR HEADER", 0x0029_100C));
    }

    @Test
    void thePrivateCreatorIsNoEntry() {
        assertNull(table.find("SIEMENS MR HEADER", 0x0019_0010));
        assertNull(table.find("SIEMENS MR HEADER", 0x0019_000C));
        assertNull(table.find("SIEMENS MR HEADER", 0x0019_0F0C));
    }

    @Test
    void brokenTablesAreRefused() {
        for (String row : List.of("0018,xx01\tA\tDS\t1\tx", "0019,1001\tA\tDS\t1\tx", "0019,xx01\tA\tDS\t1",
                "0019,xx01\tA\tDS\t1\tx\n0019,xx01\tA\tDS\t1\ty")) {
            assertThrows(TableException.class, () -> SafePrivate.of(Tsv.read(new StringReader(row + "\n"))), row);
        }
    }
}
