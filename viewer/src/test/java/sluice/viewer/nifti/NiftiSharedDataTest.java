package sluice.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/** Files of other programs. Expected figures were computed from the files with numpy. */
class NiftiSharedDataTest {

    @TempDir
    Path dir;

    @Test
    void everyFileReadsAndRewritesOrSaysWhyNot() throws IOException {
        Map<String, NiftiException.Reason> refused = new TreeMap<>();
        for (Path file : SharedNifti.files()) {
            String name = file.getFileName().toString();
            try {
                NiftiImage image = new NiftiReader().read(file);
                String digest = digest(image);
                Path out = dir.resolve(name);
                new NiftiWriter(1, done -> { }).rewrite(file, out, image.header().cleared(), List.of());
                NiftiImage back = new NiftiReader().read(out);
                assertEquals(digest, digest(back), name);
                assertEquals(List.of(), back.header().filledTextFields(), name);
                assertEquals(List.of(), back.extensions());
                assertNotEquals(NiftiSniffer.Kind.NONE, new NiftiSniffer().sniff(file), name);
                Files.delete(out);
            } catch (NiftiException e) {
                refused.put(name, e.reason());
            }
        }
        assertEquals(Map.of(
            "not-nifti.nii", NiftiException.Reason.NOT_NIFTI,
            "analyze.hdr", NiftiException.Reason.IMAGE_MISSING,
            "nifti1.hdr", NiftiException.Reason.IMAGE_MISSING,
            "nifti2.hdr", NiftiException.Reason.IMAGE_MISSING), refused);
    }

    @Test
    void voxelsAndOrientationAreThoseThatNumpyFinds() throws IOException {
        check("formats/big.nii.gz", "61499d5441efe2ea", -1.2852674, 11648.372, 32, 32, 10);
        check("formats/anatomical.nii", "5855824d622a4c5c", 11881, 284166082, 16, 20, 12);
        check("formats/example_nifti2.nii.gz", "fadeb3ec74c7bdf7", 266, 6926802, 16, 10, 6, 1);
        check("formats/complex_image.nii.gz", "15411acb53ad2b8a", 0.77465284, 490.01864, 5, 5, 5);
        check("formats/series.nii.gz", "0335f40825fee1ce", -128, -1141148870, 45, 54, 45, 5);
        check("spine/t2.nii.gz", "3eff9fc4102157ad", 382, 22473922, 30, 27, 26);
        check("formats/dmri.nii.gz", "aaeede92d3663e56", 294, 5816754, 20, 21, 2, 3);
        affine("formats/big.nii.gz", new double[] {-4, 0, 0, 0}, new double[] {0, 4, 0, 0}, new double[] {0, 0, 6, 0});
        affine("formats/example_nifti2.nii.gz", new double[] {-2, 0, 0, 117.8551},
            new double[] {0, 1.97371, -0.35553, -35.72294}, new double[] {0, 0.32321, 2.17108, -7.2488});
        affine("formats/series.nii.gz", new double[] {2, 0, 0, -90}, new double[] {0, -2, 0, 108}, new double[] {0, 0, -2, 90});
        affine("ct/CT_pitch.nii.gz", new double[] {0.8125, 0, 0, -69.02076},
            new double[] {0, 0.77904, 0.6808, -134.3856}, new double[] {0, -0.23076, 2.29834, -13.56882});
    }

    private void check(String name, String sha256, double probe, double sum, long... ijk) throws IOException {
        NiftiImage image = new NiftiReader().read(SharedNifti.folder().resolve(name));
        assertEquals(sha256, digest(image).substring(0, 16), name);
        NiftiVoxels voxels = image.load(100 << 20);
        assertEquals(probe, voxels.stored(voxels.index(ijk)), Math.abs(probe) * 1e-6, name);
        double total = 0;
        for (int i = 0; i < voxels.count(); i++) {
            total += voxels.stored(i);
        }
        assertEquals(sum, total, Math.abs(sum) * 1e-6, name);
    }

    private void affine(String name, double[]... rows) throws IOException {
        Affine3 a = new NiftiReader().readHeader(SharedNifti.folder().resolve(name)).affine();
        for (Vec3 p : List.of(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1))) {
            assertEquals(0, a.apply(p).distance(Affine3.ofRows(rows).apply(p)), 2e-4, name);
        }
    }

    @Test
    void oneHeadInManyAxisOrdersAgreesInTheWorld() throws IOException {
        Path folder = SharedNifti.folder().resolve("orientation");
        NiftiVoxels ras = new NiftiReader().read(folder.resolve("RAS.nii.gz")).load(1 << 24);
        VoxelGrid grid = ras.header().grid();
        int orders = 0;
        for (Path file : SharedNifti.files()) {
            if (!file.startsWith(folder)) {
                continue;
            }
            orders++;
            NiftiVoxels other = new NiftiReader().read(file).load(1 << 24);
            VoxelGrid otherGrid = other.header().grid();
            SplittableRandom random = new SplittableRandom(7);
            for (int n = 0; n < 2000; n++) {
                int i = random.nextInt(grid.nx());
                int j = random.nextInt(grid.ny());
                int k = random.nextInt(grid.nz());
                Vec3 at = otherGrid.toIndex(grid.toLps(i, j, k));
                Vec3 whole = new Vec3(Math.rint(at.x()), Math.rint(at.y()), Math.rint(at.z()));
                assertEquals(0, at.distance(whole), 1e-3, "voxel centres coincide");
                assertTrue(otherGrid.contains(whole));
                assertEquals(ras.stored(ras.index(i, j, k)),
                    other.stored(other.index((long) whole.x(), (long) whole.y(), (long) whole.z())), 0, file.getFileName().toString());
            }
        }
        assertTrue(orders >= 10);
    }

    @Test
    void extensionsOfOtherProgramsAreFound() throws IOException {
        assertEquals(List.of(6, 6), ecodes("formats/example_nifti2.nii.gz"));
        assertEquals(List.of(0), ecodes("ct/totalseg_seg.nii.gz"));
        assertEquals(List.of(32), ecodes("formats/row_major.dconn.nii"));
    }

    private static List<Integer> ecodes(String name) throws IOException {
        return new NiftiReader().read(SharedNifti.folder().resolve(name)).extensions().stream().map(NiftiExtension::ecode).toList();
    }

    private static String digest(NiftiImage image) throws IOException {
        try (DigestInputStream in = new DigestInputStream(image.openVoxels(), sha256())) {
            ((InputStream) in).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
