package sluice.app.qc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An identifying value as bytes in one encoding, ASCII letters in lower case.
 *
 * @param bytes what is looked for
 * @param step bytes of one ASCII character in this encoding: 1, or 2 in UTF-16
 * @param bounded whether it counts only where no ASCII letter or digit touches it
 */
record Needle(byte[] bytes, int step, boolean bounded) {
    /** The encodings of PS3.3 C.12.1.1.2 and those that documents inside DICOM objects use. */
    private static final List<String> ENCODINGS = List.of("UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "ISO-8859-2", "ISO-8859-5",
            "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-15", "ISO-2022-JP", "Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5",
            "TIS-620", "windows-1251", "windows-1256");

    /** All encodings of a value that differ from each other. */
    static List<Needle> of(String value) {
        Map<ByteBuffer, Needle> needles = new LinkedHashMap<>();
        for (String variant : List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT))) {
            boolean ascii = variant.chars().allMatch(c -> c < 0x80);
            for (String name : ascii ? ENCODINGS.subList(1, 4) : ENCODINGS) {
                if (Charset.isSupported(name)) {
                    byte[] bytes = encoded(variant, Charset.forName(name));
                    int step = name.startsWith("UTF-16") ? 2 : 1;
                    if (bytes != null) {
                        needles.putIfAbsent(ByteBuffer.wrap(bytes), new Needle(bytes, step, ascii));
                    }
                }
            }
        }
        return new ArrayList<>(needles.values());
    }

    private static byte[] encoded(String value, Charset charset) {
        try {
            ByteBuffer buffer = charset.newEncoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).encode(CharBuffer.wrap(value));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            if (charset.equals(StandardCharsets.UTF_8) || value.chars().allMatch(c -> c < 0x80)) {
                fold(bytes);
            }
            return bytes;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void fold(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold(bytes[i]);
        }
    }

    /** ASCII capitals become small letters, everything else stays. */
    static byte fold(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    /** Whether it stands at this place of folded or unfolded bytes. */
    boolean isAt(byte[] text, int at, int end) {
        if (at < 0 || at + bytes.length > end) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            byte b = text[at + i];
            if (fold(b) != bytes[i] && b != bytes[i]) {
                return false;
            }
        }
        return !bounded || !touches(text, at - step, end) && !touches(text, at + bytes.length, end);
    }

    private boolean touches(byte[] text, int at, int end) {
        if (at < 0 || at + step > end) {
            return false;
        }
        if (step == 2 && text[at] != 0 && text[at + 1] != 0) {
            return false;
        }
        int c = step == 2 ? text[at] | text[at + 1] : text[at];
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
