package sluice.viewer.phantom;

import java.util.Map;
import sluice.viewer.geometry.Vec3;

/**
 * The head: a tissue for every place, and masks to score against. Places are LPS mm, origin at the middle of the head: the nose
 * points to -y (tip near y = -117), the vertex is near z = 110, the chin near z = -116, the neck runs on to z = -230 and is cut
 * by the grid. Adult proportions: 154 mm broad and 190 mm long at the skull's level, 226 mm from chin to vertex. Immutable.
 */
public final class HeadPhantom {

    private static final double SKIN = 2;
    private static final double SKULL = 7;

    private final Body skin;
    private final Body ear;
    private final Body helix;
    private final Body cavity;
    private final Body canal;
    private final FaceInterior face;
    private final Spine spine;
    private final Brain brain;
    private final boolean headrest;

    /** @param headrest whether the head lies in a CT headrest (air elsewhere) */
    public HeadPhantom(boolean headrest) {
        Map<String, Body> bodies = PhantomTables.bodies();
        this.skin = bodies.get("skin");
        this.ear = bodies.get("ear");
        this.helix = bodies.get("helix");
        this.cavity = bodies.get("cavity");
        this.canal = bodies.get("canal");
        this.face = new FaceInterior(bodies);
        this.spine = new Spine(bodies.get("column"));
        this.brain = new Brain(bodies);
        this.headrest = headrest;
    }

    /** Tissue at an LPS place in mm. */
    public Tissue labelAt(Vec3 lps) {
        return labelAt(lps.x(), lps.y(), lps.z());
    }

    /** Tissue at an LPS place in mm. */
    public Tissue labelAt(double x, double y, double z) {
        if (x < -95 || x > 95 || y < -122 || y > 102 || z > 112) {
            return outside(x, y, z);
        }
        double wall = z > -60 ? cavity.distance(x, y, z) : 100;
        if (wall < 0) {
            return brain.tissueAt(x, y, z, -wall);
        }
        if (wall < SKULL && z > 45) {
            return skull(wall);
        }
        double surface = surface(x, y, z);
        if (surface > 0) {
            return outside(x, y, z);
        }
        double tube = z < -38 ? canal.distance(x, y, z) : 100;
        if (tube < 0) {
            return brain.cordAt(x, y, z);
        }
        if (z < 45) {
            Tissue inner = face.tissueAt(x, y, z, new FaceInterior.Depths(-surface, wall));
            if (inner != null) {
                return inner;
            }
        }
        if (wall < SKULL) {
            return skull(wall);
        }
        if (-surface < SKIN) {
            return Tissue.SKIN;
        }
        Tissue vertebra = z < -54 ? spine.tissueAt(x, y, z, tube) : null;
        return vertebra != null ? vertebra : soft(x, y, z, -surface, wall);
    }

    /** Distance to the outer surface: skin and ears, with nostrils, mouth and ear canals belonging to the outside. */
    private double surface(double x, double y, double z) {
        double d = skin.distance(x, y, z);
        return Math.abs(x) > 55 && z < 30 && z > -70 ? Body.blendedMin(d, pinna(x, y, z), 3) : d;
    }

    private double pinna(double x, double y, double z) {
        return Body.blendedMin(ear.distance(x, y, z), helix.distance(x, y, z), 2);
    }

    private static Tissue skull(double wall) {
        return wall > 2 && wall < SKULL - 2.2 ? Tissue.DIPLOE : Tissue.CORTICAL_BONE;
    }

    /** Fat under the skin, in the cheeks and between the muscles; the pinna's inside is cartilage. */
    private Tissue soft(double x, double y, double z, double depth, double wall) {
        if (Math.abs(x) > 60 && z < 20 && z > -40 && pinna(x, y, z) < 0 && skin.distance(x, y, z) > -1) {
            return Tissue.CARTILAGE;
        }
        if (y < -95 && z < -8 && z > -46) {
            return depth < 4 ? Tissue.CARTILAGE : Tissue.FAT;
        }
        double fat = wall < 16 ? 3.2 : 4.5 + 3 * Math.sin(0.05 * x + 0.04 * z);
        if (depth < SKIN + fat) {
            return Tissue.FAT;
        }
        double u = 0.11 * x + 0.8 * Math.sin(0.06 * y + 0.02 * z);
        double v = 0.10 * y + 0.8 * Math.sin(0.05 * x + 0.03 * z + 1);
        double between = Math.sin(u) * Math.cos(v) + Math.sin(v) * Math.cos(0.02 * z) + Math.sin(0.02 * z + 0.5) * Math.cos(u);
        return Math.abs(between) < 0.06 ? Tissue.FAT : Tissue.MUSCLE;
    }

    private Tissue outside(double x, double y, double z) {
        if (!headrest || y < 20 || z < -150 || z > 95) {
            return Tissue.AIR;
        }
        double r = Math.hypot(x, y - 8);
        return r < 103 || r > 118 ? Tissue.AIR : r < 105 || r > 116 ? Tissue.HEADREST_SHELL : Tissue.HEADREST_FOAM;
    }

    /** Whether the place is inside the brain case: brain and the fluid around it, without the spinal canal. */
    public boolean isBrain(Vec3 p) {
        return p.z() > -60 && cavity.contains(p.x(), p.y(), p.z());
    }

    /** Whether the place belongs to the head or neck, with everything that the skin encloses. */
    public boolean isHead(Vec3 p) {
        return isBrain(p) || surface(p.x(), p.y(), p.z()) <= 0;
    }

    /**
     * Whether the place is part of the recognisable face: nose, eyes, brow, cheeks, lips and chin, within 12 mm of the skin, in
     * front of y = -45, between chin and the middle of the forehead, and at least 3 mm away from the brain case.
     */
    public boolean isFace(Vec3 p) {
        if (p.y() > -45 || p.z() < -120 || p.z() > 32) {
            return false;
        }
        double surface = surface(p.x(), p.y(), p.z());
        return surface <= 0 && surface > -12 && (p.z() < -30 || cavity.distance(p.x(), p.y(), p.z()) > 3);
    }

    /** Whether the place is in a pinna: outside the head's own skin, or within 3 mm of it, and in the ear's cartilage or skin. */
    public boolean isEar(Vec3 p) {
        return Math.abs(p.x()) > 55 && pinna(p.x(), p.y(), p.z()) < 0 && skin.distance(p.x(), p.y(), p.z()) > -3;
    }
}
