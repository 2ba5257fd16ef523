package sluice.app.demo;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The byte strings in which a planted value could still be there. */
final class PlantedForms {

    /** Shorter ones occur in compressed or encrypted data by chance: six bytes do so once in about 10^13 bytes. */
    static final int SHORTEST = 6;

    private static final List<String> CHARSETS = List.of("ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-2022-JP",
        "Shift_JIS", "EUC-JP");

    private final List<Charset> charsets;

    PlantedForms() {
        charsets = CHARSETS.stream().filter(Charset::isSupported).map(Charset::forName).toList();
    }

    /** All forms of at least {@link #SHORTEST} bytes; ASCII letters count in either case, so that is no form of its own. */
    Set<ByteBuffer> of(PlantedList.Planted planted) {
        Set<ByteBuffer> forms = new LinkedHashSet<>();
        if (planted.kind() == PlantedList.Kind.UID) {
            forms.add(ByteBuffer.wrap(planted.value().getBytes(StandardCharsets.US_ASCII)));
            return forms;
        }
        for (String text : texts(planted)) {
            for (Charset charset : charsets) {
                byte[] bytes = encode(text, charset);
                if (bytes != null) {
                    add(forms, bytes);
                    if (charset.name().equals("ISO-2022-JP")) {
                        add(forms, EscapeFilter.without(bytes));
                        addOpened(forms, bytes);
                    }
                }
            }
        }
        return forms;
    }

    private static void add(Set<ByteBuffer> forms, byte[] bytes) {
        if (bytes.length >= SHORTEST) {
            forms.add(ByteBuffer.wrap(bytes));
        }
    }

    /** With the escape into JIS X 0208 but without the one that leaves it, which depends on what follows. */
    private static void addOpened(Set<ByteBuffer> forms, byte[] bytes) {
        if (bytes.length > 6 && bytes[0] == 0x1b && bytes[bytes.length - 3] == 0x1b) {
            add(forms, java.util.Arrays.copyOf(bytes, bytes.length - 3));
        }
    }

    private static Set<String> texts(PlantedList.Planted planted) {
        Set<String> texts = new LinkedHashSet<>();
        for (String part : parts(planted)) {
            for (String spelt : List.of(part, part.toUpperCase(Locale.ROOT), part.toLowerCase(Locale.ROOT))) {
                texts.add(spelt);
                texts.add(Normalizer.normalize(spelt, Normalizer.Form.NFD));
            }
        }
        return texts;
    }

    private static List<String> parts(PlantedList.Planted planted) {
        String value = planted.value();
        List<String> parts = new ArrayList<>(List.of(value));
        if (planted.kind() == PlantedList.Kind.NAME) {
            Stream.of(value.split("=")).forEach(parts::add);
            Stream.of(value.split("[=^]")).forEach(parts::add);
            Stream.of(value.split("[=^ _]")).filter(w -> w.length() >= (isIdeographic(w) ? 2 : 4)).forEach(parts::add);
        } else {
            Stream.of(value.split("[ ,]+")).filter(w -> w.length() >= 8).forEach(parts::add);
            if (value.matches("(19|20)[0-9]{6}")) {
                parts.add(value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6));
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static boolean isIdeographic(String word) {
        return word.codePoints().allMatch(c -> c >= 0x3040);
    }

    /** Null where the charset lacks a character. */
    private static byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer b = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[b.remaining()];
            b.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
