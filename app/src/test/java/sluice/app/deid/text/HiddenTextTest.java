package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

/** What identifies is found in texts that spell it by codes. */
class HiddenTextTest {

    private static final TextTables TABLES = TextTables.load();
    private static final KnownIdentity KNOWN = KnownIdentity.of(List.of(new Evidence(Kind.PATIENT_NAME, "Müller^Mary", null), new Evidence(Kind.NAME, "Кузнецов^Иван", null),
            new Evidence(Kind.ID, "PAT-0054321", null), new Evidence(Kind.BIRTH_DATE, "19610714", null)), TABLES);
    private static final FreeText CLEANER = new FreeText(KNOWN, TABLES, day -> Optional.empty());

    private static final Map<String, UnaryOperator<String>> ENCODINGS = new LinkedHashMap<>();

    static {
        ENCODINGS.put("decimal entities", s -> each(s, c -> "&#" + (int) c + ";"));
        ENCODINGS.put("hexadecimal entities", s -> each(s, c -> "&#x" + Integer.toHexString(c) + ";"));
        ENCODINGS.put("entities of entities", s -> each(s, c -> "&amp;#x" + Integer.toHexString(c) + ";"));
        ENCODINGS.put("entities without semicolon", s -> each(s, c -> "&#" + (int) c + " ".repeat(0)));
        ENCODINGS.put("backslash u", s -> each(s, c -> String.format("\\u%04x", (int) c)));
        ENCODINGS.put("backslash u in braces", s -> each(s, c -> "\\u{" + Integer.toHexString(c) + "}"));
        ENCODINGS.put("backslash x", s -> bytes(s, "\\x%02X"));
        ENCODINGS.put("percent", s -> bytes(s, "%%%02X"));
        ENCODINGS.put("percent of percent", s -> bytes(s, "%%25%02x"));
        ENCODINGS.put("as an address does it", s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20"));
        ENCODINGS.put("quoted-printable", s -> bytes(s, "=%02X"));
        ENCODINGS.put("UTF-7", s -> "+" + Base64.getEncoder().withoutPadding().encodeToString(s.getBytes(StandardCharsets.UTF_16BE)) + "-");
        ENCODINGS.put("hex", s -> HexFormat.of().formatHex(s.getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("HEX", s -> "0x" + HexFormat.of().withUpperCase().formatHex(s.getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("hex with spaces", s -> HexFormat.ofDelimiter(" ").formatHex(s.getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("hex with colons", s -> HexFormat.ofDelimiter(":").formatHex(s.getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("hex of UTF-16", s -> HexFormat.of().formatHex(s.getBytes(StandardCharsets.UTF_16LE)));
        ENCODINGS.put("base64", s -> Base64.getEncoder().encodeToString(s.getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("base64 without padding", s -> Base64.getUrlEncoder().withoutPadding().encodeToString(s.getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("base64 of base64", s -> Base64.getEncoder().encodeToString(Base64.getEncoder().encode(s.getBytes(StandardCharsets.UTF_8))));
        ENCODINGS.put("base64 of Latin-1", s -> Base64.getEncoder().encodeToString(s.getBytes(StandardCharsets.ISO_8859_1)));
        ENCODINGS.put("base64 of entities", s -> Base64.getEncoder().encodeToString(each(s, c -> "&#" + (int) c + ";").getBytes(StandardCharsets.UTF_8)));
        ENCODINGS.put("hex of base64", s -> HexFormat.of().formatHex(Base64.getEncoder().encode(s.getBytes(StandardCharsets.UTF_8))));
    }

    private static String each(String s, java.util.function.Function<Character, String> one) {
        return s.chars().mapToObj(c -> one.apply((char) c)).collect(Collectors.joining());
    }

    private static String bytes(String s, String format) {
        StringBuilder all = new StringBuilder();
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) {
            all.append(String.format(format, b & 0xff));
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller, Mary", "Mary Mueller", "PAT-0054321", "14.07.1961", "ward7@clinic-example.se", "Кузнецов Иван", "+47 912 45 678", "811228-9874", "DOB 14/7/61"})
    void everyEncodingIsLookedBehind(String secret) {
        List<String> left = new ArrayList<>();
        ENCODINGS.forEach((name, encoding) -> {
            if (name.contains("Latin-1") && !Charset.forName("ISO-8859-1").newEncoder().canEncode(secret)) {
                return;
            }
            String encoded = encoding.apply(secret);
            for (String text : new String[] {"CT " + encoded + " axial", "CT (" + encoded + ") axial", "CT, " + encoded + ", axial"}) {
                String cleaned = CLEANER.clean(text, 10_000);
                if (!cleaned.matches("CT,? axial")) {
                    left.add(name + ": " + text + " -> " + cleaned);
                }
            }
            boolean form = secret.contains("@") || secret.startsWith("+") || secret.contains("9874") || secret.contains("DOB");
            if (!form && !KNOWN.foundIn("CT " + encoded, false)) {
                left.add("not found in kept text: " + name + " of " + secret);
            }
        });
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"M&uuml;ller CT | CT", "CT M&#252;ller's knee | CT knee", "CT M=FCller | CT", "CT M=C3=BCller | CT", "CT M%FCller | CT", "CT M+APw-ller | CT", "CT M\\u00fcller axial | CT axial",
        "CT M\\303\\274ller axial | CT axial", "x=TWFyeSBNw7xsbGVy; CT | x; CT", "=?UTF-8?B?TcO8bGxlcg==?= CT, Mary | CT", "x_TWFyeSBNw7xsbGVyIGlz_y CT | CT"})
    void partsOfWordsAreEncodedToo(String text, String expected) {
        String cleaned = CLEANER.clean(text, 1000);
        assertFalse(cleaned.contains("ller") || cleaned.contains("TWF") || cleaned.contains("w7x") || cleaned.contains("TcO8"), cleaned);
        if (!text.startsWith("=?")) {
            assertEquals(expected, cleaned);
        }
    }

    @Test
    void linesBreakBase64() {
        String encoded = Base64.getMimeEncoder(16, new byte[] {'\r', '\n'}).encodeToString("seen by Mary Mueller at noon".getBytes(StandardCharsets.UTF_8));
        assertEquals("CT axial", CLEANER.clean("CT " + encoded + " axial", 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1 & T2", "R&D 100%", "50%25 done", "a=b", "TE=30 TR=3000", "2 + 2 - 1", "&nbsp;CT", "C:\\new\\x12", "deadbeefcafe", "0123456789abcdef", "TWFueSBoYW5kcw==", "ABCDEFGHIJKLMNOP", "Gastrointestinal_tract/upper",
        "4d616e79", "1.2.840.113619.2.55", "12 34 56 78 90", "+100 -200", "&#945; beta", "otorhinolaryngology"})
    void whatHidesNothingStays(String text) {
        assertEquals(text, CLEANER.clean(text, 1000));
        assertFalse(KNOWN.foundIn(text, false));
    }

    @Test
    void descriptorsHideNothing() throws IOException {
        for (String text : InnocentTextTest.innocent()) {
            assertFalse(CLEANER.hides(text), text);
        }
    }

    /** What looks like the beginning of an escape again and again is no way to keep it busy for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"&#", "&#x", "&amp;", "&amp;#", "%", "%25", "=", "+", "+A", "\\", "\\u", "\\u{", "\\x4", "TWFueSBo", "4d", "4d ", "AAAA\r\n", "=3D", "&#38;#38;#", "+AGE-", "0x4d", "a1"})
    void hostileTextsComeToAnEnd(String piece) {
        String text = piece.repeat((piece.equals("&#") || piece.equals("TWFueSBo") ? 1 << 18 : 1 << 16) / piece.length());
        Assertions.assertTimeout(Duration.ofMinutes(5), () -> {
            String cleaned = CLEANER.clean(text + " Mary Mueller", Integer.MAX_VALUE);
            assertFalse(cleaned.contains("Mueller"));
        });
    }

    @Test
    void randomBytesInBase64StayAndNamesInThemDoNot() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[60];
            random.nextBytes(noise);
            String innocent = "k " + Base64.getEncoder().encodeToString(noise);
            assertEquals(innocent, CLEANER.clean(innocent, 1000));
            byte[] name = " Mueller ".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, noise, random.nextInt(noise.length - name.length), name.length);
            assertEquals("k", CLEANER.clean("k " + Base64.getEncoder().encodeToString(noise), 1000));
        }
        assertTrue(CLEANER.hides("k " + Base64.getEncoder().encodeToString(Packing.pack("gzip", "a report on Mary Mueller and others, long enough".getBytes(StandardCharsets.UTF_8)))));
    }
}
