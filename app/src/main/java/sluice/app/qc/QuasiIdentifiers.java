package sluice.app.qc;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.HeaderText;

/** What a written file says about its patient that others may know as well, at the top level of the data set. */
final class QuasiIdentifiers {
    private static final Map<Integer, String> ATTRIBUTES = Map.ofEntries(Map.entry(0x00100040, "PatientSex"),
            Map.entry(0x00101010, "PatientAge"), Map.entry(0x00100030, "PatientBirthDate"), Map.entry(0x00101020, "PatientSize"),
            Map.entry(0x00101030, "PatientWeight"), Map.entry(0x00102160, "EthnicGroup"), Map.entry(0x00102150, "CountryOfResidence"),
            Map.entry(0x00102152, "RegionOfResidence"), Map.entry(0x00102180, "Occupation"), Map.entry(0x001021A0, "SmokingStatus"),
            Map.entry(0x001021C0, "PregnancyStatus"), Map.entry(0x00102203, "PatientSexNeutered"),
            Map.entry(0x00080080, "InstitutionName"));
    /** What stands where a value was taken out. */
    private static final String DUMMIES = "REMOVED|ANONYMOUS|000Y|19000101|0+(\\.0*)?";

    private QuasiIdentifiers() {}

    static Map<String, String> of(DicomFile written) {
        Map<String, String> values = new LinkedHashMap<>();
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                String name = ATTRIBUTES.get(tag);
                String value = text.strip();
                if (name != null && !value.isEmpty() && !value.matches(DUMMIES)) {
                    values.put(name, value);
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                // these attributes have text
            }

            @Override
            public boolean enters(int sequence) {
                return false;
            }
        }).tell(written);
        return values;
    }
}
