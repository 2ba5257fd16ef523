package sluice.app.deid.answerkey;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges what the tool wrote, one patient of one run at a time. */
final class Scorer {

    private static final Charset[] ENCODINGS = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE,
        Charset.forName("ISO-8859-5"), Charset.forName("ISO-2022-JP"), Charset.forName("EUC-KR"), Charset.forName("GB18030")};

    /** What is blank is zeros. */
    private static final int DOCUMENT = 0x0042_0011;

    private final Map<String, String> patients;
    private final Map<String, String> uids;
    private final Map<String, Long> shifts = new HashMap<>();

    /**
     * @param patients old to new Patient IDs, as the tool's mapping file says
     * @param uids old to new UIDs, likewise
     */
    Scorer(Map<String, String> patients, Map<String, String> uids) {
        this.patients = patients;
        this.uids = uids;
    }

    boolean passes(Key.Demand demand, Person person, Item after) {
        Plant plant = demand.plant();
        Element element = plant.place().in(after);
        byte[] value = element == null ? null : element.value();
        return switch (demand.action()) {
            case TAG_RETAINED, PIXELS_RETAINED -> value != null && Arrays.equals(value, plant.value());
            case PRIVATE_KEPT -> value != null && Arrays.equals(value, plant.value());
            case TAG_REMOVED, PRIVATE_REMOVED -> element == null;
            case TEXT_NOT_NULL -> element != null && (element.isSequence() || !text(value).isEmpty()
                    || plant.place().tag() == DOCUMENT && value.length > 0);
            case TEXT_REMOVED -> element == null || plant.identifying().stream().noneMatch(p -> holds(value, p, person));
            case TEXT_RETAINED -> value != null && contains(value, person.script.encode(plant.harmless()));
            case DATE_SHIFTED -> value != null && shifted(text(plant.value()), text(value), person);
            case DATE_TO_MONTH -> value != null && text(value).equals(text(plant.value()).substring(0, 6)
                    + (plant.kind() == Plant.Kind.DATE ? "01" : ""));
            case UID_CHANGED -> value != null && !text(value).isEmpty() && !Arrays.equals(value, plant.value());
            case UID_CONSISTENT -> value != null && text(value).equals(uids.get(text(plant.value())));
            case PATIENT_ID_CONSISTENT -> value != null && text(value).equals(patients.get(person.id));
            case PIXELS_HIDDEN -> value != null && Caption.hidden(plant.value(), value);
            case MARKS_HIDDEN -> value != null && Arrays.equals(value, Caption.plane(""));
            case BITS_CLEARED -> value != null && cleared(plant.value(), value);
            case HELD -> false;
        };
    }

    /** Twelve bits are stored of sixteen. */
    private static boolean cleared(byte[] before, byte[] after) {
        boolean same = before.length == after.length;
        for (int i = 0; same && i < before.length; i++) {
            same = after[i] == (i % 2 == 0 ? before[i] : (byte) (before[i] & 0x0F));
        }
        return same;
    }

    /** True if nothing of the person stands in the file in any encoding. */
    static boolean free(byte[] file, String piece, Person person) {
        return !holds(file, piece, person);
    }

    private static boolean holds(byte[] value, String piece, Person person) {
        if (contains(value, person.script.encode(piece))) {
            return true;
        }
        for (Charset charset : ENCODINGS) {
            if (charset.newEncoder().canEncode(piece) && contains(value, piece.getBytes(charset))) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            int i = 0;
            while (i < part.length && bytes[at + i] == part[i]) {
                i++;
            }
            if (i == part.length) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** All dates of a patient move by one amount, which is not nought; what follows the date stays. */
    private boolean shifted(String before, String after, Person person) {
        if (after.length() != before.length() || !after.substring(8).equals(before.substring(8))) {
            return false;
        }
        try {
            long days = ChronoUnit.DAYS.between(day(before), day(after));
            Long known = shifts.putIfAbsent(person.id, days);
            return days != 0 && (known == null || known == days);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** A CSV of two columns, RFC 4180, without its header. */
    static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.startsWith("\"") ? line.indexOf("\",") + 1 : line.indexOf(',');
            pairs.put(unquoted(line.substring(0, comma)), unquoted(line.substring(comma + 1)));
        }
        return pairs;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
