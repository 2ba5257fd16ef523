package sluice.app.deid.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes parts out of a text and closes the holes: brackets with nothing in them, doubled separators and words that hang in
 * the air go too; everything that is no neighbour of a hole stays as it is, character by character.
 */
final class Holes {

    /** Separators beside a hole; a minus before a digit is a sign. */
    private static final String SOFT = "(?:[\\s,;:_/^|=*&#~]|-(?!\\d))";

    private static final String BRACKETS = "\\(" + SOFT + "*X" + SOFT + "*\\)|\\[" + SOFT + "*X" + SOFT + "*\\]|\\{" + SOFT
            + "*X" + SOFT + "*\\}|<" + SOFT + "*X" + SOFT + "*>|\"" + SOFT + "*X" + SOFT + "*\"|'" + SOFT + "*X" + SOFT + "*'";

    private Holes() { }

    /**
     * A change of one part.
     *
     * @param with what comes in its place; null if nothing does
     */
    record Edit(int from, int to, String with) { }

    /** @param edits in order, apart from each other */
    static String close(String text, List<Edit> edits, Set<String> connectives) {
        char mark = unused(text);
        StringBuilder s = new StringBuilder(text.length());
        int at = 0;
        for (Edit e : edits) {
            s.append(text, at, e.from()).append(e.with() == null ? String.valueOf(mark) : e.with());
            at = e.to();
        }
        String marked = s.append(text, at, text.length()).toString();
        if (marked.indexOf(mark) < 0) {
            return marked;
        }
        Pattern brackets = Pattern.compile(BRACKETS.replace('X', mark));
        for (Matcher m = brackets.matcher(marked); m.find(); m = brackets.matcher(marked)) {
            marked = m.replaceAll(String.valueOf(mark));
        }
        return joined(marked, mark, connectives);
    }

    private static char unused(String text) {
        char mark = '\uE000';
        while (text.indexOf(mark) >= 0) {
            mark++;
        }
        return mark;
    }

    private static String joined(String marked, char mark, Set<String> connectives) {
        Pattern gap = Pattern.compile(SOFT + "*" + mark + "(?:" + SOFT + "*" + mark + ")*+" + SOFT + "*");
        StringBuilder out = new StringBuilder(marked.length());
        Matcher m = gap.matcher(marked);
        int at = 0;
        while (m.find(at)) {
            out.append(marked, at, m.start());
            String separators = m.group().replace(String.valueOf(mark), "");
            separators = withoutConnectives(out, connectives, separators);
            int next = m.end();
            boolean last = next >= marked.length();
            out.append(joint(out, separators, last ? '\0' : marked.charAt(next)));
            at = next;
        }
        return out.append(marked, at, marked.length()).toString();
    }

    /** Cuts connectives off the end, and the separators before them, which are returned with the others. */
    private static String withoutConnectives(StringBuilder out, Set<String> connectives, String separators) {
        String seen = separators;
        while (true) {
            int end = out.length();
            int from = end;
            while (from > 0 && (Character.isLetter(out.charAt(from - 1)) || out.charAt(from - 1) == '/')) {
                from--;
            }
            boolean word = from < end && (from == 0 || Character.isWhitespace(out.charAt(from - 1)) || out.charAt(from - 1) == ',');
            if (!word || !connectives.contains(out.substring(from).toLowerCase(Locale.ROOT))) {
                return seen;
            }
            out.setLength(from);
            int stripped = from;
            while (stripped > 0 && " \t,;:-_\r\n".indexOf(out.charAt(stripped - 1)) >= 0) {
                stripped--;
            }
            seen = out.substring(stripped) + seen;
            out.setLength(stripped);
        }
    }

    private static String joint(StringBuilder before, String separators, char next) {
        int line = separators.indexOf('\n');
        int carriage = separators.indexOf('\r');
        if (before.length() == 0) {
            return "";
        }
        if (line >= 0 || carriage >= 0) {
            return line >= 0 && carriage >= 0 ? "\r\n" : line >= 0 ? "\n" : "\r";
        }
        if (next == '\0' || ".!?)]}".indexOf(next) >= 0 || "([{".indexOf(before.charAt(before.length() - 1)) >= 0) {
            return "";
        }
        for (String strong : new String[] {";", ","}) {
            if (separators.contains(strong)) {
                return strong + " ";
            }
        }
        for (String tight : new String[] {"^", "_", "/", "|"}) {
            if (separators.contains(tight) && separators.indexOf(' ') < 0) {
                return tight;
            }
        }
        return separators.equals("--") ? "-" : " ";
    }
}
