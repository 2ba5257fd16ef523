package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a name in code extensions goes, the words beside it stay, in the same character sets. */
class CleanedCharactersTest {

    private static byte[] latin(String text) {
        return text.replace('~', '\33').getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // Korean, designated at the beginning of the value and before the first character of it
        "ISO 2022 IR 149|Hong^Gildong=~$)C\u00c8\u00ab^~$)C\u00b1\u00e6\u00b5\u00bf|~$)Caxial \u00c8\u00ab\u00b1\u00e6\u00b5\u00bf recon|'axial recon '",
        "ISO 2022 IR 149|Hong^Gildong=~$)C\u00c8\u00ab^~$)C\u00b1\u00e6\u00b5\u00bf|axial ~$)C\u00b1\u00e6\u00b5\u00bf \u00b0\u00a1|axial ~$)C\u00b0\u00a1",
        "ISO 2022 IR 87|Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B|axial ~$B;3EDB@O:~(B recon|'axial recon '"})
    void onlyTheNameGoes(String set, String name, String text, String left) {
        Attributes source = Engine.instance();
        source.setBytes(Tag.SpecificCharacterSet, VR.CS, latin("\\" + set));
        source.setBytes(Tag.PatientName, VR.PN, latin(name));
        source.setBytes(Tag.SeriesDescription, VR.LO, latin(text));
        Attributes out = Engine.with("'options':['cleanDescriptors']").clean(source).dataset();
        assertArrayEquals(latin(left), (byte[]) out.getValue(Tag.SeriesDescription));
    }
}
