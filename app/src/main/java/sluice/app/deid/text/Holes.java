package sluice.app.deid.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes parts out of a text and closes the holes: brackets with nothing in them, doubled separators and words that hang in
 * the air go too; everything that is no neighbour of a hole stays as it is, character by character.
 */
final class Holes {

    /** Separators beside a hole; a minus as well, unless it is the sign of a digit. */
    private static final String SOFT = ",;:_/^|=*&#~\t\n\u000b\f\r ";

    private static final String OPENING = "([{<\"'";
    private static final String CLOSING = ")]}>\"'";

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
        return joined(withoutEmptyBrackets(marked, mark), mark, connectives);
    }

    /** Brackets and quotes around nothing but holes and separators become a hole. */
    private static String withoutEmptyBrackets(String marked, char mark) {
        StringBuilder out = new StringBuilder(marked.length());
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            int kind = CLOSING.indexOf(c);
            int from = kind < 0 ? -1 : opening(out, OPENING.charAt(kind), mark);
            if (from >= 0) {
                out.setLength(from);
                out.append(mark);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Where the bracket stands that only holes and separators follow up to the end; -1 where there is none. */
    private static int opening(StringBuilder text, char bracket, char mark) {
        boolean holes = false;
        int i = text.length() - 1;
        while (i >= 0 && (text.charAt(i) == mark || isSoft(text, i))) {
            holes |= text.charAt(i) == mark;
            i--;
        }
        return holes && i >= 0 && text.charAt(i) == bracket ? i : -1;
    }

    private static boolean isSoft(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c == '-') {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            return next < '0' || next > '9';
        }
        return SOFT.indexOf(c) >= 0;
    }

    private static char unused(String text) {
        char mark = '\uE000';
        while (text.indexOf(mark) >= 0) {
            mark++;
        }
        return mark;
    }

    private static String joined(String marked, char mark, Set<String> connectives) {
        StringBuilder out = new StringBuilder(marked.length());
        int at = 0;
        for (int hole = marked.indexOf(mark); hole >= 0; hole = marked.indexOf(mark, at)) {
            int from = hole;
            while (from > at && isSoft(marked, from - 1)) {
                from--;
            }
            int next = hole + 1;
            while (next < marked.length() && (marked.charAt(next) == mark || isSoft(marked, next))) {
                next++;
            }
            out.append(marked, at, from);
            String separators = marked.substring(from, next).replace(String.valueOf(mark), "");
            separators = withoutConnectives(out, connectives, separators);
            out.append(joint(out, separators, next == marked.length() ? '\0' : marked.charAt(next)));
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
