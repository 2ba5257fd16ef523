package sluice.app.deid.text;

import java.util.Arrays;
import sluice.app.deid.table.IdentityAttributes;

/**
 * One value that identifies, as one attribute has it.
 *
 * @param kind how it is looked for; not technical
 * @param text decoded, several values separated by backslashes
 * @param bytes of a name as in the file where they are not ASCII, else null; not changed by anybody
 */
public record Evidence(IdentityAttributes.Kind kind, String text, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence e && kind == e.kind && text.equals(e.text) && Arrays.equals(bytes, e.bytes);
    }

    @Override
    public int hashCode() {
        return (kind.ordinal() * 31 + text.hashCode()) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Evidence[" + kind + "]";
    }
}
