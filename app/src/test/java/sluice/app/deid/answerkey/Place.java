package sluice.app.deid.answerkey;

import java.util.List;

/**
 * Where a value stands.
 *
 * @param sequences from the outermost to the innermost
 * @param items the item's number in each of them
 * @param creator of a private attribute, else ""; then the element is without its block
 */
record Place(List<Integer> sequences, List<Integer> items, int tag, String creator) {

    /** The item that holds the element, or null if a sequence or item on the way is missing. */
    Item item(Item dataset) {
        Item item = dataset;
        for (int i = 0; i < sequences.size(); i++) {
            Element sequence = item.get(sequences.get(i));
            if (sequence == null || !sequence.isSequence() || sequence.items().size() <= items.get(i)) {
                return null;
            }
            item = sequence.items().get(items.get(i));
        }
        return item;
    }

    Element in(Item dataset) {
        Item item = item(dataset);
        if (item == null) {
            return null;
        }
        return creator.isEmpty() ? item.get(tag) : item.ofCreator(tag >>> 16, creator, tag & 0xFF);
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < sequences.size(); i++) {
            s.append(hex(sequences.get(i))).append('[').append(items.get(i)).append("]/");
        }
        return s.append(hex(tag)).append(creator.isEmpty() ? "" : " of " + creator).toString();
    }

    static String hex(int tag) {
        return String.format("(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
    }
}
