package sluice.viewer.phantom;

import java.util.Map;

/** Eyes, orbits, airways, teeth, tongue and the bones of the face and the base of the skull. */
final class FaceInterior {

    /**
     * Where a place lies between the two main surfaces.
     *
     * @param skin mm below the skin, positive
     * @param brainCase mm outside the brain case, positive
     */
    record Depths(double skin, double brainCase) {
    }

    private final Map<String, Body> bodies;
    private final Body airway;
    private final Body air;
    private final Body bone;
    private final Body orbit;
    private final Body tooth;

    FaceInterior(Map<String, Body> bodies) {
        this.bodies = bodies;
        this.airway = bodies.get("airway");
        this.air = bodies.get("air");
        this.bone = bodies.get("bone");
        this.orbit = bodies.get("orbit");
        this.tooth = bodies.get("tooth");
    }

    /** Tissue, or null where none of these parts lies. */
    Tissue tissueAt(double x, double y, double z, Depths depths) {
        double socket = z > -25 && y < -25 ? orbit.distance(x, y, z) : 100;
        if (socket < 0 && depths.brainCase > 2.5) {
            Tissue eye = eye(x, y, z, socket, depths.skin);
            if (eye != null) {
                return eye;
            }
        }
        if (y < -30 && z < -42 && tooth.contains(x, y, z)) {
            return Tissue.TOOTH;
        }
        double hollow = air.distance(x, y, z);
        if (hollow < 0 && depths.brainCase > 2 && (depths.skin > 2.5 || Math.abs(x) > 40)) {
            return in("mucosa", x, y, z) ? Tissue.MUCOSA : Tissue.AIR;
        }
        double passage = Math.abs(x) < 12 ? airway.distance(x, y, z) : 100;
        if (passage < 0) {
            return Tissue.AIR;
        }
        double solid = bone.distance(x, y, z);
        if (solid < 0 && depths.skin > 3) {
            return bone(x, y, z, solid);
        }
        if (hollow < 1.5 && z > -48 && y < -10 && depths.skin > 4) {
            return Tissue.CORTICAL_BONE;
        }
        if (hollow < 1.5 || passage < 1.5) {
            return Tissue.MUCOSA;
        }
        if (socket < 2.2 && socket > 0 && depths.skin > 8 && y > -72) {
            return Tissue.CORTICAL_BONE;
        }
        return y < -10 && z < -40 && in("tongue", x, y, z) ? Tissue.TONGUE : null;
    }

    private Tissue eye(double x, double y, double z, double socket, double skin) {
        double ball = bodies.get("eye").distance(x, y, z);
        if (ball < 0) {
            return in("lens", x, y, z) ? Tissue.LENS : ball > -1.1 ? Tissue.SCLERA : Tissue.VITREOUS;
        }
        if (skin < 2) {
            return null;
        }
        if (in("optic", x, y, z)) {
            return Tissue.OPTIC_NERVE;
        }
        return in("eyemuscle", x, y, z) ? Tissue.MUSCLE : Tissue.FAT;
    }

    private Tissue bone(double x, double y, double z, double solid) {
        if (in("ethmoid", x, y, z) || in("mastoidcells", x, y, z)) {
            double cells = Math.sin(0.95 * x) * Math.sin(0.9 * y + 0.5) * Math.sin(0.85 * z + 1);
            return Math.abs(cells) > 0.13 ? Tissue.AIR : Tissue.CORTICAL_BONE;
        }
        return solid < -2.2 ? Tissue.DIPLOE : Tissue.CORTICAL_BONE;
    }

    private boolean in(String group, double x, double y, double z) {
        return bodies.get(group).contains(x, y, z);
    }
}
