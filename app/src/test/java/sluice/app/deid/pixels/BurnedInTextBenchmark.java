package sluice.app.deid.pixels;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sluice.viewer.codec.PixelBox;

/**
 * Prints how many words burned into generated pictures are found, by size, contrast, background and font, and how many boxes
 * appear in pictures without writing. Arguments: pictures of each background (default 60), then folders with real images
 * without writing. A word counts as found if at least 90 per cent of its ink lie in boxes. Words of two and three letters are
 * counted apart, and so are those on paper that is as uneven as half of their contrast, where ink meets its own grey level.
 */
public final class BurnedInTextBenchmark {
    private static final int[] CONTRASTS = {40, 60, 90, 140};
    private static final int SIDE = 512;
    private final TextDetector detector = new TextDetector();
    private final Map<String, int[]> counts = new TreeMap<>();
    private long nanos;
    private long pixels;

    public static void main(String[] args) throws IOException, InterruptedException {
        new BurnedInTextBenchmark().run(args.length == 0 ? 60 : Integer.parseInt(args[0]), args);
    }

    private void run(int pictures, String[] args) throws IOException, InterruptedException {
        Backgrounds backgrounds = new Backgrounds(24, SIDE);
        for (String kind : Backgrounds.KINDS) {
            for (int i = 0; i < pictures; i++) {
                words(backgrounds, kind, 7919L * i + kind.hashCode());
            }
        }
        counts.forEach((k, n) -> System.out.printf("%-40s %5d of %5d  %.2f %%%n", k, n[0], n[1], 100.0 * n[0] / n[1]));
        clean("phantom with noise", backgrounds.phantoms());
        clean("phantom without noise", Backgrounds.still(60));
        List<GreyPlane> made = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(99);
        for (int i = 0; i < 30; i++) {
            made.add(backgrounds.of("noise", SIDE, SIDE, random));
            made.add(backgrounds.of("speckle", SIDE, SIDE, random));
        }
        clean("noise and speckle", made);
        for (int i = 1; i < args.length; i++) {
            clean(Path.of(args[i]).getFileName().toString(),
                    CleanImages.below(Path.of(args[i]), 6).stream().map(CleanImages.Image::plane).toList());
        }
        System.out.printf("%.1f pictures of 512x512 a second and core%n", pixels / (double) (SIDE * SIDE) / (nanos / 1e9));
    }

    private void words(Backgrounds backgrounds, String kind, long seed) {
        Overlays overlays = new Overlays(seed);
        SplittableRandom random = overlays.random();
        GreyPlane plane = backgrounds.of(kind, SIDE, SIDE, random);
        List<Overlays.Burned> burned = overlays.burnSome(plane, 8, CONTRASTS);
        List<PixelBox> boxes = find(plane);
        for (Overlays.Burned b : burned) {
            int found = Overlays.covered(b, boxes) >= 0.9 ? 1 : 0;
            String group = b.text().length() < 4 ? "short: " : b.busy() >= b.contrast() / 2.0 ? "busy: " : "";
            add(group + "background " + kind, found);
            if (group.isEmpty()) {
                add("size " + String.format("%02d", b.size()), found);
                add("contrast " + String.format("%03d", b.contrast()), found);
                add("font " + b.font(), found);
                add("all", found);
            }
        }
    }

    private List<PixelBox> find(GreyPlane plane) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<PixelBox> boxes = detector.find(plane);
        nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        pixels += plane.grey().length;
        return boxes;
    }

    private void add(String key, int found) {
        int[] n = counts.computeIfAbsent(key, k -> new int[2]);
        n[0] += found;
        n[1]++;
    }

    private void clean(String name, List<GreyPlane> planes) {
        int boxes = 0;
        int with = 0;
        for (GreyPlane plane : planes) {
            int n = find(plane).size();
            boxes += n;
            with += n > 0 ? 1 : 0;
        }
        System.out.printf("false boxes, %s: %d in %d of %d pictures, %.3f a picture%n", name, boxes, with, planes.size(),
                boxes / (double) Math.max(1, planes.size()));
    }
}
