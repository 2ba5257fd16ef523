package sluice.app.deid.answerkey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One object under construction: every value that is written is noted as planted. */
final class Sheet {

    private static final String[] HARMLESS = {"axial recon", "portal venous", "localizer low dose", "thin slices", "T2 weighted",
        "follow-up thorax", "kernel soft", "breath hold"};

    final Item dataset;
    final Person person;
    final List<Plant> plants = new ArrayList<>();

    private final List<Integer> sequences = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();
    private final List<Integer> items = new ArrayList<>();
    private Item here;
    private int turn;

    /**
     * @param dataset to plant in, empty or not
     * @param turn which of the pieces that identify comes first
     */
    Sheet(Item dataset, Person person, int turn) {
        this.dataset = dataset;
        this.here = dataset;
        this.person = person;
        this.turn = turn;
    }

    private void plant(int tag, String vr, byte[] value, Plant.Kind kind, int type, List<String> identifying, String harmless) {
        here.put(Element.of(tag, vr, value));
        note(tag, "", Part10.padded(value, vr), kind, type, identifying, harmless);
    }

    private void note(int tag, String creator, byte[] value, Plant.Kind kind, int type, List<String> identifying,
            String harmless) {
        Place place = new Place(List.copyOf(sequences), List.copyOf(items), tag, creator);
        plants.add(new Plant(place, kind, new Plant.Types(type, List.copyOf(types)), value, identifying, harmless));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A value that says nothing of anybody. */
    void technical(int tag, String vr, String value) {
        plant(tag, vr, ascii(value), Plant.Kind.TECHNICAL, 3, List.of(), "");
    }

    void number(int tag, int value) {
        plant(tag, "US", ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array(),
                Plant.Kind.TECHNICAL, 3, List.of(), "");
    }

    /** A value that identifies as a whole. */
    void identity(int tag, String vr, int type, String value, String... pieces) {
        Plant.Kind kind = vr.equals("PN") ? Plant.Kind.NAME : Plant.Kind.TEXT;
        plant(tag, vr, person.script.encode(value), kind, type, List.of(pieces), "");
    }

    /** A free text: a harmless phrase with something that identifies. */
    void text(int tag, String vr, int type) {
        boolean little = vr.equals("SH");
        List<String> piece = little ? List.of(person.id) : person.piece(turn++);
        String harmless = little ? "left" : HARMLESS[turn % HARMLESS.length];
        plant(tag, vr, person.script.encode(harmless + " " + String.join(" ", piece)), Plant.Kind.TEXT, type, piece, harmless);
    }

    void date(int tag, int type, String value) {
        plant(tag, "DA", ascii(value), Plant.Kind.DATE, type, List.of(value), "");
    }

    void time(int tag, int type, String value) {
        plant(tag, "TM", ascii(value), Plant.Kind.TIME, type, List.of(value), "");
    }

    void dateTime(int tag, int type, String value) {
        plant(tag, "DT", ascii(value), Plant.Kind.DATE_TIME, type, List.of(value), "");
    }

    void uid(int tag, String value) {
        plant(tag, "UI", ascii(value), Plant.Kind.UID, 1, List.of(value), "");
    }

    void patientId(int tag, String value) {
        plant(tag, "LO", ascii(value), Plant.Kind.PATIENT_ID, 2, List.of(value), "");
    }

    /** What is there already, and has to be there afterwards. */
    void present(int tag) {
        Element element = here.get(tag);
        if (element != null && !element.isSequence()) {
            byte[] value = element.encapsulated() ? element.value() : Part10.padded(element.value(), element.vr());
            note(tag, "", value, tag == Part10.PIXELS ? Plant.Kind.PIXELS : Plant.Kind.TECHNICAL, 3, List.of(), "");
        }
    }

    void pixels(byte[] value) {
        plant(Part10.PIXELS, "OW", value, Plant.Kind.PIXELS, 1, List.of(), "");
    }

    /** Pixels with marks in bits that hold no stored value. */
    void markedPixels(byte[] value) {
        plant(Part10.PIXELS, "OW", value, Plant.Kind.MARKED_PIXELS, 1, List.of(), "");
    }

    /** A bit plane with the patient's name, and a drawing. */
    void plane(int tag, byte[] value) {
        plant(tag, "OW", value, Plant.Kind.PLANE, 3, List.of(), "");
    }

    /** Pixels with the patient's name written into them. */
    void caption(byte[] value) {
        plant(Part10.PIXELS, "OB", value, Plant.Kind.CAPTION, 1, List.of(), "");
    }

    /** A free text with something that no attribute of the file names. */
    void unnamed(int tag, String vr) {
        List<String> piece = List.of(turn++ % 2 == 0 ? person.otherPhone : person.otherMail);
        plant(tag, vr, person.script.encode("ask " + piece.get(0)), Plant.Kind.TEXT, 3, piece, "");
    }

    /** A value of a private creator in the block of that number. */
    void secret(int group, int block, String creator, boolean safe, int element, String vr, byte[] value, String... pieces) {
        here.put(Element.of(group << 16 | block, "LO", ascii(creator)));
        here.put(Element.of(group << 16 | block << 8 | element, vr, value));
        note(group << 16 | element, creator, Part10.padded(value, vr), safe ? Plant.Kind.SAFE_PRIVATE : Plant.Kind.UNSAFE_PRIVATE, 3,
                List.of(pieces), "");
    }

    /** Adds an item to a sequence and fills it. */
    void inside(int sequence, int type, Runnable body) {
        Item outer = here;
        List<Item> all = outer.items(sequence);
        sequences.add(sequence);
        types.add(type);
        items.add(all.size());
        here = new Item();
        all.add(here);
        body.run();
        here = outer;
        sequences.remove(sequences.size() - 1);
        types.remove(types.size() - 1);
        items.remove(items.size() - 1);
    }

    /** A code, which names a kind of thing. */
    void code(int sequence, String value, String scheme, String meaning) {
        inside(sequence, 1, () -> {
            technical(0x0008_0100, "SH", value);
            technical(0x0008_0102, "SH", scheme);
            technical(0x0008_0104, "LO", meaning);
        });
    }
}
