package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TarTest {

    static byte[] write(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(out);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            tar.begin(new BagPath(file.getKey()), file.getValue().length);
            tar.write(file.getValue(), 0, file.getValue().length);
        }
        tar.finish();
        return out.toByteArray();
    }

    static Map<String, byte[]> read(byte[] archive, TarLimits limits) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        TarReader tar = new TarReader(new ByteArrayInputStream(archive), limits);
        for (Optional<TarReader.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            byte[] content = new byte[(int) entry.get().size()];
            int at = 0;
            for (int n = tar.read(content, 0, content.length); n >= 0 && at < content.length; n = tar.read(content, at, content.length - at)) {
                at += n;
            }
            files.put(entry.get().path().value(), content);
        }
        return files;
    }

    @Test
    void whatGoesInComesOut() throws IOException {
        Random random = new Random(5);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            String folder = "d".repeat(1 + random.nextInt(120)) + "/" + "e".repeat(1 + random.nextInt(120));
            byte[] content = new byte[random.nextInt(3) * 512 + random.nextInt(3)];
            random.nextBytes(content);
            files.put("bag/" + folder + "/" + (i % 3 == 0 ? "ä漢" : "x") + i + "z".repeat(random.nextInt(110)), content);
        }
        byte[] archive = write(files);
        assertEquals(0, archive.length % 10240);
        assertArrayEquals(archive, write(files));
        Map<String, byte[]> back = read(archive, TarLimits.GENEROUS);
        assertEquals(files.keySet(), back.keySet());
        files.forEach((path, content) -> assertArrayEquals(content, back.get(path)));
    }

    @Test
    void whatGnuTarWroteIsRead() throws IOException {
        try (InputStream in = TarTest.class.getResourceAsStream("gnu-pax.tar")) {
            Map<String, byte[]> files = read(in.readAllBytes(), TarLimits.GENEROUS);
            assertEquals(Set.of("bag/data/h\u00e9llo", "bag/data/" + "l".repeat(120)), files.keySet());
            assertArrayEquals("hello".getBytes(StandardCharsets.US_ASCII), files.get("bag/data/h\u00e9llo"));
        }
    }

    @Test
    void theHeaderIsWhatPosixSays() throws IOException {
        byte[] archive = write(Map.of("bag/data/x", new byte[] {1, 2, 3}));
        String header = new String(archive, 0, 512, StandardCharsets.ISO_8859_1);
        assertEquals("bag/data/x\0", header.substring(0, 11));
        assertEquals("0000644\0" + "0000000\0" + "0000000\0" + "00000000003\0" + "02263523000\0", header.substring(100, 148));
        assertEquals("0ustar\00000", header.substring(156, 157) + header.substring(257, 265));
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : archive[i] & 0xff;
        }
        assertEquals(String.format("%06o\0 ", sum), header.substring(148, 156));
    }

    @Test
    void longNamesAreSplitBeforePaxIsAsked() {
        assertEquals(0, TarHeader.split("a".repeat(100)));
        assertEquals(155, TarHeader.split("a".repeat(155) + "/" + "b".repeat(100)));
        assertEquals(-1, TarHeader.split("a".repeat(156) + "/" + "b".repeat(100)));
        assertEquals(-1, TarHeader.split("a".repeat(101)));
        assertEquals(-1, TarHeader.split("é"));
    }

    @Test
    void sizesAboveEightGigabytesNeedPax() throws IOException {
        for (long size : new long[] {TarHeader.MAX_SIZE, TarHeader.MAX_SIZE + 1, 1L << 39}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TarWriter tar = new TarWriter(out);
            tar.begin(new BagPath("bag/data/large"), size);
            assertEquals(size > TarHeader.MAX_SIZE ? 1536 : 512, out.size());
            TarReader reader = new TarReader(new ByteArrayInputStream(out.toByteArray()), TarLimits.GENEROUS);
            assertEquals(size, reader.next().orElseThrow().size());
        }
    }

    @Test
    void paxRecordsCountTheirOwnLength() throws BagException {
        for (int length = 1; length < 1200; length++) {
            String path = "a".repeat(length);
            byte[] record = PaxRecords.encode(Map.of("path", path));
            assertTrue(new String(record, StandardCharsets.US_ASCII).startsWith(record.length + " path="));
            assertEquals(Optional.of(path), PaxRecords.decode(record).path());
        }
    }

    @Test
    void theAnnouncedSizeIsHeldTo() throws IOException {
        TarWriter tar = new TarWriter(OutputStream.nullOutputStream());
        tar.begin(new BagPath("a"), 2);
        assertThrows(IllegalStateException.class, () -> tar.write(new byte[3], 0, 3));
        tar.write(new byte[1], 0, 1);
        assertThrows(IllegalStateException.class, tar::finish);
        assertThrows(IllegalStateException.class, () -> tar.begin(new BagPath("b"), 2));
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] archive = write(Map.of("bag/" + "l".repeat(120), new byte[700], "bag/b", new byte[0]));
        int end = 512 + 512 + 512 + 1024 + 512 + 1024;
        for (int length = 0; length < end; length++) {
            byte[] cut = Arrays.copyOf(archive, length);
            BagException e = assertThrows(BagException.class, () -> read(cut, TarLimits.GENEROUS));
            assertEquals(BagException.Reason.ARCHIVE_TRUNCATED, e.reason());
        }
    }
}
