package sluice.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.demo.PlantedList.Kind;
import sluice.app.demo.PlantedList.Planted;
import sluice.app.demo.PlantedSearch.Hit;
import sluice.app.demo.PlantedSearch.Place;

class PlantedSearchTest {

    private static final PlantedList LIST = new PlantedList(List.of(
        new Planted(Kind.NAME, "Åkerström^Margareta"),
        new Planted(Kind.NAME, "Yamaguchi^Kentarou=山口^健太郎=やまぐち^けんたろう"),
        new Planted(Kind.VALUE, "19530412"),
        new Planted(Kind.VALUE, "Solrosgränden 14 B"),
        new Planted(Kind.UID, "2.25.123456789")));
    private static final Path NAME = Path.of("log");

    private final PlantedSearch search = new PlantedSearch(LIST);

    @TempDir
    Path dir;

    @Test
    void findsNamesAndTheirPartsInEveryEncoding() throws IOException {
        for (String text : List.of("Åkerström^Margareta", "åkerström", "ÅKERSTRÖM", "xMARGARETAx")) {
            for (Charset c : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE)) {
                assertEquals(List.of(0), indices(text.getBytes(c)), text + " in " + c);
            }
        }
        assertEquals(List.of(0), indices(java.text.Normalizer.normalize("Åkerström", java.text.Normalizer.Form.NFD)
            .getBytes(StandardCharsets.UTF_8)));
        for (String text : List.of("山口^健太郎", "健太郎", "やまぐち^けんたろう", "けんたろう", "Kentarou", "山口^某")) {
            for (String c : List.of("UTF-8", "ISO-2022-JP")) {
                assertEquals(List.of(1), indices(text.getBytes(Charset.forName(c))), text + " in " + c);
            }
        }
        for (String c : List.of("Shift_JIS", "EUC-JP", "UTF-16LE", "UTF-16BE")) {
            assertEquals(List.of(1), indices("山口^健太郎".getBytes(Charset.forName(c))), c);
        }
    }

    @Test
    void findsDatesWordsAndUids() throws IOException {
        assertEquals(List.of(2), indices("born 1953-04-12.".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(3), indices("near solrosgränden".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(4), indices("2.25.1234567890".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), indices("2.25.12345678, 1953, Margaret, 14 B".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void escapesWithinANameDoNotHideIt() throws IOException {
        byte[] broken = "\u001b$B;3\u001b$B8}\u001b(B^\u001b$B7r\u001b$BB@\u001b$BO:\u001b(B".getBytes(StandardCharsets.US_ASCII);
        List<Hit> hits = search.search(broken, NAME);
        assertEquals(List.of(1), hits.stream().map(Hit::index).distinct().toList());
        assertEquals(Place.UNESCAPED, hits.get(0).place());
        assertEquals(List.of(0), indices("Marga\u001b(Breta".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void tellsWhereTheByteIsAlsoAcrossBuffers() throws IOException {
        for (int at : new int[] {0, 65530, 65535, 65536, 200_000}) {
            byte[] bytes = Arrays.copyOf(new byte[at], at + 50);
            System.arraycopy("Margareta".getBytes(StandardCharsets.US_ASCII), 0, bytes, at, 9);
            Path file = Files.write(dir.resolve("f" + at), bytes);
            assertEquals(List.of(new Hit(0, file, Place.BYTES, at)), search.search(file));
        }
    }

    @Test
    void looksIntoGzipDeflatedDicomAndFileNames() throws IOException {
        byte[] secret = "....margareta....".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(secret);
        }
        Path gz = Files.write(dir.resolve("a.bin"), zipped.toByteArray());
        Path dcm = Files.write(dir.resolve("b.dcm"), deflated(secret));
        Path folder = Files.createDirectory(dir.resolve("x 19530412 y"));
        Path inside = Files.write(folder.resolve("empty"), new byte[0]);
        List<Hit> hits = search.search(dir);
        assertTrue(hits.contains(new Hit(0, gz, Place.INFLATED, 4)), hits::toString);
        assertTrue(hits.contains(new Hit(0, dcm, Place.INFLATED, 4)), hits::toString);
        assertTrue(hits.contains(new Hit(2, folder, Place.NAME, 2)), hits::toString);
        assertTrue(hits.contains(new Hit(2, inside, Place.NAME, 2)), hits::toString);
        assertEquals(4, hits.size());
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        byte[] syntax = "\2\0\20\0UI\26\0001.2.840.10008.1.2.1.99".getBytes(StandardCharsets.ISO_8859_1);
        out.write(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(2).put((byte) 'U').put((byte) 'L')
            .putShort((short) 4).putInt(syntax.length).array());
        out.write(syntax);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflate.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void randomBytesAreNoHit() throws IOException {
        byte[] noise = new byte[8 << 20];
        new Random(1).nextBytes(noise);
        Person everything = Person.of("kenta");
        assertEquals(List.of(), new PlantedSearch(new PlantedList(everything.planted())).search(noise, NAME));
    }

    @Test
    void damagedGzipIsSearchedAsFarAsItGoes() throws IOException {
        Path file = Files.write(dir.resolve("no.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 1, 2, 3});
        assertEquals(List.of(), search.search(file));
        assertThrows(IOException.class, () -> search.search(dir.resolve("absent")));
    }

    @Test
    void nothingPrintsAValue() throws IOException {
        String printed = search.search("Margareta 19530412".getBytes(StandardCharsets.US_ASCII), NAME) + " " + LIST
            + LIST.planted();
        assertFalse(printed.contains("Margareta") || printed.contains("1953"), "hits, lists and entries name no value");
    }

    private List<Integer> indices(byte[] bytes) throws IOException {
        return search.search(bytes, NAME).stream().map(Hit::index).distinct().toList();
    }
}
