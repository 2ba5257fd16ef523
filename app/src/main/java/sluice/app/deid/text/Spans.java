package sluice.app.deid.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parts of one text while they are collected. */
final class Spans {

    private final List<Span> spans = new ArrayList<>(4);

    void add(int from, int to) {
        spans.add(new Span(from, to));
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Adds those of a folded text at their places in the original. */
    void addOriginals(Spans folded, FoldedText text) {
        for (Span s : folded.spans) {
            spans.add(text.original(s.from(), s.to()));
        }
    }

    /** In order, those that touch or overlap as one. */
    List<Span> merged() {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span s : sorted) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && s.from() <= last.to()) {
                merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), s.to())));
            } else {
                merged.add(s);
            }
        }
        return merged;
    }
}
