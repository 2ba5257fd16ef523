package sluice.app.curation.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.curation.CurationException;
import sluice.app.job.Progress;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.TransferSyntax;

/** Days between studies are told by new identifiers, whatever the recipe does to the dates. */
class RelativeDaysTest {
    @TempDir
    Path temp;
    private Path in;
    private Path table;

    @BeforeEach
    void originals() throws IOException {
        in = temp.resolve("in");
        table = temp.resolve("days.csv");
        study(1, "PAT-4711", "20200228", "");
        study(2, "PAT-4711", "20200301", "");
        study(3, "PAT-4711", "", "20210228");
        study(4, "PAT-4712", "19991231", "");
        study(5, "PAT-4712", "19000101", "");
        study(6, "PAT-4713", "soon", "");
    }

    /** Two instances each, the second without any date. */
    private void study(int number, String patient, String date, String acquisition) throws IOException {
        for (int instance = 1; instance <= 2; instance++) {
            Attributes a = new Attributes();
            a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
            a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1." + number + "." + instance);
            a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.2." + number);
            a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.3." + number);
            a.setString(Tag.PatientID, VR.LO, patient);
            if (instance == 1) {
                a.setBytes(Tag.StudyDate, VR.DA, date.getBytes());
                a.setBytes(Tag.AcquisitionDate, VR.DA, acquisition.getBytes());
            }
            Path file = Files.createDirectories(in).resolve(number + "-" + instance + ".dcm");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                new DicomWriter().write(channel, new Attributes(), a, null, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            }
        }
    }

    /** Days by old study number, from the table and the mappings. */
    private TreeMap<String, String> days(String out, Optional<Path> baseline) throws Exception {
        Path secret = Files.write(temp.resolve("secret"), new byte[32]);
        Path map = temp.resolve("map-" + out);
        DeidentifyTree.Result result = new DeidentifyTree(temp.resolve("own.key"), new SecureRandom(), 3).run(
                new DeidentifyTree.Request(in, temp.resolve(out), "basic", Optional.of(secret), Optional.empty(), Optional.of(map),
                        new DeidentifyTree.Days(Optional.of(table), baseline)), Progress.NONE);
        assertEquals(List.of(), result.problems());
        var old = Files.readAllLines(map.resolve("uids.csv")).stream().map(line -> line.split(","))
                .collect(Collectors.toMap(pair -> pair[1], pair -> pair[0]));
        List<String> lines = Files.readAllLines(table);
        assertEquals("patient,study,days", lines.get(0));
        TreeMap<String, String> days = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(3, cells.length);
            assertTrue(Files.isDirectory(temp.resolve(out).resolve(cells[0]).resolve(cells[1])), line);
            days.put(old.get(cells[1]).substring("1.2.826.0.2.".length()), cells[2]);
        }
        return days;
    }

    @Test
    void daysCountFromThePatientsFirstStudy() throws Exception {
        assertEquals("{1=0, 2=2, 3=366, 4=0, 5=, 6=}", days("out", Optional.empty()).toString());
        String text = Files.readString(table);
        for (String secret : List.of("4711", "1.2.826", "2020", "1999")) {
            assertFalse(text.matches("(?s).*[^0-9]" + secret + "[0-9]{0,4}[^0-9].*"), secret);
        }
    }

    @Test
    void daysCountFromAGivenDayWhereThereIsOne() throws Exception {
        Path baseline = Files.writeString(temp.resolve("baseline.csv"), "patient,date\n\"PAT-4711\",2020-03-01\nPAT-9;20200101\n\n");
        assertEquals("{1=-2, 2=0, 3=364, 4=, 5=, 6=}", days("out", Optional.of(baseline)).toString());
        String pseudonym = Files.readAllLines(table).stream().filter(l -> l.endsWith(",364")).findFirst().orElseThrow().split(",")[0];
        Files.writeString(baseline, "patient\tdate\n" + pseudonym + "\t20200301\n");
        assertEquals("{1=-2, 2=0, 3=364, 4=, 5=, 6=}", days("again", Optional.of(baseline)).toString());
    }

    @Test
    void aBaselineThatCannotBeReadStopsTheRunBeforeItBegins() throws Exception {
        for (String bad : List.of("p,d\nPAT-4711,31.12.2020\n", "p,d\nPAT-4711\n", "p,d\n,20200101\n", "p,d\nA,20200101\nA,20200102\n")) {
            Path baseline = Files.writeString(temp.resolve("baseline.csv"), bad);
            CurationException e = assertThrows(CurationException.Unknown.class, () -> days("out", Optional.of(baseline)));
            assertTrue(e.getMessage().matches("line [23] of the baseline .*") && !e.getMessage().contains("4711"), e.getMessage());
        }
        assertThrows(CurationException.Unknown.class, () -> days("out", Optional.of(temp.resolve("absent"))));
        Files.write(temp.resolve("baseline.csv"), new byte[] {'p', '\n', (byte) 0xe5, ',', '1'});
        assertThrows(CurationException.Unknown.class, () -> days("out", Optional.of(temp.resolve("baseline.csv"))));
        assertFalse(Files.exists(temp.resolve("out")));
    }

    @Test
    void theTableIsNotWrittenAmongTheOriginals() {
        table = in.resolve("days.csv");
        assertThrows(CurationException.Refused.class, () -> days("out", Optional.empty()));
    }
}
