package sluice.app.deid.answerkey;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The kinds of objects, filled with planted values. The types are those of PS3.3. */
enum Objects {
    CT("2", "CT", Objects::plain), MR("4", "MR", Objects::plain), SC("7", "OT", Objects::plain), US("3.1", "US", Objects::cine),
    PET("128", "PT", Objects::pet), ENHANCED_MR("4.1", "MR", Objects::enhanced), CAPTION("7", "OT", Objects::plain), PLAIN("4", "MR", Objects::plain),
    MARKED("2", "CT", Objects::marked), SEG("66.4", "SEG", Objects::segmentation),
    REPORT("88.33", "SR", Documents::report), KEY_OBJECTS("88.59", "KO", Documents::keyObjects),
    PRESENTATION("11.1", "PR", Documents::presentation), STRUCTURES("481.3", "RTSTRUCT", Documents::structures),
    WAVEFORM("9.1.1", "ECG", Documents::waveform), DOCUMENT("104.1", "DOC", Documents::document),
    CDA("104.2", "DOC", Documents::structured), MODEL("104.3", "M3D", Documents::model);

    static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    static final String ROOT = "1.2.826.0.1.3680043.8.498.";

    final String sopClass;
    private final String modality;
    private final Consumer<Sheet> body;

    Objects(String sopClass, String modality, Consumer<Sheet> body) {
        this.sopClass = STORAGE + sopClass;
        this.modality = modality;
        this.body = body;
    }

    /** Something that nobody can look into, and that is not passed on therefore. */
    boolean held() {
        return ordinal() >= DOCUMENT.ordinal();
    }

    private boolean hasPixels() {
        return ordinal() <= SEG.ordinal();
    }

    private boolean isPicture() {
        return this == CAPTION || this == PLAIN;
    }

    /** UID of the patient's object of a kind, so that others can refer to it. */
    static String instance(Person person, Objects kind) {
        return ROOT + person.id.replaceAll("\\D", "") + ".7." + (kind.ordinal() + 1);
    }

    static String study(Person person) {
        return ROOT + person.id.replaceAll("\\D", "") + ".1";
    }

    static String series(Person person, Objects kind) {
        return ROOT + person.id.replaceAll("\\D", "") + ".2." + (kind.ordinal() + 1);
    }

    static String frame(Person person) {
        return ROOT + person.id.replaceAll("\\D", "") + ".3";
    }

    Sheet make(Person person, int turn) {
        Sheet s = new Sheet(new Item(), person, turn);
        if (!person.script.declared().isEmpty()) {
            s.technical(0x0008_0005, "CS", person.script.declared());
        }
        s.technical(0x0008_0016, "UI", sopClass + (sopClass.length() % 2 == 0 ? "" : "\0"));
        s.uid(0x0008_0018, instance(person, this));
        s.uid(0x0020_000D, study(person));
        s.uid(0x0020_000E, series(person, this));
        s.technical(0x0008_0060, "CS", modality);
        s.technical(0x0020_0013, "IS", "1");
        s.technical(0x0008_0070, "LO", "Northern Imaging");
        patient(s);
        study(s);
        if (hasPixels()) {
            image(s, isPicture() ? Caption.ROWS : 16, isPicture() ? Caption.COLUMNS : 16, isPicture() ? 8 : 16);
        }
        privates(s);
        body.accept(s);
        if (isPicture()) {
            byte[] picture = Caption.picture(this == CAPTION ? person.latinFamily : "");
            if (this == CAPTION) {
                s.caption(picture);
            } else {
                s.pixels(picture);
            }
        } else if (hasPixels()) {
            byte[] pixels = new byte[512];
            new SplittableRandom(turn).nextBytes(pixels);
            for (int i = 1; i < pixels.length; i += 2) {
                // bits above the stored ones are nobody's: where pixels are cleaned they become 0
                pixels[i] &= 0x0F;
            }
            if (this == MARKED) {
                for (int i = 1; i < pixels.length; i += 6) {
                    pixels[i] |= (byte) 0xC0;
                }
                s.markedPixels(pixels);
            } else {
                s.pixels(pixels);
            }
        }
        return s;
    }

    static void patient(Sheet s) {
        Person p = s.person;
        s.identity(0x0010_0010, "PN", 2, p.name(), p.latinFamily, p.latinGiven);
        s.patientId(0x0010_0020, p.id);
        s.date(0x0010_0030, 2, p.birthDate);
        s.technical(0x0010_0040, "CS", "F ");
        s.technical(0x0010_1010, "AS", "061Y");
        s.technical(0x0010_1030, "DS", "64");
        s.identity(0x0010_1040, "LO", 3, p.street, p.street);
        s.identity(0x0010_2154, "SH", 3, p.phone, p.phone);
        s.identity(0x0010_1001, "PN", 3, p.latinFamily + "^" + p.latinGiven + "\\" + p.ordinary + "^" + p.latinGiven, p.latinFamily, p.ordinary);
        s.text(0x0010_4000, "LT", 3);
        s.text(0x0010_21B0, "LT", 3);
    }

    private static void study(Sheet s) {
        Person p = s.person;
        s.date(0x0008_0020, 2, "20190311");
        s.time(0x0008_0030, 2, "101502");
        s.identity(0x0008_0050, "SH", 2, p.accession, p.accession);
        s.identity(0x0008_0090, "PN", 2, p.physician + "^Inga", p.physician);
        s.identity(0x0020_0010, "SH", 2, "S" + p.id, p.id);
        s.text(0x0008_1030, "LO", 3);
        s.text(0x0008_103E, "LO", 3);
        s.identity(0x0008_0080, "LO", 3, "St Halvard Hospital", "Halvard");
        s.identity(0x0008_1010, "SH", 3, "ROOM7XHAL", "ROOM7XHAL");
        s.identity(0x0008_1050, "PN", 3, p.physician + "^Inga", p.physician);
        s.date(0x0040_0244, 3, "20190311");
        s.text(0x0040_0254, "LO", 3);
        s.inside(0x0040_0275, 3, () -> {
            s.text(0x0040_0007, "LO", 3);
            s.identity(0x0040_0009, "SH", 1, "SPS" + p.accession, p.accession);
            s.code(0x0040_0008, "RPID123", "RADLEX", "Protocol thorax");
        });
        s.inside(0x0008_1110, 3, () -> reference(s, "1.2.840.10008.3.1.2.3.1", study(p) + ".9"));
    }

    private static void image(Sheet s, int rows, int columns, int bits) {
        s.technical(0x0008_0008, "CS", rows == Caption.ROWS ? "DERIVED\\SECONDARY " : "ORIGINAL\\PRIMARY\\AXIAL ");
        s.uid(0x0020_0052, frame(s.person));
        s.number(0x0028_0002, 1);
        s.technical(0x0028_0004, "CS", "MONOCHROME2 ");
        int stored = Math.min(bits, 12);
        s.number(0x0028_0010, rows);
        s.number(0x0028_0011, columns);
        s.number(0x0028_0100, bits);
        s.number(0x0028_0101, stored);
        s.number(0x0028_0102, stored - 1);
        s.number(0x0028_0103, 0);
        s.technical(0x0018_0015, "CS", "CHEST ");
        s.technical(0x0018_0050, "DS", "2.5 ");
    }

    /** Blocks collide on purpose: what is safe here stands in a block where another file has something else. */
    static void privates(Sheet s) {
        byte[] name = s.person.latinFamily.getBytes(StandardCharsets.US_ASCII);
        int block = 0x10 + s.person.id.charAt(1) % 2;
        s.secret(0x0019, block, "SIEMENS MR HEADER", true, 0x0C, "IS", "1000".getBytes(StandardCharsets.US_ASCII));
        s.secret(0x0019, 0x21 - block, "NORTHERN SECRETS 1", false, 0x0C, "LO", name, s.person.latinFamily);
        s.secret(0x0019, 0x40, "siemens mr header", false, 0x0D, "CS", "NONE".getBytes(StandardCharsets.US_ASCII), "NONE");
        s.secret(0x0043, block, "GEMS_PARM_01", true, 0x39, "IS", "800\\0\\0\\0 ".getBytes(StandardCharsets.US_ASCII));
        s.secret(0x0043, block, "GEMS_PARM_01", false, 0x3A, "UN", name, s.person.latinFamily);
        s.secret(0x7053, 0x10, "Philips PET Private Group", true, 0x00, "DS", "0.000551".getBytes(StandardCharsets.US_ASCII));
    }

    static void reference(Sheet s, String sopClass, String instance) {
        s.technical(0x0008_1150, "UI", sopClass + (sopClass.length() % 2 == 0 ? "" : "\0"));
        s.uid(0x0008_1155, instance);
    }

    private static void plain(Sheet s) {
        image(s, 3);
    }

    private static void image(Sheet s, int acquisitionDateTime) {
        s.date(0x0008_0021, 3, "20190311");
        s.time(0x0008_0031, 3, "101733");
        s.date(0x0008_0022, 3, "20190312");
        s.dateTime(0x0008_002A, acquisitionDateTime, "20190312101733.250000");
        s.date(0x0008_0023, 2, "20190313");
        s.identity(0x0018_1000, "LO", 3, "SN77X1234", "SN77X1234");
        s.identity(0x0008_1070, "PN", 3, s.person.physician + "^Olga", s.person.physician);
        s.text(0x0018_1030, "LO", 3);
        s.text(0x0020_4000, "LT", 3);
        s.text(0x0008_2111, "ST", 3);
        s.text(0x0018_0010, "LO", 2);
        s.unnamed(0x0070_0081, "LO");
        s.inside(0x0008_1140, 3, () -> reference(s, STORAGE + "4", instance(s.person, MR)));
        s.inside(0x0008_2112, 3, () -> {
            reference(s, STORAGE + "2", instance(s.person, CT));
            s.code(0x0040_A170, "121322", "DCM", "Source image for image processing operation");
        });
    }

    /** An overlay of today with the name and lines around it, and one of old in the bits of the pixel data. */
    private static void marked(Sheet s) {
        image(s, 3);
        s.technical(0x6000_0040, "CS", "G ");
        s.text(0x6000_0022, "LO", 3);
        s.text(0x6000_1500, "LO", 3);
        s.number(0x6000_0010, Caption.PLANE_ROWS);
        s.number(0x6000_0011, Caption.COLUMNS);
        s.technical(0x6000_0050, "SS", "\1\0\1\0");
        s.number(0x6000_0100, 1);
        s.number(0x6000_0102, 0);
        s.plane(0x6000_3000, Caption.plane(s.person.latinFamily));
        s.technical(0x6002_0040, "CS", "G ");
        s.number(0x6002_0010, 16);
        s.number(0x6002_0011, 16);
        s.number(0x6002_0100, 16);
        s.number(0x6002_0102, 15);
    }

    private static void cine(Sheet s) {
        image(s, 1);
        s.technical(0x0028_0008, "IS", "1 ");
        s.technical(0x0018_1063, "DS", "33");
    }

    private static void pet(Sheet s) {
        s.date(0x0008_0021, 1, "20190311");
        s.time(0x0008_0031, 1, "101733");
        s.date(0x0008_0022, 2, "20190311");
        s.time(0x0008_0032, 2, "101733");
        s.inside(0x0054_0016, 2, () -> {
            s.dateTime(0x0018_1078, 3, "20190311091500");
            s.technical(0x0018_1074, "DS", "370000000 ");
        });
        s.text(0x0018_1400, "LO", 3);
    }

    private static void enhanced(Sheet s) {
        s.date(0x0008_0023, 1, "20190311");
        s.dateTime(0x0008_002A, 1, "20190311101733");
        s.identity(0x0018_1000, "LO", 1, "SN77X1234", "SN77X1234");
        s.technical(0x0028_0008, "IS", "1 ");
        s.inside(0x5200_9229, 1, () -> s.inside(0x0008_9124, 1, () -> s.inside(0x0008_2112, 2,
                () -> reference(s, STORAGE + "4", instance(s.person, MR)))));
        s.inside(0x5200_9230, 1, () -> s.inside(0x0020_9111, 1, () -> {
            s.dateTime(0x0018_9074, 1, "20190311101733");
            s.dateTime(0x0018_9151, 1, "20190311101734");
            s.text(0x0020_9158, "LT", 3);
        }));
    }

    private static void segmentation(Sheet s) {
        s.date(0x0008_0023, 1, "20190314");
        s.identity(0x0018_1000, "LO", 1, "SN77X1234", "SN77X1234");
        s.technical(0x0070_0080, "CS", "LUNG");
        s.text(0x0070_0081, "LO", 2);
        s.identity(0x0070_0084, "PN", 3, s.person.physician + "^Inga", s.person.physician);
        s.inside(0x0008_1115, 1, () -> {
            s.uid(0x0020_000E, series(s.person, CT));
            s.inside(0x0008_114A, 1, () -> reference(s, STORAGE + "2", instance(s.person, CT)));
        });
        s.inside(0x0062_0002, 1, () -> {
            s.number(0x0062_0004, 1);
            s.technical(0x0062_0005, "LO", "Left lung ");
            s.unnamed(0x0062_0006, "ST");
            s.code(0x0062_000F, "39607008", "SCT", "Lung");
        });
        s.technical(0x0028_0008, "IS", "1 ");
    }
}
