package sluice.app.deid.dicom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.Pseudonyms;

/**
 * What Private Data Element Characteristics Sequence (0008,0300) of an instance says of its private attributes (PS3.3
 * C.12.1.1.7): blocks that are safe as a whole, and single elements of others.
 */
final class PrivateDeclarations {

    private static final String SAFE = "SAFE";
    private static final String MIXED = "MIXED";

    /** @param elements last two digits of the safe elements; null for all of the block */
    private record Declaration(int group, String creator, Set<Integer> elements) { }

    private final List<Declaration> declarations = new ArrayList<>();

    /** @param instance the top level, where the sequence speaks of all levels */
    static PrivateDeclarations of(Attributes instance) {
        PrivateDeclarations found = new PrivateDeclarations();
        if (instance.getValue(Tag.PrivateDataElementCharacteristicsSequence) instanceof Sequence items) {
            for (Attributes item : items) {
                found.add(item);
            }
        }
        return found;
    }

    private void add(Attributes item) {
        String status = text(item, Tag.BlockIdentifyingInformationStatus);
        int[] group = numbers(item, Tag.PrivateGroupReference);
        if (group.length == 1 && (status.equals(SAFE) || status.equals(MIXED))) {
            Set<Integer> elements = new HashSet<>();
            for (int element : numbers(item, Tag.NonidentifyingPrivateElements)) {
                elements.add(element & 0xff);
            }
            declarations.add(new Declaration(group[0], text(item, Tag.PrivateCreatorReference),
                    status.equals(SAFE) ? null : elements));
        }
    }

    private static String text(Attributes item, int tag) {
        return Pseudonyms.trim(Values.text(item, VR.LO, item.getValue(tag), true));
    }

    private static int[] numbers(Attributes item, int tag) {
        if (!(item.getValue(tag) instanceof byte[] b)) {
            return new int[0];
        }
        int[] numbers = new int[b.length / 2];
        for (int i = 0; i < numbers.length; i++) {
            int low = b[2 * i + (item.bigEndian() ? 1 : 0)] & 0xff;
            int high = b[2 * i + (item.bigEndian() ? 0 : 1)] & 0xff;
            numbers[i] = high << 8 | low;
        }
        return numbers;
    }

    /** True if the file itself says that the attribute identifies nobody. */
    boolean safe(String creator, int tag) {
        for (Declaration d : declarations) {
            if (d.group() == tag >>> 16 && d.creator().equals(creator)
                    && (d.elements() == null || d.elements().contains(tag & 0xff))) {
                return true;
            }
        }
        return false;
    }

    /** Writes the sequence anew for the blocks that are still there; what was declared of others goes. */
    void write(Attributes out, Iterable<PrivateBlocks.Block> kept) {
        Map<String, Set<Integer>> elements = new LinkedHashMap<>();
        Map<String, PrivateBlocks.Block> blocks = new LinkedHashMap<>();
        for (PrivateBlocks.Block block : kept) {
            String key = block.group() + "\\" + block.creator();
            blocks.putIfAbsent(key, block);
            elements.computeIfAbsent(key, k -> new TreeSet<>()).addAll(block.kept());
        }
        Sequence items = null;
        for (Map.Entry<String, PrivateBlocks.Block> entry : blocks.entrySet()) {
            PrivateBlocks.Block block = entry.getValue();
            Set<Integer> left = elements.get(entry.getKey());
            int[] safe = left.stream().mapToInt(Integer::intValue)
                    .filter(e -> safe(block.creator(), block.group() << 16 | e)).toArray();
            if (safe.length > 0) {
                items = items == null ? out.newSequence(Tag.PrivateDataElementCharacteristicsSequence, 1) : items;
                items.add(item(out, block, safe, safe.length == left.size()));
            }
        }
    }

    private static Attributes item(Attributes out, PrivateBlocks.Block block, int[] safe, boolean whole) {
        Attributes item = new Attributes(out.bigEndian(), 4);
        item.setInt(Tag.PrivateGroupReference, VR.US, block.group());
        item.setValue(Tag.PrivateCreatorReference, VR.LO, block.value());
        item.setString(Tag.BlockIdentifyingInformationStatus, VR.CS, whole ? SAFE : MIXED);
        if (!whole) {
            item.setInt(Tag.NonidentifyingPrivateElements, VR.US, safe);
        }
        return item;
    }
}
