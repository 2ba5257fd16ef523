package sluice.viewer.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells frames at the same place apart: the first of the {@link TimeAxis} values that is different for all frames of a place, and
 * has no more values than there are frames at the fullest place. Where more than a quarter of the places would be empty at some
 * time, as with two acquisitions that overlap in one slice, it is no time.
 *
 * @param axis which it is
 * @param frames by time, then by place; null where there is none
 * @param doubled frames that nothing tells from those that were taken
 */
record TimeSorter(TimeAxis axis, Frame[][] frames, List<Frame> doubled) {

    /** @param places the frames of each place, each in the order of {@link Frame#BY_NUMBER} */
    static TimeSorter of(List<List<Frame>> places) {
        int most = places.stream().mapToInt(List::size).max().orElse(0);
        if (most == 1) {
            return new TimeSorter(TimeAxis.NONE, new Frame[][] {
                places.stream().map(p -> p.get(0)).toArray(Frame[]::new)}, List.of());
        }
        for (TimeAxis axis : TimeAxis.values()) {
            Frame[][] sorted = axis == TimeAxis.NONE || axis == TimeAxis.NUMBER ? null : by(axis, places, most);
            if (sorted != null) {
                return new TimeSorter(axis, sorted, List.of());
            }
        }
        return isNumbered(places, most) ? byNumber(places, most) : firstOnly(places);
    }

    private static Frame[][] by(TimeAxis axis, List<List<Frame>> places, int most) {
        Map<String, Frame> first = new HashMap<>();
        for (List<Frame> place : places) {
            Set<String> here = new HashSet<>();
            for (Frame f : place) {
                String moment = f.moments().get(axis);
                if (moment == null || !here.add(moment)) {
                    return null;
                }
                first.merge(moment, f, (a, b) -> Frame.BY_NUMBER.compare(a, b) <= 0 ? a : b);
            }
        }
        long frames = places.stream().mapToLong(List::size).sum();
        if (first.size() != most || 4 * frames < 3L * most * places.size()) {
            return null;
        }
        List<String> moments = new ArrayList<>(first.keySet());
        moments.sort(order(axis, first));
        Map<String, Integer> at = new HashMap<>();
        for (String moment : moments) {
            at.put(moment, at.size());
        }
        Frame[][] sorted = new Frame[most][places.size()];
        for (int k = 0; k < places.size(); k++) {
            for (Frame f : places.get(k)) {
                sorted[at.get(f.moments().get(axis))][k] = f;
            }
        }
        return sorted;
    }

    /** Numbers by size, texts by letters; weightings as they were acquired, which is the order that their tables follow. */
    private static Comparator<String> order(TimeAxis axis, Map<String, Frame> first) {
        return switch (axis) {
            case DIFFUSION -> Comparator.comparing(first::get, Frame.BY_NUMBER);
            case ACQUISITION_TIME, DIMENSION -> Comparator.naturalOrder();
            default -> Comparator.comparingDouble(Double::parseDouble);
        };
    }

    /** All places are as full, and numbers differ within each. */
    private static boolean isNumbered(List<List<Frame>> places, int most) {
        return places.stream().allMatch(p -> p.size() == most
                && p.stream().map(f -> f.number() + "/" + f.index()).collect(Collectors.toSet()).size() == most);
    }

    private static TimeSorter byNumber(List<List<Frame>> places, int most) {
        Frame[][] sorted = new Frame[most][places.size()];
        for (int k = 0; k < places.size(); k++) {
            for (int t = 0; t < most; t++) {
                sorted[t][k] = places.get(k).get(t);
            }
        }
        return new TimeSorter(TimeAxis.NUMBER, sorted, List.of());
    }

    private static TimeSorter firstOnly(List<List<Frame>> places) {
        List<Frame> doubled = new ArrayList<>();
        Frame[] taken = new Frame[places.size()];
        Arrays.setAll(taken, k -> places.get(k).get(0));
        places.forEach(p -> doubled.addAll(p.subList(1, p.size())));
        return new TimeSorter(TimeAxis.NONE, new Frame[][] {taken}, doubled);
    }
}
