package sluice.app.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.pixels.TextReader;
import sluice.viewer.codec.PixelBox;

class TesseractTest {

    @Test
    void boxesOfSureWordsAreTakenFromTheTable() {
        String table = "level\tpage\n"
                + "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t91.5\tHANSEN\n"
                + "5\t1\t1\t1\t1\t2\t50\t20\t30\t12\t12.0\tHANSEN\n"
                + "5\t1\t1\t1\t1\t3\t60\t20\t30\t12\t95\t|\n"
                + "4\t1\t1\t1\t1\t0\t0\t0\t99\t99\t-1\t\n"
                + "5\t1\t1\t1\t1\t4\tx\t20\t30\t12\t95\tHANSEN\n";
        TextReader.Word sure = new TextReader.Word(new PixelBox(7, 17, 36, 18), false);
        assertEquals(List.of(sure), Tesseract.words(table, 100, 100, word -> false));
    }

    @Test
    void aGuessCountsWhereItIsKnown() {
        String table = "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t31\tHANSEN\n5\t1\t1\t1\t1\t2\t50\t20\t30\t12\t31\tLiver\n";
        assertEquals(List.of(new TextReader.Word(new PixelBox(7, 17, 36, 18), true)), Tesseract.words(table, 100, 100, "HANSEN"::equals));
    }

    @Test
    void whereItIsNotInstalledNobodyReads(@TempDir Path folder) {
        assertSame(TextReader.NONE, Tesseract.find(folder.toString()));
        assertSame(TextReader.NONE, Tesseract.find(""));
    }

    @Test
    void aProgramThatIsNoneIsNoError(@TempDir Path folder) throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(program, "no program");
        assertEquals(List.of(), new Tesseract(program).words(2, 2, new byte[4], word -> false));
    }

    @Test
    void thePictureGoesThroughAPipe(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
        Path program = folder.resolve("tesseract");
        Files.writeString(program, "#!/bin/sh\nn=$(cat | wc -c)\n"
                + "printf '5\\t1\\t1\\t1\\t1\\t1\\t%s\\t20\\t30\\t12\\t91.5\\tAB\\n' $n\n");
        assertTrue(program.toFile().setExecutable(true));
        // "P5 300 90 255\n" and its pixels are 27014 bytes
        Files.writeString(program, Files.readString(program).replace("$n\n", "$((n - 27000))\n"));
        TextReader reader = Tesseract.find(folder.toString());
        assertEquals(List.of(new TextReader.Word(new PixelBox(11, 17, 36, 18), true)),
                reader.words(300, 90, new byte[27000], "AB"::equals));
    }
}
