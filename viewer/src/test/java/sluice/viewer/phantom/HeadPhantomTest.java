package sluice.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

class HeadPhantomTest {

    private static final HeadPhantom HEAD = new HeadPhantom(false);
    private static final VoxelGrid COARSE = VoxelGrid.axial(100, 120, 116, new Vec3(2, 2, 2), new Vec3(0, -9, -5));

    @Test
    void anatomyIsWhereItBelongs() {
        at(Tissue.AIR, 0, 0, 115);
        at(Tissue.SKIN, 0, 8, 109.2);
        at(Tissue.FAT, 0, 8, 106.5);
        at(Tissue.DIPLOE, 0, 8, 99.5);
        at(Tissue.CORTICAL_BONE, 0, 8, 96.9);
        at(Tissue.CSF, 0, 0, 80);
        at(Tissue.WHITE_MATTER, 14, 0, 60);
        at(Tissue.GREY_MATTER, 11, 10, 23);
        at(Tissue.CSF, 9, -8, 44);
        at(Tissue.CSF, 0, 28, -22);
        at(Tissue.WHITE_MATTER, 0, 8, -25);
        at(Tissue.VITREOUS, 31, -66, 0);
        at(Tissue.VITREOUS, -31, -66, 0);
        at(Tissue.LENS, 31, -76.8, 0);
        at(Tissue.SCLERA, 31, -68, 11.5);
        at(Tissue.FAT, 26, -52, -4);
        at(Tissue.AIR, 27, -56, -31);
        at(Tissue.AIR, 0, -13, -70);
        at(Tissue.TOOTH, 2, -80, -59);
        at(Tissue.TONGUE, 0, -44, -66);
        at(Tissue.DIPLOE, 30, -52, -86);
        at(Tissue.CARTILAGE, 1.4, -112.5, -31);
        at(Tissue.DIPLOE, 0, 5, -84);
        at(Tissue.WHITE_MATTER, 3, 26, -100);
        at(Tissue.MUSCLE, 38, 30, -110);
    }

    private static void at(Tissue expected, double x, double y, double z) {
        assertEquals(expected, HEAD.labelAt(new Vec3(x, y, z)), () -> x + " " + y + " " + z);
    }

    @Test
    void everyTissueOfTheBodyOccurs() throws InterruptedException {
        Set<Tissue> seen = EnumSet.noneOf(Tissue.class);
        for (byte label : new PhantomScanner(HEAD).labels(COARSE)) {
            seen.add(Tissue.of(label));
        }
        seen.add(Tissue.HEADREST_FOAM);
        seen.add(Tissue.HEADREST_SHELL);
        assertEquals(EnumSet.allOf(Tissue.class), seen);
    }

    @Test
    void proportionsAreAnAdults() throws InterruptedException {
        double litre = millilitres(HEAD::isBrain) / 1000;
        assertTrue(litre > 1.25 && litre < 1.65, "brain case " + litre + " l");
        double left = millilitres(p -> p.x() > 0 && HEAD.isEar(p));
        double right = millilitres(p -> p.x() < 0 && HEAD.isEar(p));
        assertTrue(left > 4 && left < 20 && right > 4 && right < left, "ears " + left + " and " + right + " ml");
        assertEquals(154, extent(new Vec3(1, 0, 0), 8, 28), 3);
        assertEquals(190, HEAD_LENGTH.extent(), 4);
    }

    /** Breadth in mm along x at (y, z). */
    private static double extent(Vec3 along, double y, double z) {
        int n = 0;
        for (double t = -150; t < 150; t += 0.5) {
            n += HEAD.isHead(new Vec3(along.x() * t, y, z)) ? 1 : 0;
        }
        return n * 0.5;
    }

    private interface Length {
        double extent();
    }

    private static final Length HEAD_LENGTH = () -> {
        double front = new DepthMap(HEAD).front(0, 17);
        double back = 0;
        while (HEAD.isHead(new Vec3(0, back, 28))) {
            back += 0.25;
        }
        return back - front;
    };

    private static double millilitres(Predicate<Vec3> mask) {
        int n = 0;
        for (int k = 0; k < COARSE.nz(); k++) {
            for (int j = 0; j < COARSE.ny(); j++) {
                for (int i = 0; i < COARSE.nx(); i++) {
                    n += mask.test(COARSE.toLps(i, j, k)) ? 1 : 0;
                }
            }
        }
        return n * COARSE.voxelVolume() / 1000;
    }

    @Test
    void itHasAFace() {
        DepthMap map = new DepthMap(HEAD);
        double nose = map.front(1.4, -31);
        double cheek = map.front(36, -31);
        double eye = map.front(31, 3);
        double brow = map.front(25, 17);
        double lips = map.front(4, -59);
        double chin = map.front(0, -99);
        double throat = map.front(0, -125);
        assertTrue(cheek - nose > 25, "the nose protrudes");
        assertTrue(eye - brow > 3, "the eyes lie behind the brow");
        assertTrue(map.front(0, 4) - nose > 15, "the nose rises from its root");
        assertTrue(map.front(0, -48) - nose > 12, "and ends above the lip");
        assertTrue(map.front(4, -63.7) - lips > 2, "the mouth is a furrow");
        assertTrue(map.front(0, -83) - chin > 0.5, "there is a dent above the chin");
        assertTrue(throat - chin > 25, "and a neck below it");
        for (double z = -110; z < 100; z += 5) {
            for (double x = -60; x <= 60; x += 5) {
                assertTrue(map.front(x, z) >= nose - 1, "nothing is in front of the nose");
            }
        }
    }

    @Test
    void leftAndRightDiffer() {
        int differ = 0;
        int body = 0;
        for (double z = -100; z < 100; z += 3) {
            for (double y = -110; y < 90; y += 3) {
                for (double x = 1; x < 90; x += 3) {
                    Tissue left = HEAD.labelAt(new Vec3(x, y, z));
                    Tissue right = HEAD.labelAt(new Vec3(-x, y, z));
                    body += left.isBody() ? 1 : 0;
                    differ += left != right ? 1 : 0;
                }
            }
        }
        assertTrue(differ > body / 20 && differ < body / 2, differ + " of " + body);
        assertTrue(new DepthMap(HEAD).front(43, -38) < new DepthMap(HEAD).front(-43, -38) - 1, "the mole is on the left cheek");
    }

    @Test
    void theBrainIsWalledIn() throws InterruptedException {
        byte[] labels = new PhantomScanner(HEAD).labels(COARSE);
        int[] steps = {1, COARSE.nx(), COARSE.nx() * COARSE.ny()};
        for (int k = 1; k < COARSE.nz() - 1; k++) {
            for (int j = 1; j < COARSE.ny() - 1; j++) {
                for (int i = 1; i < COARSE.nx() - 1; i++) {
                    int at = (int) COARSE.offset(i, j, k);
                    if (!HEAD.isBrain(COARSE.toLps(i, j, k))) {
                        continue;
                    }
                    assertTrue(Set.of(Tissue.CSF, Tissue.GREY_MATTER, Tissue.WHITE_MATTER).contains(Tissue.of(labels[at])));
                    for (int step : steps) {
                        assertNotEquals(Tissue.AIR, Tissue.of(labels[at + step]));
                        assertNotEquals(Tissue.AIR, Tissue.of(labels[at - step]));
                    }
                }
            }
        }
    }

    @Test
    void masksDoNotTouch() {
        int face = 0;
        for (int k = 0; k < COARSE.nz(); k++) {
            for (int j = 0; j < COARSE.ny(); j++) {
                for (int i = 0; i < COARSE.nx(); i++) {
                    Vec3 p = COARSE.toLps(i, j, k);
                    if (HEAD.isFace(p)) {
                        face++;
                        assertFalse(HEAD.isBrain(p));
                        assertTrue(HEAD.isHead(p));
                    }
                    if (HEAD.isEar(p)) {
                        assertFalse(HEAD.isBrain(p));
                        assertTrue(HEAD.isHead(p));
                        assertFalse(HEAD.isFace(p));
                    }
                }
            }
        }
        assertTrue(face * COARSE.voxelVolume() / 1000 > 150, "the face is more than the nose");
        assertTrue(HEAD.isFace(new Vec3(1, -112, -31)) && HEAD.isFace(new Vec3(31, -78, 0)) && HEAD.isFace(new Vec3(0, -85, -99)));
        assertTrue(HEAD.isEar(new Vec3(82, 29, -6)) && HEAD.isEar(new Vec3(-80, 29, -6)));
    }

    @Test
    void theHeadrestIsAnOptionAndDoesNotChangeTheHead() {
        HeadPhantom rested = new HeadPhantom(true);
        int shell = 0;
        for (int k = 0; k < COARSE.nz(); k += 2) {
            for (int j = 0; j < COARSE.ny(); j++) {
                for (int i = 0; i < COARSE.nx(); i++) {
                    Vec3 p = COARSE.toLps(i, j, k);
                    Tissue with = rested.labelAt(p);
                    if (with == Tissue.HEADREST_FOAM || with == Tissue.HEADREST_SHELL) {
                        shell++;
                        assertEquals(Tissue.AIR, HEAD.labelAt(p));
                        assertFalse(with.isBody());
                    } else {
                        assertEquals(HEAD.labelAt(p), with);
                    }
                }
            }
        }
        assertTrue(shell > 1000);
    }
}
