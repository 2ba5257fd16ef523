package sluice.viewer.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.nifti.NiftiDatatype;
import sluice.viewer.nifti.NiftiException;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiVersion;
import sluice.viewer.nifti.NiftiWriter;

/** Volumes as NIfTI and back, and NIfTI files of all kinds as volumes. */
final class NiftiFormTest {
    private static final Vec3 FIRST = new Vec3(-20, 30, -40);
    private static final Affine3 OBLIQUE = new Affine3(new Vec3(0.9, 0.1, 0), new Vec3(-0.2, 1.8, 0.3), new Vec3(0, -0.5, 3),
            new Vec3(10, -20, 30));

    @TempDir
    Path folder;

    private NiftiVolume written(NiftiForm form) throws IOException {
        Path file = folder.resolve("x.nii.gz");
        try (InputStream voxels = form.voxels()) {
            new NiftiWriter().write(file, form.header(), List.of(), voxels);
        }
        return NiftiVolume.open(file);
    }

    @Test
    void seriesKeepsPlacesValuesAndTimes() throws IOException {
        Vec3 along = new Vec3(0.8, 0.6, 0);
        Vec3 down = new Vec3(-0.36, 0.48, 0.8);
        MadeSeries made = new MadeSeries(folder, along, down, 1.5, 2);
        for (int t = 0; t < 2; t++) {
            String moment = Integer.toString(t);
            for (int k = 0; k < 3; k++) {
                made.slice(FIRST.plus(along.cross(down).times(-2.5 * k)), k, a -> a.setString(0x00200100, VR.IS, moment));
            }
        }
        made.files.remove(4);
        NiftiForm form = NiftiForm.of((FramedVolume) MadeSeries.only(made.read()));
        NiftiVolume v = written(form);
        assertEquals(List.of(3, 2), List.of(v.grid().nz(), v.times()));
        assertEquals("INT16", v.header().datatype().name());
        assertTrue(MadeSeries.worst(v, 0) < 0.51);
        assertEquals(1, form.absent().cardinality());
        assertEquals(0, v.slice(form.absent().nextSetBit(0) % 3, 1).stored(1, 1), "what is absent is filled with 0");
        assertTrue(v.grid().indexToLps().determinant() < 0, "rows are reversed");
        assertEquals(1, v.header().qformCode());
        assertSameMap(v.header().affine(), v.header().withNumber("sform_code", 0, 0).affine(), 1e-4);
    }

    private static void assertSameMap(Affine3 a, Affine3 b, double tolerance) {
        for (int r = 0; r < 3; r++) {
            assertArrayEquals(a.toRows()[r], b.toRows()[r], tolerance);
        }
    }

    @Test
    void tiltedGridIsInTheSformAlone() throws IOException {
        NiftiForm form = NiftiForm.of((FramedVolume) MadeSeries.only(
                MadeSeries.axial(folder).slices(FIRST, new Vec3(0, -1, 3), 4).read()));
        NiftiVolume v = written(form);
        assertEquals(0, v.header().qformCode());
        assertTrue(MadeSeries.worst(v, 0) < 0.51);
    }

    @Test
    void scalesOfTheirOwnBecomeTrueValues() throws IOException {
        MadeSeries made = MadeSeries.axial(folder);
        for (int k = 0; k < 3; k++) {
            double intercept = k;
            made.slice(FIRST.plus(new Vec3(0, 0, 3 * k)), k, a -> {
                a.setDouble(0x00281052, VR.DS, intercept);
                a.setDouble(0x00281053, VR.DS, 1);
            });
        }
        NiftiVolume v = written(NiftiForm.of((FramedVolume) MadeSeries.only(made.read())));
        assertEquals(VoxelType.F32, v.type());
        assertEquals(MadeSeries.value(v.grid().toLps(1, 1, 2)) + 2, v.slice(2, 0).stored(1, 1), 0.51);
    }

    @Test
    void unsignedValuesBecomeSignedOnlyWhereTheyFit() throws IOException {
        for (int largest : new int[] {32767, 32768}) {
            Path own = java.nio.file.Files.createDirectory(folder.resolve("u" + largest));
            MadeSeries made = MadeSeries.axial(own);
            for (int k = 0; k < 2; k++) {
                byte[] pixels = new byte[2 * MadeSeries.NX * MadeSeries.NY];
                ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN).putShort(4, (short) largest);
                var a = made.header(FIRST.plus(new Vec3(0, 0, k)), k);
                a.setInt(0x00280103, VR.US, 0);
                made.write(a, pixels);
            }
            NiftiVolume v = written(NiftiForm.of((FramedVolume) MadeSeries.only(made.read())));
            assertEquals(largest == 32767 ? VoxelType.I16 : VoxelType.U16, v.type());
            assertEquals(largest, v.slice(0, 0).stored(2, MadeSeries.NY - 1));
        }
    }

    @Test
    void everyDatatypeInBothByteOrdersPlainAndCompressed() throws IOException {
        for (String name : List.of("UINT8", "INT8", "UINT16", "INT16", "UINT32", "INT32", "INT64", "UINT64", "FLOAT32", "FLOAT64",
                "COMPLEX64", "COMPLEX128", "RGB24", "RGBA32")) {
            NiftiDatatype type = NiftiDatatype.named(name);
            for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, order, type, 2, 3, 2, 1, 2)
                        .withSform(OBLIQUE, 1).withNumber("scl_slope", 0, 2).withNumber("scl_inter", 0, 1);
                ByteBuffer voxels = ByteBuffer.allocate((int) header.voxelBytes()).order(order);
                for (int i = 0; i < 24; i++) {
                    int at = i * type.bits() / 8;
                    switch (type.number()) {
                        case U8, I8 -> voxels.put(at, (byte) (i + 1));
                        case U16, I16 -> voxels.putShort(at, (short) (i + 1));
                        case U32, I32 -> voxels.putInt(at, i + 1);
                        case U64, I64 -> voxels.putLong(at, i + 1);
                        case F32 -> voxels.putFloat(at, i + 1);
                        default -> voxels.putDouble(at, i + 1);
                    }
                }
                for (String ending : List.of(".nii", ".nii.gz", ".hdr")) {
                    Path file = folder.resolve(name + order + ending);
                    new NiftiWriter().write(file, header, List.of(), new ByteArrayInputStream(voxels.array()));
                    NiftiVolume v = NiftiVolume.open(file);
                    assertEquals(2, v.times());
                    assertSameMap(OBLIQUE.flipXY(), v.grid().indexToLps(), 1e-6);
                    double expected = 12 + 6 + 2 * 2 + 1 + 1;
                    Slice slice = v.slice(1, 1);
                    if (type.isColour()) {
                        assertEquals((byte) expected, assertInstanceOf(Slice.Colours.class, slice).rgb()[15]);
                        assertEquals(Scaling.NONE, v.scaling(1, 1));
                    } else {
                        assertEquals(expected, slice.stored(1, 2), name);
                        assertEquals(new Scaling(2, 1), v.scaling(1, 1));
                    }
                }
            }
        }
        NiftiHeader bits = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.of(1).orElseThrow(), 8, 1, 1);
        Path file = folder.resolve("bits.nii");
        new NiftiWriter().write(file, bits, List.of(), new ByteArrayInputStream(new byte[1]));
        assertEquals(NiftiException.Reason.UNSUPPORTED_VALUES,
                assertThrows(NiftiException.class, () -> NiftiVolume.open(file)).reason());
    }

    @Test
    void sformGoesBeforeQformAndAnalyzeIsNotOriented() throws IOException {
        Affine3 turned = new Affine3(new Vec3(0, 2, 0), new Vec3(-2, 0, 0), new Vec3(0, 0, 2), new Vec3(1, 2, 3));
        NiftiHeader h = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 2, 2, 2)
                .withQform(turned, 2);
        assertSameMap(turned, h.affine(), 1e-6);
        assertSameMap(OBLIQUE, h.withSform(OBLIQUE, 1).affine(), 1e-6);
        NiftiHeader analyze = NiftiHeader.create(NiftiVersion.ANALYZE_75, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("UINT8"), 2, 2, 2);
        Path file = folder.resolve("a.hdr");
        new NiftiWriter().write(file, analyze, List.of(), new ByteArrayInputStream(new byte[8]));
        assertEquals(Finding.Kind.NOT_ORIENTED, NiftiVolume.open(file).findings().get(0).kind());
    }

    @Test
    void qformHoldsAnyRotation() throws IOException {
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        NiftiHeader h = NiftiHeader.create(NiftiVersion.NIFTI_2, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 2, 2, 2);
        for (int i = 0; i < 300; i++) {
            Vec3 x = new Vec3(random.nextInt(-2, 3), random.nextInt(-2, 3), random.nextInt(-2, 3) + 0.0);
            Vec3 other = new Vec3(random.nextInt(-2, 3), random.nextInt(-2, 3), random.nextInt(-2, 3));
            if (x.cross(other).length() == 0) {
                continue;
            }
            Vec3 y = x.cross(other).unit();
            Vec3 z = x.unit().cross(y).times(random.nextBoolean() ? 3 : -3);
            Affine3 map = new Affine3(x.unit().times(2), y, z, new Vec3(4, 5, 6));
            assertSameMap(map, h.withQform(map, 1).affine(), 1e-7);
        }
    }

    @Test
    void anotherGridHasInterpolatedTrueValues() throws IOException {
        Volume v = MadeSeries.only(MadeSeries.axial(folder).slices(FIRST, new Vec3(0, 0, 3), 4).read());
        VoxelGrid fine = new VoxelGrid(4, 3, 5, new Affine3(new Vec3(0.5, 0.5, 0.1), new Vec3(-0.4, 0.6, 0.2), new Vec3(0.3, 0.3, 1),
                FIRST.plus(new Vec3(2.1, 1.1, 1.5))));
        ResampledVolume r = new ResampledVolume(v, fine);
        assertTrue(MadeSeries.worst(r, 0) < 0.76);
        VoxelGrid outside = VoxelGrid.axial(2, 2, 1, new Vec3(1, 1, 1), new Vec3(500, 0, 0));
        assertTrue(Double.isNaN(new ResampledVolume(v, outside).slice(0, 0).stored(0, 0)));
        assertTrue(Double.isNaN(new Resampler(v, 0).at(FIRST.minus(new Vec3(0, 0, 1.6)))));
        assertEquals(MadeSeries.value(FIRST), new Resampler(v, 0).at(FIRST.minus(new Vec3(0, 0, 1.4))), 0.51);
    }
}
