package sluice.viewer.phantom;

import java.util.Map;

/** What lies inside the brain case and the spinal canal: folded cortex, white matter, deep grey, ventricles, cerebellum, stem. */
final class Brain {

    /** Fluid between the brain case and the brain, mm. */
    private static final double FLUID = 2.5;
    private static final double CORTEX = 3.2;
    private static final double SULCUS_DEPTH = 15;
    /** Spatial frequency of the folds: neighbouring sulci lie about 11 mm apart. */
    private static final double FOLDS = 0.28;

    private final Body ventricle;
    private final Body deepGrey;
    private final Body callosum;
    private final Body joined;
    private final Body cerebellum;
    private final Body cistern;
    private final Body fissure;
    private final Body stem;

    Brain(Map<String, Body> bodies) {
        ventricle = bodies.get("ventricle");
        deepGrey = bodies.get("deepgrey");
        callosum = bodies.get("callosum");
        joined = bodies.get("joined");
        cerebellum = bodies.get("cerebellum");
        cistern = bodies.get("cistern");
        fissure = bodies.get("fissure");
        stem = bodies.get("stem");
    }

    /** Tissue in the spinal canal. */
    Tissue cordAt(double x, double y, double z) {
        double d = stem.distance(x, y, z);
        return d > 0 ? Tissue.CSF : d < -3 ? Tissue.GREY_MATTER : Tissue.WHITE_MATTER;
    }

    /**
     * Tissue in the brain case.
     *
     * @param inward distance from its wall in mm, positive
     */
    Tissue tissueAt(double x, double y, double z, double inward) {
        if (ventricle.contains(x, y, z)) {
            return Tissue.CSF;
        }
        double little = cerebellum.distance(x, y, z);
        if (little < 0 && inward > 1.5) {
            return folium(x, y, z, -little);
        }
        double trunk = stem.distance(x, y, z);
        if (trunk < 0 && z < 12) {
            return Tissue.WHITE_MATTER;
        }
        boolean belowTentorium = y > 14 && z < -9;
        if (little < 2 || belowTentorium || cistern.contains(x, y, z)) {
            return Tissue.CSF;
        }
        return cerebrum(x, y, z, inward - FLUID);
    }

    private Tissue cerebrum(double x, double y, double z, double depth) {
        if (callosum.contains(x, y, z)) {
            return Tissue.WHITE_MATTER;
        }
        double pial = depth;
        if (Math.abs(x) < 14) {
            // the gap between the hemispheres meanders a little
            double gap = Math.abs(x - 0.5 * Math.sin(0.11 * y + 0.07 * z)) - 1.1;
            if (gap < 4 && !joined.contains(x, y, z)) {
                pial = Math.min(pial, gap);
            }
        }
        if (pial < 0) {
            return Tissue.CSF;
        }
        if (deepGrey.contains(x, y, z)) {
            return Tissue.GREY_MATTER;
        }
        double furrow = fissure.distance(x, y, z);
        pial = Math.min(pial, furrow);
        double sheet = depth < SULCUS_DEPTH + CORTEX + 4 ? furrowDistance(x, y, z, depth) : CORTEX + 1;
        pial = Math.min(pial, sheet);
        return pial < 0 ? Tissue.CSF : pial < CORTEX ? Tissue.GREY_MATTER : Tissue.WHITE_MATTER;
    }

    /** Distance from the nearest sulcus, which are the sheets of a warped gyroid down to a depth that varies. */
    private static double furrowDistance(double x, double y, double z, double depth) {
        double u = FOLDS * x + 0.9 * Math.sin(0.061 * y + 0.4);
        double v = FOLDS * y + 0.9 * Math.sin(0.067 * z + 1.1);
        double w = FOLDS * z + 0.9 * Math.sin(0.059 * x + 2.3);
        double su = Math.sin(u);
        double sv = Math.sin(v);
        double sw = Math.sin(w);
        double cu = Math.cos(u);
        double cv = Math.cos(v);
        double cw = Math.cos(w);
        double g = su * cv + sv * cw + sw * cu;
        double away = Math.abs(g) / (1.15 * FOLDS) - 0.9 + 0.03 * depth;
        double below = depth - SULCUS_DEPTH - 3 * (su + cw);
        return Math.max(away, below);
    }

    /** Layers of the cerebellum: white core, then thin leaves. */
    private static Tissue folium(double x, double y, double z, double depth) {
        if (depth > 13 - 0.08 * Math.abs(x)) {
            return Tissue.WHITE_MATTER;
        }
        double leaf = Math.sin(1.35 * z + 0.35 * (y - 46) + 0.02 * x * x * 0.3);
        return depth < 10 && leaf > 0.86 && depth > 0.5 ? Tissue.CSF
            : leaf < -0.72 && depth > 2.5 ? Tissue.WHITE_MATTER : Tissue.GREY_MATTER;
    }
}
