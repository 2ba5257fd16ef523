package sluice.viewer.volume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/** Frames in any order become volumes: told apart by labels and planes, sorted by place and time. */
final class StackBuilder {
    private final List<Volume> volumes = new ArrayList<>();
    private final List<Aside> aside = new ArrayList<>();

    private StackBuilder() {}

    /**
     * @param volumes in the order of their series, echoes and orientations
     * @param aside frames that went into none
     */
    record Built(List<Volume> volumes, List<Aside> aside) {}

    static Built of(List<Frame> frames) {
        StackBuilder builder = new StackBuilder();
        Map<FrameLabels, List<Frame>> kinds = new TreeMap<>();
        for (Frame f : builder.unique(frames)) {
            kinds.computeIfAbsent(f.labels(), l -> new ArrayList<>()).add(f);
        }
        for (List<Frame> kind : kinds.values()) {
            for (List<Frame> parallel : parallel(kind)) {
                builder.stack(parallel);
            }
        }
        return new Built(builder.volumes, builder.aside);
    }

    /** Without frames of instances that were given twice; sorted, so that what follows does not depend on any order. */
    private List<Frame> unique(List<Frame> frames) {
        List<Frame> sorted = new ArrayList<>(frames);
        sorted.sort(Frame.BY_NUMBER);
        Set<String> seen = new HashSet<>();
        List<Frame> unique = new ArrayList<>();
        for (Frame f : sorted) {
            if (f.sopUid().isEmpty() || seen.add(f.sopUid() + "/" + f.index())) {
                unique.add(f);
            } else {
                setAside(f, Aside.Reason.REPEATED_INSTANCE);
            }
        }
        return unique;
    }

    private void setAside(Frame f, Aside.Reason reason) {
        aside.add(new Aside(f.file(), 1, reason));
    }

    private static List<List<Frame>> parallel(List<Frame> kind) {
        List<List<Frame>> groups = new ArrayList<>();
        for (Frame f : kind) {
            groups.stream().filter(g -> g.get(0).place().isParallel(f.place())).findFirst().orElseGet(() -> {
                List<Frame> fresh = new ArrayList<>();
                groups.add(fresh);
                return fresh;
            }).add(f);
        }
        return groups;
    }

    private void stack(List<Frame> parallel) {
        FramePlace any = parallel.get(0).place();
        Vec3 normal = any.normal();
        List<List<Frame>> places = places(parallel, normal, 0.02 * Math.min(any.dx(), any.dy()));
        TimeSorter sorter = TimeSorter.of(places);
        List<FramePlace> planes = places.stream().map(p -> p.get(0).place()).toList();
        Optional<SliceLine> line = SliceLine.of(planes);
        double pixel = 0.5 * Math.min(any.dx(), any.dy());
        boolean together = places.stream().allMatch(p -> p.stream()
                .allMatch(f -> f.place().origin().distance(p.get(0).place().origin()) <= pixel));
        if (line.isEmpty() || !together) {
            parallel.forEach(f -> setAside(f, Aside.Reason.NOT_A_STACK));
            return;
        }
        sorter.doubled().forEach(f -> setAside(f, Aside.Reason.DUPLICATE_POSITION));
        volumes.add(volume(parallel.get(0).labels(), sorter, planes, line.get()));
    }

    /** Frames by depth, those of one depth together in the order of their numbers. */
    private static List<List<Frame>> places(List<Frame> frames, Vec3 normal, double tolerance) {
        List<Frame> sorted = new ArrayList<>(frames);
        sorted.sort(Comparator.<Frame>comparingDouble(f -> f.place().origin().dot(normal)).thenComparing(Frame.BY_NUMBER));
        List<List<Frame>> places = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Frame f : sorted) {
            double depth = f.place().origin().dot(normal);
            if (places.isEmpty() || depth - last > tolerance) {
                places.add(new ArrayList<>());
                last = depth;
            }
            places.get(places.size() - 1).add(f);
        }
        places.forEach(p -> p.sort(Frame.BY_NUMBER));
        return places;
    }

    private static Volume volume(FrameLabels labels, TimeSorter sorter, List<FramePlace> planes, SliceLine line) {
        FramePlace first = planes.get(0);
        boolean uneven = line.kind() == SliceLine.Kind.UNEVEN;
        int[] slots = line.slots();
        int count = slots[slots.length - 1] + 1;
        Frame[][] frames = new Frame[sorter.frames().length][count];
        Vec3[] origins = new Vec3[count];
        for (int k = 0; k < count; k++) {
            origins[k] = first.origin().plus(line.step().times(k));
        }
        for (int p = 0; p < slots.length; p++) {
            origins[slots[p]] = planes.get(p).origin();
            for (int t = 0; t < frames.length; t++) {
                frames[t][slots[p]] = sorter.frames()[t][p];
            }
        }
        FrameStack stack = new FrameStack(labels, sorter.axis(), frames, origins, first);
        List<Finding> findings = findings(stack, sorter, line);
        if (uneven) {
            return EvenedVolume.of(stack, findings);
        }
        Affine3 steps = new Affine3(first.along().times(first.dx()), first.down().times(first.dy()), line.step(), first.origin());
        return new DicomVolume(stack, new VoxelGrid(labels.columns(), labels.rows(), count, steps), findings);
    }

    private static List<Finding> findings(FrameStack stack, TimeSorter sorter, SliceLine line) {
        List<Finding> found = new ArrayList<>();
        int missing = stack.places() * stack.times() - (int) stack.all().count();
        if (missing > 0) {
            found.add(new Finding(Finding.Kind.GAP, missing, "slices are missing; their places are empty"));
        }
        if (line.kind() == SliceLine.Kind.UNEVEN) {
            found.add(new Finding(Finding.Kind.UNEVEN_SPACING, 0,
                    "distances between slices differ; voxels of a regular grid are interpolated between slices"));
        }
        if (line.kind() == SliceLine.Kind.SINGLE_ASSUMED) {
            found.add(new Finding(Finding.Kind.THICKNESS_ASSUMED, 1, "a single slice without thickness; 1 mm is assumed"));
        }
        if (line.tilt() > 0) {
            found.add(new Finding(Finding.Kind.TILT, 0, String.format(Locale.ROOT,
                    "slices are stacked %.2f degrees off their normal; the grid is sheared as they are",
                    line.tilt())));
        }
        if (!sorter.doubled().isEmpty()) {
            found.add(new Finding(Finding.Kind.DUPLICATE_POSITION, sorter.doubled().size(),
                    "frames lie where others do and nothing tells them apart; those with the lowest numbers were taken"));
        }
        if (sorter.axis() == TimeAxis.NUMBER) {
            found.add(new Finding(Finding.Kind.ORDER_BY_NUMBER, stack.times(),
                    "frames of one place are ordered by their numbers, because nothing else tells them apart"));
        }
        if (stack.onlyScaling(false).isEmpty()) {
            found.add(new Finding(Finding.Kind.VARYING_SCALE, 0, "slices have scales of their own"));
        }
        return found;
    }
}
