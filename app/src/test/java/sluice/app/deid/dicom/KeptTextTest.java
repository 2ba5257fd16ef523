package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no rule removes holds nothing that identifies by its form, although the file names it nowhere else. */
class KeptTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"lungs, see https://pacs7.hospital-example.no/view?case=123456", "lungs of +47 912 45 678", "from 10.31.244.17",
        "ask inga.berg@mail-example.no", "MRN 7654321"})
    void whatIdentifiesByItsForm(String text) {
        Attributes source = Engine.instance();
        source.setString(Tag.ContentDescription, VR.LO, text);
        source.setString(Tag.FilterType, VR.SH, "+4791245678");
        source.setString(Tag.ManufacturerModelName, VR.LO, "Model");
        Attributes out = Engine.basic().clean(source).dataset();
        assertEquals(Dummies.TEXT, out.getString(Tag.ContentDescription));
        assertEquals(Dummies.TEXT, out.getString(Tag.FilterType));
    }

    @Test
    void whatTheRecipeRetainsStays() {
        Attributes source = Engine.instance();
        source.setString(Tag.InstitutionAddress, VR.ST, "Granlia 4, +47 912 45 678");
        source.setString(Tag.DeviceSerialNumber, VR.LO, "SN: 7654321");
        Attributes out = Engine.with("'options':['retainInstitutionIdentity','retainDeviceIdentity']").clean(source).dataset();
        assertEquals("Granlia 4, +47 912 45 678", out.getString(Tag.InstitutionAddress));
        assertEquals("SN: 7654321", out.getString(Tag.DeviceSerialNumber));
    }

    @Test
    void technicalTextStays() {
        Attributes source = Engine.instance();
        source.setString(Tag.SoftwareVersions, VR.LO, "12.31.244.170", "syngo MR E11");
        source.setString(Tag.ContentDescription, VR.LO, "lungs 1.2.3.4");
        source.setString(Tag.URNCodeValue, VR.UR, "http://purl.obolibrary.org/obo/UBERON_0002048");
        Attributes out = Engine.basic().clean(source).dataset();
        assertEquals("12.31.244.170", out.getString(Tag.SoftwareVersions));
        assertEquals("lungs 1.2.3.4", out.getString(Tag.ContentDescription));
        assertEquals("http://purl.obolibrary.org/obo/UBERON_0002048", out.getString(Tag.URNCodeValue));
    }
}
