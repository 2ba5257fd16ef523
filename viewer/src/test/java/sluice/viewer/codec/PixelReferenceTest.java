package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.SharedDicom;

/**
 * Every image of the shared test data whose transfer syntax has a codec, against what other decoders made of it. What was
 * compared, and what not, stands per file in {@code target/pixel-comparison.tsv}.
 */
class PixelReferenceTest {
    /** Images that no two decoders agree upon, or that are damaged, with the reason. */
    private static final Map<String, String> NOT_COMPARABLE = Map.of(
            "dicom/malformed/fo-dicom/GH364.dcm", "refused by the reader",
            "dicom/derived/dcmjs/sample-op.dcm", "a baseline codestream that calls itself lossless");
    private static final int LOSSY_DIFFERENCE = 2;

    private final Codecs codecs = Codecs.standard();
    private final DicomReader reader = new DicomReader();

    /** Decoded frames joined, in the forms that references may have. */
    private record Decoded(ImageFormat format, String photometric, byte[] values, byte[] bits, byte[] asInFile) {}

    @Test
    void imagesDecodeToTheReferences() throws IOException {
        Map<String, String> outcome = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Set<String> syntaxes = new TreeSet<>();
        for (JsonNode reference : new ObjectMapper().readTree(SharedDicom.root().resolve("dicom/pixel-reference.json").toFile())) {
            String name = reference.get("file").asText();
            String syntax = reference.path("transfer_syntax").asText();
            if (!reference.hasNonNull("rows")) {
                continue;
            }
            String told = NOT_COMPARABLE.containsKey(name) ? "not comparable: " + NOT_COMPARABLE.get(name)
                    : compare(name, reference);
            outcome.put(name, syntax + "\t" + told);
            if (told.startsWith("WRONG")) {
                wrong.add(name + " " + told);
            } else if (told.startsWith("identical")) {
                syntaxes.add(syntax);
            }
        }
        List<String> lines = outcome.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList();
        Files.write(Path.of("target", "pixel-comparison.tsv"), lines);
        long identical = lines.stream().filter(l -> l.contains("\tidentical")).count();
        assertEquals(List.of(), wrong, identical + " identical");
        assertTrue(identical >= 120, "identical " + identical);
        assertTrue(syntaxes.containsAll(Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.5")), syntaxes.toString());
    }

    private String compare(String name, JsonNode reference) throws IOException {
        DicomFile file = reader.read(SharedDicom.root().resolve(name));
        EncodedImage image = EncodedImage.of(file);
        if (codecs.family(image.transferSyntax().uid()).isEmpty()) {
            return "no codec";
        }
        Decoded decoded;
        try {
            decoded = decode(image);
        } catch (IOException e) {
            boolean nobody = !reference.get("decodes").findParents("sha256").isEmpty();
            return (nobody ? "WRONG: refused: " : "refused, as by the others: ") + e.getMessage();
        }
        List<String> digests = List.of(sha256(decoded.values), sha256(decoded.bits), sha256(decoded.asInFile));
        String colour = "";
        for (JsonNode decode : reference.get("decodes")) {
            if (digests.contains(decode.path("sha256").asText())) {
                return "identical to " + decode.get("decoder").asText();
            }
            colour += decode.path("photometric").asText("none") + " ";
        }
        return different(reference, decoded, colour);
    }

    private String different(JsonNode reference, Decoded decoded, String colours) throws IOException {
        if (!reference.get("lossy").asBoolean()) {
            boolean any = !reference.get("decodes").findParents("sha256").isEmpty();
            boolean sameColour = colours.contains(decoded.photometric + " ");
            return any && sameColour ? "WRONG: other values than " + colours + decoded.photometric
                    : "decoded, nothing to compare with";
        }
        JsonNode raw = reference.path("raw");
        Path kept = SharedDicom.root().resolve(raw.path("file").asText("none"));
        if (!Files.isRegularFile(kept) || !raw.path("photometric").asText().equals(decoded.photometric)) {
            return "decoded, nothing to compare with in " + decoded.photometric;
        }
        byte[] other = Files.readAllBytes(kept);
        if (other.length != decoded.values.length) {
            return "WRONG: " + decoded.values.length + " bytes instead of " + other.length;
        }
        long most = difference(other, decoded);
        return (most <= LOSSY_DIFFERENCE ? "lossy, differs by at most " : "WRONG: lossy, differs by ") + most;
    }

    private static long difference(byte[] other, Decoded decoded) {
        int n = decoded.format.sampleBytes();
        long most = 0;
        for (int i = 0; i < other.length; i += n) {
            long a = n == 1 ? other[i] & 0xFF : other[i] & 0xFF | (long) other[i + 1] << 8;
            long b = n == 1 ? decoded.values[i] & 0xFF : decoded.values[i] & 0xFF | (long) decoded.values[i + 1] << 8;
            most = Math.max(most, Math.abs(a - b));
        }
        return most;
    }

    private Decoded decode(EncodedImage image) throws IOException {
        FrameDecoder decoder = new FrameDecoder(image, codecs);
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteArrayOutputStream asInFile = new ByteArrayOutputStream();
        String photometric = "";
        for (int i = 0; i < decoder.frames(); i++) {
            Raster raster = decoder.frame(i);
            photometric = raster.photometric();
            values.writeBytes(raster.bytes());
            if (image.format().bitsAllocated() > 1 && !image.pixels().encapsulated()) {
                asInFile.writeBytes(new NativeCodec().encode(raster, image.format()));
            }
        }
        byte[] bits = image.format().bitsAllocated() == 1 ? PackedBits.pack(values.toByteArray()) : new byte[0];
        return new Decoded(image.format(), photometric, values.toByteArray(), bits, asInFile.toByteArray());
    }

    /** The RLE and deflated forms of one segmentation, of which the references have only the plain one. */
    @Test
    void packedBitsInCompressedFramesAreThoseOfTheOriginal() throws IOException {
        assertArrayEquals(values("liver"), values("liver_rle"));
        assertArrayEquals(values("liver"), values("liver_deflate"));
        assertArrayEquals(values("liver_nonbyte_aligned"), values("liver_nonbyte_aligned_rle"));
    }

    private byte[] values(String name) throws IOException {
        Path path = SharedDicom.root().resolve("dicom/transfer-syntaxes/pydicom-data/" + name + ".dcm");
        return decode(EncodedImage.of(reader.read(path))).values;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
