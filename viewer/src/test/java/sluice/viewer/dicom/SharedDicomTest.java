package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the shared test data, whole or broken, against what other readers found in it. */
class SharedDicomTest {
    /** Refused by every reader that the references come from, too. */
    private static final Map<String, DicomException.Reason> REFUSED = Map.of(
            "dicom/malformed/fo-dicom/GH364.dcm", DicomException.Reason.CORRUPT,
            "dicom/malformed/rtplan_truncated.dcm", DicomException.Reason.TRUNCATED,
            "dicom/malformed/no_meta.dcm", DicomException.Reason.NOT_DICOM);

    @TempDir
    Path folder;

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();

    private static JsonNode references() throws IOException {
        return new ObjectMapper().readTree(SharedDicom.root().resolve("dicom/pixel-reference.json").toFile());
    }

    @Test
    void everyFileIsReadOrRefusedWithAReasonAndSurvivesRewriting() throws IOException {
        Map<DicomException.Reason, Integer> refused = new EnumMap<>(DicomException.Reason.class);
        int read = 0;
        for (Path file : SharedDicom.files()) {
            String name = SharedDicom.root().relativize(file).toString().replace('\\', '/');
            try {
                reader.readHeader(file);
                assertSurvivesRewriting(name, reader.read(file));
                read++;
                assertNull(REFUSED.get(name), name);
            } catch (DicomException e) {
                refused.merge(e.reason(), 1, Integer::sum);
                if (e.reason() != DicomException.Reason.NOT_DICOM) {
                    assertEquals(REFUSED.get(name), e.reason(), name + " " + e.getMessage());
                }
            }
        }
        assertTrue(read >= 468, "read " + read + ", refused " + refused);
        assertEquals(Set.of(DicomException.Reason.NOT_DICOM, DicomException.Reason.CORRUPT,
                DicomException.Reason.TRUNCATED), refused.keySet());
    }

    private void assertSurvivesRewriting(String name, DicomFile original) throws IOException {
        if (original.has(Deviation.Code.TRUNCATED_PIXELS)) {
            return;
        }
        Path copy = folder.resolve("copy.dcm");
        PixelSource pixels = original.pixels().orElse(null);
        write(copy, original, pixels, original.transferSyntax());
        DicomFile again = reader.read(copy);
        assertNull(RawBytes.difference(original.dataset(), again.dataset()), name);
        assertEquals(original.transferSyntax(), again.transferSyntax(), name);
        for (Deviation deviation : again.deviations()) {
            assertEquals(Deviation.Code.VR_MISMATCH, deviation.code(), name + " " + again.deviations());
        }
        if (pixels != null) {
            PixelSource copied = again.pixels().orElseThrow();
            assertEquals(pixels.length() + (pixels.length() & 1), copied.length(), name);
            assertEquals(pixels.fragments().size(), copied.fragments().size(), name);
            if ((pixels.length() & 1) == 0) {
                assertEquals(sha256(pixels), sha256(copied), name);
            }
        }
        if (!original.transferSyntax().encapsulated() && !original.transferSyntax().bigEndian()) {
            assertSurvivesBigEndian(name, original, again);
        }
    }

    /** Into big endian and back: the numbers of every VR must come out as they were. */
    private void assertSurvivesBigEndian(String name, DicomFile original, DicomFile rewritten) throws IOException {
        Path big = folder.resolve("big.dcm");
        write(big, rewritten, rewritten.pixels().orElse(null), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        DicomFile there = reader.read(big);
        assertEquals(rewritten.dataset().isEmpty(), there.dataset().isEmpty(), name);
        Path back = folder.resolve("back.dcm");
        write(back, there, there.pixels().orElse(null), original.transferSyntax());
        DicomFile returned = reader.read(back);
        assertNull(RawBytes.difference(rewritten.dataset(), returned.dataset()), name);
        if (rewritten.pixels().isPresent()) {
            assertEquals(sha256(rewritten.pixels().get()), sha256(returned.pixels().orElseThrow()), name);
        }
    }

    private void write(Path target, DicomFile file, PixelSource pixels, TransferSyntax syntax) throws IOException {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            assertEquals(writer.write(channel, file.fileMeta(), file.dataset(), pixels, syntax), channel.size());
        }
    }

    @Test
    void headersAgreeWithTheReferences() throws IOException {
        int compared = 0;
        for (JsonNode reference : references()) {
            String name = reference.get("file").asText();
            if (!reference.hasNonNull("rows") || REFUSED.containsKey(name)) {
                continue;
            }
            DicomFile file = reader.readHeader(SharedDicom.root().resolve(name));
            Attributes data = file.dataset();
            String syntax = reference.get("transfer_syntax").asText();
            if (!syntax.isEmpty() && !file.has(Deviation.Code.TRANSFER_SYNTAX_WRONG)) {
                assertEquals(syntax, file.transferSyntax().uid(), name);
            }
            assertEquals(reference.get("rows").asInt(), RawElements.integer(data, 0x00280010, -1), name);
            assertEquals(reference.get("cols").asInt(), RawElements.integer(data, 0x00280011, -1), name);
            assertEquals(reference.get("samples").asInt(), RawElements.integer(data, 0x00280002, 1), name);
            assertEquals(reference.get("bits_allocated").asInt(), RawElements.integer(data, 0x00280100, -1), name);
            assertEquals(reference.get("bits_stored").asInt(), RawElements.integer(data, 0x00280101, 0), name);
            assertEquals(reference.get("photometric_in_file").asText(), RawElements.ascii(data, 0x00280004), name);
            assertEquals(reference.get("sop_class").asText(), RawElements.ascii(data, 0x00080016), name);
            assertEquals(reference.get("frames").asInt(), file.pixels().orElseThrow().frames(), name);
            compared++;
        }
        assertTrue(compared > 240, "compared " + compared);
    }

    @Test
    void nativeFramesAgreeWithTheReferences() throws IOException {
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (JsonNode reference : references()) {
            int bits = reference.path("bits_allocated").asInt();
            if (reference.path("agree").asInt() < 2 || bits % 8 != 0 || bits == 0) {
                continue;
            }
            String name = reference.get("file").asText();
            DicomFile file = reader.readHeader(SharedDicom.root().resolve(name));
            PixelSource pixels = file.pixels().orElseThrow();
            String sha256 = comparable(reference);
            if (pixels.encapsulated() || sha256 == null) {
                continue;
            }
            compared++;
            if (!sha256.equals(sha256OfFrames(pixels))) {
                wrong.add(name);
            }
        }
        assertEquals(List.of(), wrong, "of " + compared);
        assertTrue(compared > 60, "compared " + compared);
    }

    /** The digest that two decoders agree upon, if they left colour and planes as they are in the file. */
    private static String comparable(JsonNode reference) {
        for (JsonNode decode : reference.get("decodes")) {
            boolean same = decode.path("photometric").asText().equals(reference.get("photometric_in_file").asText())
                    && decode.path("planar").asInt() == reference.path("planar_in_file").asInt();
            if (decode.hasNonNull("sha256") && same) {
                return decode.get("sha256").asText();
            }
        }
        return null;
    }

    private static String sha256OfFrames(PixelSource pixels) throws IOException {
        MessageDigest digest = sha256();
        for (int i = 0; i < pixels.frames(); i++) {
            byte[] frame = pixels.frame(i);
            if (pixels.bigEndian()) {
                Bytes.swap(frame, 0, frame.length, VrCode.wordLength(pixels.vr().code()));
            }
            digest.update(frame);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(PixelSource pixels) throws IOException {
        MessageDigest digest = sha256();
        pixels.copyTo(Channels.newChannel(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
