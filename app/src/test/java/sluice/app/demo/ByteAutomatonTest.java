package sluice.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ByteAutomatonTest {

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(1);
        for (int n = 0; n < 300; n++) {
            List<String> patterns = new ArrayList<>();
            for (int p = 1 + random.nextInt(8); p > 0; p--) {
                String pattern = letters(random, 1 + random.nextInt(5));
                if (!patterns.contains(pattern.toLowerCase(Locale.ROOT)) && !patterns.contains(pattern)) {
                    patterns.add(pattern);
                }
            }
            String text = letters(random, 200);
            assertEquals(plain(patterns, text), automaton(patterns, text), () -> patterns + " in " + text);
        }
    }

    private static TreeSet<String> plain(List<String> patterns, String text) {
        TreeSet<String> found = new TreeSet<>();
        String folded = text.toLowerCase(Locale.ROOT);
        for (String pattern : patterns) {
            String p = pattern.toLowerCase(Locale.ROOT);
            for (int at = folded.indexOf(p); at >= 0; at = folded.indexOf(p, at + 1)) {
                found.add(p + at);
            }
        }
        return found;
    }

    private static TreeSet<String> automaton(List<String> patterns, String text) {
        ByteAutomaton automaton = new ByteAutomaton(patterns.stream()
            .map(p -> ByteBuffer.wrap(p.getBytes(StandardCharsets.US_ASCII))).toList());
        TreeSet<String> found = new TreeSet<>();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = automaton.step(state, text.charAt(i));
            for (int s = automaton.ending(state); s > 0; s = automaton.shorter(s)) {
                int p = automaton.pattern(s);
                found.add(patterns.get(p).toLowerCase(Locale.ROOT) + (i + 1 - automaton.length(p)));
            }
        }
        return found;
    }

    private static String letters(Random random, int n) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < n; i++) {
            s.append("abAB".charAt(random.nextInt(4)));
        }
        return s.toString();
    }
}
