package sluice.app.deid.answerkey;

/** Objects without pixels: reports, key objects, presentation states, structure sets, waveforms. */
final class Documents {

    private static final int CONTENT = 0x0040_A730;

    private Documents() { }

    private static void documentGeneral(Sheet s) {
        s.date(0x0008_0023, 1, "20190315");
        s.time(0x0008_0033, 1, "120000");
        s.inside(0x0040_A375, 1, () -> evidence(s));
    }

    private static void evidence(Sheet s) {
        s.uid(0x0020_000D, Objects.study(s.person));
        s.inside(0x0008_1115, 1, () -> {
            s.uid(0x0020_000E, Objects.series(s.person, Objects.CT));
            s.inside(0x0008_1199, 1, () -> Objects.reference(s, Objects.STORAGE + "2", Objects.instance(s.person, Objects.CT)));
        });
    }

    private static void head(Sheet s, String relation, String valueType, String code, String meaning) {
        s.technical(0x0040_A010, "CS", relation);
        s.technical(0x0040_A040, "CS", valueType);
        s.code(0x0040_A043, code, "DCM", meaning);
    }

    static void report(Sheet s) {
        documentGeneral(s);
        s.technical(0x0040_A491, "CS", "COMPLETE");
        s.technical(0x0040_A493, "CS", "VERIFIED");
        s.inside(0x0040_A073, 1, () -> {
            s.identity(0x0040_A027, "LO", 1, "St Halvard Hospital", "Halvard");
            s.dateTime(0x0040_A030, 1, "20190315120000");
            s.identity(0x0040_A075, "PN", 1, s.person.physician + "^Inga", s.person.physician);
        });
        s.technical(0x0040_A040, "CS", "CONTAINER ");
        s.code(0x0040_A043, "126000", "DCM", "Imaging Measurement Report");
        s.inside(CONTENT, 1, () -> {
            head(s, "HAS OBS CONTEXT ", "PNAME ", "121008", "Person Observer Name");
            s.identity(0x0040_A123, "PN", 1, s.person.physician + "^Inga", s.person.physician);
        });
        s.inside(CONTENT, 1, () -> {
            head(s, "CONTAINS", "CONTAINER ", "126010", "Imaging Measurements");
            for (int i = 0; i < 6; i++) {
                s.inside(CONTENT, 1, () -> {
                    head(s, "CONTAINS", "TEXT", "121106", "Comment ");
                    s.text(0x0040_A160, "UT", 1);
                });
            }
            s.inside(CONTENT, 1, () -> {
                head(s, "CONTAINS", "UIDREF", "112040", "Tracking Unique Identifier");
                s.uid(0x0040_A124, Objects.instance(s.person, Objects.REPORT) + ".5");
            });
            s.inside(CONTENT, 1, () -> {
                head(s, "CONTAINS", "DATE", "122146", "Date of procedure ");
                s.date(0x0040_A121, 1, "20190311");
            });
            s.inside(CONTENT, 1, () -> {
                head(s, "CONTAINS", "IMAGE ", "121112", "Source of Measurement ");
                s.inside(0x0008_1199, 1,
                        () -> Objects.reference(s, Objects.STORAGE + "2", Objects.instance(s.person, Objects.CT)));
            });
            s.inside(CONTENT, 1, () -> {
                head(s, "CONTAINS", "NUM ", "103355008", "Width ");
                s.inside(0x0040_A300, 1, () -> {
                    s.technical(0x0040_A30A, "DS", "12.5");
                    s.code(0x0040_08EA, "mm", "UCUM", "mm");
                });
            });
        });
    }

    static void keyObjects(Sheet s) {
        documentGeneral(s);
        s.technical(0x0040_A040, "CS", "CONTAINER ");
        s.code(0x0040_A043, "113000", "DCM", "Of Interest ");
        s.inside(CONTENT, 1, () -> {
            head(s, "CONTAINS", "TEXT", "113012", "Key Object Description");
            s.text(0x0040_A160, "UT", 1);
        });
        s.inside(CONTENT, 1, () -> {
            s.technical(0x0040_A010, "CS", "CONTAINS");
            s.technical(0x0040_A040, "CS", "IMAGE ");
            s.inside(0x0008_1199, 1, () -> Objects.reference(s, Objects.STORAGE + "2", Objects.instance(s.person, Objects.CT)));
        });
    }

    static void presentation(Sheet s) {
        s.technical(0x0070_0080, "CS", "MARKS ");
        s.date(0x0070_0082, 1, "20190316");
        s.time(0x0070_0083, 1, "080910");
        s.identity(0x0070_0084, "PN", 3, s.person.physician + "^Inga", s.person.physician);
        s.inside(0x0008_1115, 1, () -> {
            s.uid(0x0020_000E, Objects.series(s.person, Objects.CT));
            s.inside(0x0008_1140, 1, () -> Objects.reference(s, Objects.STORAGE + "2", Objects.instance(s.person, Objects.CT)));
        });
        for (int i = 0; i < 4; i++) {
            s.inside(0x0070_0001, 1, () -> {
                s.technical(0x0070_0002, "CS", "MARKS ");
                s.inside(0x0070_0008, 1, () -> {
                    s.text(0x0070_0006, "ST", 1);
                    s.technical(0x0070_0004, "CS", "PIXEL ");
                });
            });
        }
        s.inside(0x0070_005A, 1, () -> s.technical(0x0070_0100, "CS", "SCALE TO FIT"));
    }

    static void structures(Sheet s) {
        s.text(0x3006_0002, "SH", 1);
        s.text(0x3006_0006, "ST", 3);
        s.date(0x3006_0008, 2, "20190317");
        s.time(0x3006_0009, 2, "111213");
        s.identity(0x0008_1070, "PN", 2, s.person.physician + "^Olga", s.person.physician);
        s.inside(0x3006_0010, 3, () -> {
            s.uid(0x0020_0052, Objects.frame(s.person));
            s.inside(0x3006_0012, 3, () -> {
                s.technical(0x0008_1150, "UI", "1.2.840.10008.3.1.2.3.1\0");
                s.uid(0x0008_1155, Objects.study(s.person));
                s.inside(0x3006_0014, 1, () -> {
                    s.uid(0x0020_000E, Objects.series(s.person, Objects.CT));
                    s.inside(0x3006_0016, 1,
                            () -> Objects.reference(s, Objects.STORAGE + "2", Objects.instance(s.person, Objects.CT)));
                });
            });
        });
        for (int i = 1; i < 4; i++) {
            String number = i + " ";
            s.inside(0x3006_0020, 1, () -> {
                s.technical(0x3006_0022, "IS", number);
                s.uid(0x3006_0024, Objects.frame(s.person));
                s.text(0x3006_0026, "LO", 2);
                s.text(0x3006_0028, "ST", 3);
            });
            s.inside(0x3006_0039, 1, () -> {
                s.technical(0x3006_0084, "IS", number);
                s.inside(0x3006_0040, 3, () -> {
                    s.technical(0x3006_0042, "CS", "POINT ");
                    s.technical(0x3006_0046, "IS", "1 ");
                    s.technical(0x3006_0050, "DS", "1.5\\-20.25\\3");
                });
            });
            s.inside(0x3006_0080, 1, () -> {
                s.technical(0x3006_0082, "IS", number);
                s.technical(0x3006_0084, "IS", number);
                s.identity(0x3006_00A6, "PN", 2, s.person.physician + "^Inga", s.person.physician);
            });
        }
    }

    static void waveform(Sheet s) {
        s.date(0x0008_0023, 1, "20190318");
        s.dateTime(0x0008_002A, 1, "20190318070809");
        s.inside(0x5400_0100, 1, () -> {
            s.text(0x003A_0020, "SH", 3);
            s.technical(0x003A_0004, "CS", "ORIGINAL");
            s.inside(0x003A_0200, 1, () -> {
                s.text(0x003A_0203, "SH", 3);
                s.code(0x003A_0208, "5.6.3-9-1", "SCPECG", "Lead I");
            });
        });
        s.inside(0x0040_B020, 1, () -> {
            s.text(0x0070_0006, "ST", 1);
            s.technical(0x0040_A0B0, "US", "\1\0\1\0");
        });
        s.inside(0x0040_0555, 1, () -> {
            s.technical(0x0040_A040, "CS", "TEXT");
            s.code(0x0040_A043, "109054", "DCM", "Patient State ");
            s.text(0x0040_A160, "UT", 1);
        });
    }

    static void document(Sheet s) {
        s.date(0x0008_0023, 2, "20190319");
        s.identity(0x0042_0010, "ST", 2, "Letter on " + s.person.latinFamily, s.person.latinFamily);
        s.technical(0x0042_0012, "LO", "application/pdf ");
        s.identity(0x0042_0011, "OB", 1, "%PDF-1.4 " + s.person.latinFamily, s.person.latinFamily);
    }

    /** A clinical document in XML, with the patient in every part of its head. */
    static void structured(Sheet s) {
        s.date(0x0008_0023, 2, "20190319");
        s.identity(0x0042_0010, "ST", 2, "Epikrise " + s.person.latinGiven, s.person.latinGiven);
        s.technical(0x0042_0012, "LO", "text/XML");
        s.identity(0x0042_0011, "OB", 1, "<ClinicalDocument><patient><name><family>" + s.person.latinFamily + "</family><given>" + s.person.latinGiven
                + "</given></name><birthTime value=\"" + s.person.birthDate + "\"/><id extension=\"" + s.person.id + "\"/></patient><text>"
                + s.person.ordinary + "</text></ClinicalDocument>", s.person.latinFamily, s.person.latinGiven, s.person.birthDate, s.person.id, s.person.ordinary);
    }

    /** A surface for printing, whose head is a line of free text and whose triangles are the patient. */
    static void model(Sheet s) {
        s.date(0x0008_0023, 2, "20190319");
        s.identity(0x0042_0010, "ST", 2, "Model of " + s.person.latinFamily, s.person.latinFamily);
        s.technical(0x0042_0012, "LO", "model/stl ");
        s.identity(0x0042_0011, "OB", 1, "solid " + s.person.latinFamily + " facet normal 0 0 1 outer loop vertex 17.25 3.5 1.125 endloop endfacet ", s.person.latinFamily, "17.25 3.5 1.125");
    }
}
