package sluice.app.deid.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names as bytes, for files whose character set is declared wrongly or not at all: what the name has as bytes, another
 * attribute of the same writer has as well. ISO 2022 escape sequences (PS3.5 section 6.1.2.5) are followed, because inside
 * a code of two bytes no byte is a delimiter.
 */
final class RawNames {

    private static final int SHORTEST = 4;
    private static final int ESCAPE = 0x1b;
    private static final int ESCAPE_LENGTH = 3;

    private RawNames() { }

    /** The components of a PN value that are not ASCII, without padding, from four bytes on. */
    static List<byte[]> of(byte[] name) {
        List<byte[]> components = new ArrayList<>();
        boolean twoBytes = false;
        int from = 0;
        for (int i = 0; i < name.length; i++) {
            byte b = name[i];
            if (b == ESCAPE && i + 2 < name.length) {
                boolean multiple = name[i + 1] == '$';
                boolean right = name[i + 1] == ')' || name[i + 1] == '-' || multiple && name[i + 2] == ')';
                if (twoBytes || right) {
                    add(name, from, i, components);
                    from = twoBytes && !right && !multiple ? i + ESCAPE_LENGTH : i;
                }
                if (right) {
                    i += multiple ? ESCAPE_LENGTH : ESCAPE_LENGTH - 1;
                    from = i + 1;
                } else {
                    twoBytes = multiple;
                    i += ESCAPE_LENGTH - 1;
                }
            } else if (!twoBytes && (b == '^' || b == '=' || b == '\\')) {
                add(name, from, i, components);
                from = i + 1;
            } else if (twoBytes) {
                i++;
            }
        }
        add(name, from, name.length, components);
        return components;
    }

    private static void add(byte[] name, int from, int end, List<byte[]> components) {
        int to = end;
        while (to > from && (name[to - 1] == ' ' || name[to - 1] == 0)) {
            to--;
        }
        if (to <= from) {
            return;
        }
        byte[] component = Arrays.copyOfRange(name, from, to);
        int shortest = component[0] == ESCAPE ? SHORTEST + ESCAPE_LENGTH : SHORTEST;
        if (component.length >= shortest && !isAscii(component)) {
            components.add(component);
        }
    }

    /** The value read as UTF-8, or null if it is not, or has escape sequences. */
    static String asUtf8(byte[] name) {
        for (byte b : name) {
            if (b == ESCAPE) {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** True if the bytes are ASCII without escape sequences. */
    private static boolean isAscii(byte[] b) {
        for (byte c : b) {
            if (c < 0 || c == ESCAPE) {
                return false;
            }
        }
        return true;
    }
}
