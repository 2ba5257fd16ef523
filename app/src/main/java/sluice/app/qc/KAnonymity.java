package sluice.app.qc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * k-anonymity of a data set (L. Sweeney, k-anonymity: a model for protecting privacy, 2002): how many patients share the same
 * values of what is retained about them and could be known from elsewhere. A patient's values are those of the first file that
 * has them. Needs memory for each patient, not for each file. Not for use by several threads at once.
 */
public final class KAnonymity {
    /** Classes below this size are commonly not published. */
    public static final int SMALL = 5;
    private final Map<String, Map<String, String>> patients = new HashMap<>();

    /** @param patient the new identifier; @param values retained values by the attribute's keyword, none of them empty */
    public void add(String patient, Map<String, String> values) {
        Map<String, String> known = patients.computeIfAbsent(patient, p -> new TreeMap<>());
        values.forEach(known::putIfAbsent);
    }

    /**
     * One retained attribute by itself.
     *
     * @param attribute keyword
     * @param distinct number of different values
     * @param smallest patients that share the rarest one
     */
    public record Attribute(String attribute, int distinct, int smallest) {}

    /**
     * The figures. They hold no value.
     *
     * @param patients number of patients
     * @param k the smallest number of patients that agree in everything retained; 0 without patients
     * @param unique patients whose combination nobody else has
     * @param inSmallClasses patients in classes of fewer than {@value #SMALL}
     * @param classes number of different combinations
     * @param attributes what is retained of at least one patient, in alphabetical order
     */
    public record Figures(int patients, int k, int unique, int inSmallClasses, int classes, List<Attribute> attributes) {}

    public Figures figures() {
        Map<Map<String, String>, Integer> classes = new HashMap<>();
        TreeSet<String> names = new TreeSet<>();
        for (Map<String, String> values : patients.values()) {
            classes.merge(values, 1, Integer::sum);
            names.addAll(values.keySet());
        }
        int k = classes.isEmpty() ? 0 : Collections.min(classes.values());
        int unique = (int) classes.values().stream().filter(n -> n == 1).count();
        int small = classes.values().stream().filter(n -> n < SMALL).mapToInt(Integer::intValue).sum();
        List<Attribute> attributes = new ArrayList<>();
        for (String name : names) {
            Map<String, Integer> counts = new HashMap<>();
            patients.values().forEach(v -> counts.merge(v.getOrDefault(name, ""), 1, Integer::sum));
            attributes.add(new Attribute(name, counts.size(), Collections.min(counts.values())));
        }
        return new Figures(patients.size(), k, unique, small, classes.size(), attributes);
    }
}
