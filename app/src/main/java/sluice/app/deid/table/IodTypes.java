package sluice.app.deid.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Types of attributes in the composite IODs of PS3.3, by SOP class and place. Only attributes for which PS3.15 Table E.1-1
 * names an action whose choice can depend on the type are held, and the sequences that lead to them. Where several modules
 * of one IOD hold an attribute, the most demanding type counts (PS3.3 section 5.4); what belongs to a conditional or optional
 * module, or to a functional group that may stand elsewhere, is conditional. Immutable; look-ups allocate nothing.
 */
public final class IodTypes {

    /** An attribute's type, the most demanding first. */
    public enum Type {
        /** required, with a value */
        ONE("1"),
        /** with a value where a condition holds: an attribute that is present may be required */
        ONE_C("1C"),
        /** required, may be empty */
        TWO("2"),
        /** present where a condition holds, may be empty */
        TWO_C("2C"),
        /** optional */
        THREE("3"),
        /** not part of the IOD at this place, or an attribute whose action never depends on the type */
        ABSENT("");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        private static Type of(String code) {
            for (Type type : values()) {
                if (type.code.equals(code) && type != ABSENT) {
                    return type;
                }
            }
            throw new TableException("'" + code + "' is no type of PS3.3");
        }
    }

    /** One level of an IOD: the top level, or the items of one sequence. Content Sequence leads back to its own node. */
    public static final class Node {

        private final int[] tags;
        private final Type[] types;
        private final Node[] children;

        private Node(int size) {
            tags = new int[size];
            types = new Type[size];
            children = new Node[size];
        }

        /** The attribute's type at this level. */
        public Type type(int tag) {
            int at = Arrays.binarySearch(tags, tag);
            return at < 0 ? Type.ABSENT : types[at];
        }

        /** The level inside this sequence, or null if nothing that is held lies inside. */
        public Node child(int sequenceTag) {
            int at = Arrays.binarySearch(tags, sequenceTag);
            return at < 0 ? null : children[at];
        }
    }

    private record Entry(int tag, Type type, int child) { }

    private final String edition;
    private final Map<String, Node> classes;

    private IodTypes(String edition, Map<String, Node> classes) {
        this.edition = edition;
        this.classes = Map.copyOf(classes);
    }

    /** The table that the product ships. */
    public static IodTypes load() {
        return of(Tsv.resource("iod-types.tsv"));
    }

    static IodTypes of(Tsv tsv) {
        Map<Integer, List<Entry>> levels = new HashMap<>();
        Map<String, Integer> tops = new HashMap<>();
        for (String[] c : tsv.rows()) {
            switch (c[0]) {
                case "class" -> {
                    if (tops.put(c[1], Integer.valueOf(c[2])) != null) {
                        throw new TableException("SOP class " + c[1] + " is listed twice");
                    }
                }
                case "node" -> entries(c, levels.computeIfAbsent(Integer.valueOf(c[1]), k -> new ArrayList<>()));
                default -> throw new TableException("'" + c[0] + "' is neither class nor node");
            }
        }
        Map<Integer, Node> nodes = new HashMap<>();
        levels.forEach((number, entries) -> nodes.put(number, new Node(entries.size())));
        levels.forEach((number, entries) -> fill(nodes.get(number), entries, nodes));
        Map<String, Node> classes = new HashMap<>();
        tops.forEach((uid, number) -> classes.put(uid, known(nodes, number)));
        return new IodTypes(tsv.edition(), classes);
    }

    private static void entries(String[] c, List<Entry> entries) {
        Type type = Type.of(c[2]);
        for (String attribute : c[3].split(" ")) {
            int child = attribute.length() > 8 ? Integer.parseInt(attribute.substring(9)) : -1;
            entries.add(new Entry(Integer.parseUnsignedInt(attribute.substring(0, 8), 16), type, child));
        }
    }

    private static void fill(Node node, List<Entry> entries, Map<Integer, Node> nodes) {
        entries.sort((a, b) -> Integer.compare(a.tag(), b.tag()));
        for (int i = 0; i < node.tags.length; i++) {
            Entry entry = entries.get(i);
            if (i > 0 && node.tags[i - 1] == entry.tag()) {
                throw new TableException("an attribute is listed twice at one level of an IOD");
            }
            node.tags[i] = entry.tag();
            node.types[i] = entry.type();
            node.children[i] = entry.child() < 0 ? null : known(nodes, entry.child());
        }
    }

    private static Node known(Map<Integer, Node> nodes, int number) {
        Node node = nodes.get(number);
        if (node == null) {
            throw new TableException("level " + number + " of an IOD is missing");
        }
        return node;
    }

    /** For example {@code PS3.3 2025e}. */
    public String edition() {
        return edition;
    }

    /** The top level of a storage SOP class's IOD, or null if the class is unknown (private, retired or newer). */
    public Node node(String sopClassUid) {
        return classes.get(sopClassUid);
    }

    /** Number of SOP classes. */
    int size() {
        return classes.size();
    }
}
