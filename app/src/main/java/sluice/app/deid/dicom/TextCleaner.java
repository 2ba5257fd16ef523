package sluice.app.deid.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.table.CodeExtensions;
import sluice.app.deid.table.StandardVr;
import sluice.app.deid.text.FreeText;
import sluice.app.deid.text.TextTables;

/**
 * Cleans text attributes: decodes them, takes out what identifies, and encodes what is left the same way. Text whose encoding
 * is not the declared one is read as UTF-8 if it is that, else as Latin-1, and written back so. Names of persons (PN) go as a
 * whole.
 */
final class TextCleaner {

    private static final byte[] NOTHING = {};
    private static final String NO_DELIMITERS = "";
    private static final char UNREADABLE = '\ufffd';
    private static final char ESCAPE = '\u001b';

    private final Residuals residuals;
    private final FreeText text;
    private final CodeExtensions extensions;

    /** @param days the new form of a day, empty where it has to go */
    TextCleaner(Residuals residuals, TextTables tables, CodeExtensions extensions, Function<LocalDate, Optional<LocalDate>> days) {
        this.residuals = residuals;
        this.extensions = extensions;
        this.text = new FreeText(residuals.known(), tables, days);
    }

    /**
     * The new value: action C of PS3.15 Table E.1-1a for text.
     *
     * @param owner the data set or item that holds it, for the character set
     * @param vr how the value is to be read
     * @return the same object where nothing had to go; bytes in the character set of the owner otherwise, empty where nothing
     *     is left
     */
    Object clean(Attributes owner, int tag, StandardVr vr, Object value) {
        byte[] bytes = Values.bytes(owner, Values.toolkit(vr), value);
        if (bytes == null || vr == StandardVr.PN) {
            return NOTHING;
        }
        if (Values.isAscii(bytes)) {
            byte[] cleaned = residuals.cleaned(bytes, vr, this::cleanAscii);
            return cleaned == bytes ? value : cleaned;
        }
        Codec codec = codec(owner, bytes);
        String old = codec.decode(bytes);
        String cleaned = values(old, vr);
        byte[] fresh = cleaned.equals(old) ? bytes : codec.encode(cleaned);
        if (fresh == null || fresh.length == 0 || !cleaned.equals(old) && !Pseudonyms.trim(codec.decode(fresh)).equals(Pseudonyms.trim(cleaned))
                || residuals.foundInOtherReadings(fresh, codec.decode(fresh))) {
            return NOTHING;
        }
        return fresh == bytes ? value : padded(fresh);
    }

    private byte[] cleanAscii(byte[] bytes, StandardVr vr) {
        String old = new String(bytes, StandardCharsets.US_ASCII);
        String cleaned = values(old, vr);
        return cleaned.equals(old) ? bytes : padded(cleaned.getBytes(StandardCharsets.US_ASCII));
    }

    /** Each value by itself where the VR has several (PS3.5 section 6.4); none are left out, so that places keep their meaning. */
    private String values(String old, StandardVr vr) {
        boolean single = vr == StandardVr.ST || vr == StandardVr.LT || vr == StandardVr.UT || vr == StandardVr.UR;
        if (single || old.indexOf('\\') < 0) {
            return one(old, vr);
        }
        if (text.hides(old)) {
            // escapes with backslashes look like several values
            return one(old, vr);
        }
        String[] parts = old.split("\\\\", -1);
        boolean any = false;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = one(parts[i], vr);
            any |= !parts[i].isBlank();
        }
        return any ? String.join("\\", parts) : "";
    }

    /** What a value has around it for padding stays where nothing had to go. */
    private String one(String value, StandardVr vr) {
        String old = Pseudonyms.trim(value);
        String cleaned = text.clean(old, longest(vr));
        return cleaned.equals(old) ? value : vr == StandardVr.UR ? "" : cleaned;
    }

    /** PS3.5 Table 6.2-1. */
    private static int longest(StandardVr vr) {
        return switch (vr) {
            case SH, AE, CS -> 16;
            case LO -> 64;
            case ST -> 1024;
            case LT -> 10240;
            default -> Integer.MAX_VALUE;
        };
    }

    private static byte[] padded(byte[] bytes) {
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = ' ';
        return even;
    }

    /** Text from bytes and back. */
    private interface Codec {
        String decode(byte[] bytes);

        /** Null where that is not possible. */
        byte[] encode(String text);
    }

    /** With code extensions there is more than one way to write a text, so it is the text that has to come back. */
    private Codec codec(Attributes owner, byte[] bytes) {
        try {
            SpecificCharacterSet set = owner.getSpecificCharacterSet();
            Codec declared = set.toCodes() != null && set.toCodes().length > 1 ? extended(set) : declared(set);
            String text = declared.decode(bytes);
            byte[] again = declared.encode(text);
            if (again != null && text.indexOf(UNREADABLE) < 0 && text.indexOf(ESCAPE) < 0 && declared.decode(again).equals(text)) {
                return declared;
            }
        } catch (RuntimeException e) {
            // what is declared cannot hold this value
        }
        return plain(isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static Codec declared(SpecificCharacterSet set) {
        return new Codec() {
            @Override
            public String decode(byte[] bytes) {
                return set.decode(bytes);
            }

            @Override
            public byte[] encode(String text) {
                return set.encode(text, NO_DELIMITERS);
            }
        };
    }

    private Codec extended(SpecificCharacterSet set) {
        List<String> terms = Arrays.asList(set.toCodes());
        return new Codec() {
            @Override
            public String decode(byte[] bytes) {
                return set.decode(bytes);
            }

            @Override
            public byte[] encode(String text) {
                return extensions.encode(text, terms);
            }
        };
    }

    private static Codec plain(Charset charset) {
        return new Codec() {
            @Override
            public String decode(byte[] bytes) {
                return new String(bytes, charset);
            }

            @Override
            public byte[] encode(String text) {
                return text.getBytes(charset);
            }
        };
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
