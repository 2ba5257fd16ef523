package sluice.transfer.bag;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The elements of bag-info.txt (RFC 8493 section 2.2.2) in their order; labels may repeat.
 *
 * @param fields label and value pairs
 */
public record BagInfo(List<Field> fields) {

    /** Octets and files of the payload. */
    public static final String PAYLOAD_OXUM = "Payload-Oxum";
    /** The day of bagging, ISO 8601. */
    public static final String BAGGING_DATE = "Bagging-Date";
    /** The sender's name for what is in the bag. */
    public static final String EXTERNAL_IDENTIFIER = "External-Identifier";

    /** One element; neither part holds a line break, the label no colon. */
    public record Field(String label, String value) {

        /** @throws IllegalArgumentException when a part cannot stand in one line */
        public Field {
            if (label.isBlank() || !label.strip().equals(label) || label.contains(":")) {
                throw new IllegalArgumentException("a label is not blank, has no colon and no blanks around it");
            }
            if ((label + value).chars().anyMatch(c -> c < 0x20 || c == 0x7f) || !value.strip().equals(value)) {
                throw new IllegalArgumentException("label and value are one line without blanks around them");
            }
        }
    }

    /** The octets and the number of payload files (RFC 8493: {@code OctetCount.StreamCount}). */
    public record Oxum(long octets, long files) {

        @Override
        public String toString() {
            return octets + "." + files;
        }
    }

    /** Copies the list. */
    public BagInfo {
        fields = List.copyOf(fields);
    }

    /** The usual beginning: what it is and when it was bagged. */
    public static BagInfo of(String externalIdentifier, LocalDate baggingDate) {
        return new BagInfo(List.of(new Field(EXTERNAL_IDENTIFIER, externalIdentifier),
                new Field(BAGGING_DATE, baggingDate.toString())));
    }

    /** This with one more element at the end. */
    public BagInfo with(String label, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(label, value));
        return new BagInfo(more);
    }

    /** The first value under a label, compared without regard to case as section 2.2.2 says. */
    public Optional<String> value(String label) {
        return fields.stream().filter(f -> f.label().equalsIgnoreCase(label)).map(Field::value).findFirst();
    }

    /** The declared payload size. */
    public Optional<Oxum> payloadOxum() throws BagException {
        Optional<String> text = value(PAYLOAD_OXUM);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.get().split("\\.", -1);
        try {
            if (parts.length == 2) {
                return Optional.of(new Oxum(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
            }
        } catch (NumberFormatException e) {
            throw Manifest.syntax("Payload-Oxum is not two numbers");
        }
        throw Manifest.syntax("Payload-Oxum is not two numbers");
    }

    /** Reads bag-info.txt; a line that begins with a blank continues the one before. */
    public static BagInfo parse(byte[] text) throws BagException {
        List<Field> fields = new ArrayList<>();
        int number = 0;
        for (String line : Manifest.decodeUtf8(text).split("\r\n|\r|\n")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            boolean continues = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            int colon = line.indexOf(':');
            try {
                if (continues && !fields.isEmpty()) {
                    Field last = fields.remove(fields.size() - 1);
                    fields.add(new Field(last.label(), (last.value() + " " + line.strip()).strip()));
                } else if (!continues && colon > 0) {
                    fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
                } else {
                    throw Manifest.syntax("bag-info.txt line " + number + " is not a label, a colon and a value");
                }
            } catch (IllegalArgumentException e) {
                throw Manifest.syntax("bag-info.txt line " + number + " holds characters that have no place there");
            }
        }
        return new BagInfo(fields);
    }

    /** The text of bag-info.txt in UTF-8. */
    public byte[] format() {
        StringBuilder text = new StringBuilder();
        fields.forEach(f -> text.append(f.label()).append(": ").append(f.value()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
