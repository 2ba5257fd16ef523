package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.deid.table.IdentityAttributes.Kind;
import sluice.app.deid.text.Evidence;
import sluice.app.deid.text.KnownIdentity;
import sluice.app.deid.text.TextTables;

class ResidualsTest {

    private static final TextTables TABLES = TextTables.load();

    private final Residuals residuals = new Residuals(KnownIdentity.of(List.of(new Evidence(Kind.NAME, "\u041f\u0435\u0442\u0440\u043e\u0432^\u0418\u0432\u0430\u043d", null),
            new Evidence(Kind.NAME, "\u5c71\u7530^\u592a\u90ce", null)), TABLES), TABLES.selfEvident());

    @ParameterizedTest
    @CsvSource({"\u041f\u0415\u0422\u0420\u041e\u0412, windows-1251", "\u043f\u0435\u0442\u0440\u043e\u0432, KOI8-R", "\u5c71\u7530\u592a\u90ce, Shift_JIS", "\u5c71\u7530, EUC-JP"})
    void aNameIsFoundInAnEncodingThatNobodyDeclares(String name, String charset) {
        byte[] bytes = ("head " + name + " CT").getBytes(Charset.forName(charset));

        assertTrue(residuals.foundInOtherReadings(bytes, new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @CsvSource({"Sch\u00e4del mit Kontrastmittel, ISO-8859-1", "\u0433\u043e\u043b\u043e\u0432\u0430, windows-1251", "\u982d\u90e8, Shift_JIS"})
    void otherTextIsNot(String text, String charset) {
        byte[] bytes = text.getBytes(Charset.forName(charset));

        assertFalse(residuals.foundInOtherReadings(bytes, new String(bytes, StandardCharsets.ISO_8859_1)));
    }
}
