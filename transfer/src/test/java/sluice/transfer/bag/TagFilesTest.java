package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagFilesTest {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aManifestReadsAsSha256sumWritesIt() throws BagException {
        Manifest manifest = Manifest.of(Map.of(new BagPath("data/b"), new Digest(EMPTY), new BagPath("data/a%\n"), new Digest(EMPTY)));
        assertArrayEquals(utf8(EMPTY + "  data/a%25%0A\n" + EMPTY + "  data/b\n"), manifest.format());
        assertEquals(manifest, Manifest.parse(manifest.format()));
    }

    @Test
    void othersManifestsAreReadToo() throws BagException {
        Manifest manifest = Manifest.parse(utf8(EMPTY.toUpperCase() + "\t./data/a\r\n" + EMPTY + " *data/b\r\n"));
        assertEquals(2, manifest.entries().size());
        assertTrue(manifest.entries().containsKey(new BagPath("data/a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", EMPTY, EMPTY + "data/a", EMPTY + "  ", EMPTY + "  data/a\n" + EMPTY + "  data/a", "zz" + EMPTY + "  data/a"})
    void aBrokenManifestIsNamed(String text) {
        BagException e = assertThrows(BagException.class, () -> Manifest.parse(utf8(text)));
        assertEquals(BagException.Reason.TAG_FILE_SYNTAX, e.reason());
    }

    @Test
    void aManifestNeverLeadsOutOfTheBag() {
        BagException e = assertThrows(BagException.class, () -> Manifest.parse(utf8(EMPTY + "  data/../../x")));
        assertEquals(BagException.Reason.BAD_PATH, e.reason());
    }

    @Test
    void whatIsNoUtf8IsNamed() {
        assertThrows(BagException.class, () -> Manifest.parse(new byte[] {(byte) 0xff}));
    }

    @Test
    void theDescriptionKeepsItsOrder() throws BagException {
        BagInfo info = BagInfo.of("delivery 7", LocalDate.of(2026, 1, 2)).with("Payload-Oxum", "12.3").with("X", "ö: y");
        assertArrayEquals(utf8("External-Identifier: delivery 7\nBagging-Date: 2026-01-02\nPayload-Oxum: 12.3\nX: ö: y\n"), info.format());
        assertEquals(info, BagInfo.parse(info.format()));
        assertEquals(Optional.of(new BagInfo.Oxum(12, 3)), info.payloadOxum());
        assertEquals("delivery 7", info.value("external-identifier").orElseThrow());
    }

    @Test
    void foldedLinesAreUnfolded() throws BagException {
        assertEquals("a b", BagInfo.parse(utf8("X: a\r\n  b\r\n")).value("X").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", " starts folded", ": no label", "a: \u0001"})
    void aBrokenDescriptionIsNamed(String text) {
        assertThrows(BagException.class, () -> BagInfo.parse(utf8(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2.3", "a.b", ""})
    void aBrokenOxumIsNamed(String oxum) {
        assertThrows(BagException.class, () -> BagInfo.parse(utf8("Payload-Oxum: " + oxum)).payloadOxum());
    }

    @Test
    void aLineBreakCannotBeSmuggledIn() {
        assertThrows(IllegalArgumentException.class, () -> new BagInfo.Field("a", "b\nBagging-Date: 1"));
    }

    @Test
    void onlyBagIt10InUtf8IsABag() throws BagException {
        assertTrue(Bag.isDeclaration(Bag.declaration()));
        assertTrue(Bag.isDeclaration(utf8("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: utf-8")));
        assertFalse(Bag.isDeclaration(utf8("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n")));
        assertFalse(Bag.isDeclaration(utf8("BagIt-Version: 1.0\n")));
    }
}
