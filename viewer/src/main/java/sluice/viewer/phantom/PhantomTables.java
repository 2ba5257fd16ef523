package sluice.viewer.phantom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.viewer.geometry.Vec3;

/** Loads the tables of shapes and of tissue signals. */
final class PhantomTables {

    private PhantomTables() {
    }

    /** The bodies of {@code head.tsv} by group. */
    static Map<String, Body> bodies() {
        Map<String, List<Body.Step>> steps = new LinkedHashMap<>();
        for (String[] row : rows("head.tsv")) {
            List<Body.Step> group = steps.computeIfAbsent(row[0], g -> new ArrayList<>());
            boolean add = row[1].equals("+");
            double blend = Double.parseDouble(row[2]);
            Shape shape = shape(row[3], row[6]);
            if (!row[4].equals("right")) {
                group.add(new Body.Step(shape, add, blend));
            }
            if (row[4].equals("both") || row[4].equals("right")) {
                group.add(new Body.Step(shape.mirrored(), add, blend));
            }
        }
        Map<String, Body> bodies = new LinkedHashMap<>();
        steps.forEach((group, list) -> bodies.put(group, new Body(list)));
        return bodies;
    }

    private static Shape shape(String kind, String numbers) {
        double[] n = Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
        Vec3 first = new Vec3(n[0], n[1], n[2]);
        Vec3 second = new Vec3(n[3], n[4], n[5]);
        return kind.equals("cone") ? new Shape.Cone(first, second, n[6], n[7]) : new Shape.Ellipsoid(first, second, n[6]);
    }

    /**
     * One column of {@code tissues.tsv} by {@link Tissue#ordinal()}.
     *
     * @param column 1 CT number, 2 T1 signal, 3 T2 signal, 4 variation in per cent
     */
    static double[] signal(int column) {
        double[] values = new double[Tissue.values().length];
        for (String[] row : rows("tissues.tsv")) {
            values[Tissue.valueOf(row[0]).ordinal()] = Double.parseDouble(row[column]);
        }
        return values;
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = PhantomTables.class.getResourceAsStream(resource);
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
