package sluice.app.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleSearchTest {
    private static final List<String> VALUES = List.of("lindqvist", "19500102-7788", "müller", "山田太郎", "иванова", "eva.l@example.org");

    private static NeedleSearch search(String... values) {
        List<Needle> needles = new ArrayList<>();
        for (String value : values) {
            needles.addAll(Needle.of(value));
        }
        return new NeedleSearch(needles, 2);
    }

    private static boolean isIn(NeedleSearch search, byte[] text) {
        return search.isIn(text, text.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
    void everyValueIsFoundInEveryEncodingAtEveryPlace(String encoding) {
        NeedleSearch search = search(VALUES.toArray(String[]::new));
        Random random = new Random(7);
        for (String value : VALUES) {
            for (int before = 0; before < 40; before++) {
                byte[] noise = new byte[120];
                random.nextBytes(noise);
                byte[] planted = (" " + (before % 2 == 0 ? value : value.toUpperCase(java.util.Locale.ROOT)) + " ")
                        .getBytes(Charset.forName(encoding));
                assertFalse(isIn(search, noise), "noise");
                System.arraycopy(planted, 0, noise, before, planted.length);
                assertTrue(isIn(search, noise), () -> encoding + " of length " + value.length());
            }
        }
    }

    @Test
    void agreesWithTheObviousSearch() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            List<Needle> needles = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                byte[] bytes = new byte[2 + random.nextInt(5)];
                for (int k = 0; k < bytes.length; k++) {
                    bytes[k] = (byte) ('a' + random.nextInt(3));
                }
                needles.add(new Needle(bytes, 1, false));
            }
            byte[] text = new byte[random.nextInt(30)];
            for (int k = 0; k < text.length; k++) {
                text[k] = (byte) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(4));
            }
            String folded = new String(text, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
            boolean expected = needles.stream().anyMatch(n -> folded.contains(new String(n.bytes(), StandardCharsets.US_ASCII)));
            assertEquals(expected, isIn(new NeedleSearch(needles, 2), text), folded);
        }
    }

    @Test
    void partsOfOtherWordsDoNotCount() {
        NeedleSearch search = search("berg", "12345");
        assertFalse(isIn(search, "Heidelberg 9123456".getBytes(StandardCharsets.US_ASCII)));
        assertTrue(isIn(search, "Dr.Berg".getBytes(StandardCharsets.US_ASCII)));
        assertTrue(isIn(search, "Berg".getBytes(StandardCharsets.UTF_16LE)));
        assertFalse(isIn(search, "Bergen".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void whatIsPackedIsOpened() throws IOException {
        NeedleSearch search = search("lindqvist");
        byte[] secret = "report of Lindqvist, Eva; the rest is long enough to be packed well".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.4 1 0 obj <</Filter/FlateDecode>> stream\r\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream out = new DeflaterOutputStream(pdf)) {
            out.write(secret);
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        gzip.write(new byte[13]);
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(pdf.toByteArray());
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(secret);
        }
        byte[] base64 = Base64.getMimeEncoder().encode(secret);
        for (byte[] packed : List.of(pdf.toByteArray(), gzip.toByteArray(), zip.toByteArray(), base64)) {
            assertFalse(isIn(search, packed), "not to be seen from outside");
            assertTrue(new OpenedContent().any(packed, b -> isIn(search, b)));
        }
    }

    @Test
    void aBombEndsTheSearchAndNotTheProgram() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        int[] seen = {0};
        assertFalse(new OpenedContent().any(bomb.toByteArray(), b -> {
            seen[0] = Math.max(seen[0], b.length);
            return false;
        }));
        assertTrue(seen[0] <= (1 << 26) + (1 << 13), "opened " + seen[0]);
    }
}
