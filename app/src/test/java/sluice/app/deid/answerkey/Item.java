package sluice.app.deid.answerkey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A data set or an item of a sequence: elements in order of their tags. */
final class Item {

    private static final int CREATORS = 0x10;

    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    void put(Element element) {
        elements.put(element.tag(), element);
    }

    Element get(int tag) {
        return elements.get(tag);
    }

    Iterable<Element> elements() {
        return elements.values();
    }

    /** The items of a sequence, made where it is not there. */
    List<Item> items(int tag) {
        return elements.computeIfAbsent(tag, t -> Element.sequence(t, new ArrayList<>())).items();
    }

    /** A private element by its creator, whatever block it has; null if it is not there. */
    Element ofCreator(int group, String creator, int element) {
        for (int block = CREATORS; block <= 0xFF; block++) {
            Element reserved = get(group << 16 | block);
            if (reserved != null && new String(reserved.value(), StandardCharsets.ISO_8859_1).strip().equals(creator)) {
                Element found = get(group << 16 | block << 8 | element);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
