package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** The toolkit's decoder on the examples of PS3.5 Annexes H to K, and what happens where no character set is named. */
class CharacterSetTest {
    private static final int NAME = 0x00100010;
    private static final int ITEMS = 0x00081140;

    private final DicomReader reader = new DicomReader();

    private static Attributes named(String charset, String hex) {
        Attributes data = new Attributes();
        if (!charset.isEmpty()) {
            data.setBytes(0x00080005, VR.CS, charset.getBytes(StandardCharsets.US_ASCII));
        }
        data.setBytes(NAME, VR.PN, HexFormat.of().parseHex(hex.replace(" ", "")));
        return data;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "\\ISO 2022 IR 87, 59616D6164615E5461726F753D 1B2442 3B334544 1B2842 5E 1B2442 42404F3A 1B2842, Yamada^Tarou=\u5c71\u7530^\u592a\u90ce",
        "ISO 2022 IR 13\\ISO 2022 IR 87, D4CFC0DE5EC0DBB33D 1B2442 3B334544 1B284A 5E 1B2442 42404F3A 1B284A, \uff94\uff8f\uff80\uff9e^\uff80\uff9b\uff73=\u5c71\u7530^\u592a\u90ce",
        "\\ISO 2022 IR 149, 486F6E675E47696C646F6E673D 1B242943 FBF3 5E 1B242943 D1CED4D7, Hong^Gildong=\u6d2a^\u5409\u6d1e",
        "\\ISO 2022 IR 58, 5A68616E675E58696F3D 1B242941 D5C5 5E 1B242941 D0A1B6AB, Zhang^Xio=\u5f20^\u5c0f\u4e1c",
        "ISO_IR 192, 57616E675E3D E78E8B 5E E5B08FE69DB1, Wang^=\u738b^\u5c0f\u6771",
        "GB18030, 57616E675E3D CDF5 5E D0A1B6AB, Wang^=\u738b^\u5c0f\u4e1c",
        "ISO_IR 100, 426AF6726B5EC57361, Bj\u00f6rk^\u00c5sa",
        "ISO_IR 144, BBEEDA63656DD1797067, \u041b\u044e\u043ace\u006d\u0431ypg",
        "ISO_IR 13, D4CFC0DE, \uff94\uff8f\uff80\uff9e"
    })
    void decodesWithoutTouchingTheBytes(String charset, String hex, String expected) throws IOException {
        Attributes data = named(charset, hex);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, new Attributes(), data, null, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Attributes read = reader.read(out.toByteArray()).dataset();
        byte[] before = RawElements.bytes(read, NAME);
        assertArrayEquals(new String[] {expected}, RawElements.strings(read, NAME));
        assertArrayEquals(before, RawElements.bytes(read, NAME));
    }

    @Test
    void aBackslashByteWithinACharacterIsNoDelimiter() {
        Attributes data = new Attributes();
        data.setBytes(0x00080005, VR.CS, "GB18030".getBytes(StandardCharsets.US_ASCII));
        data.setBytes(0x00081080, VR.LO, new byte[] {(byte) 0x81, '\\', '\\', 'B'});
        assertEquals(2, RawElements.strings(data, 0x00081080).length);
    }

    @Test
    void itemsInheritOrOverride() {
        Attributes data = named("ISO_IR 192", "41");
        Attributes heir = new Attributes();
        Attributes own = named("ISO_IR 100", "E9");
        data.newSequence(ITEMS, 2).add(heir);
        data.getSequence(ITEMS).add(own);
        heir.setBytes(NAME, VR.PN, new byte[] {(byte) 0xC3, (byte) 0xA9});
        assertArrayEquals(new String[] {"\u00e9"}, RawElements.strings(heir, NAME));
        assertArrayEquals(new String[] {"\u00e9"}, RawElements.strings(own, NAME));
    }

    @Test
    void undeclaredBytesAreLatinOneAndNothingIsLost() {
        assertArrayEquals(new String[] {"Bj\u00f6rk"}, RawElements.strings(named("", "426AF6726B"), NAME));
        assertArrayEquals(new String[] {"Bj\u00f6rk"}, RawElements.strings(named("NO SUCH SET", "426AF6726B"), NAME));
    }
}
