package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.viewer.nifti.NiftiDatatype;
import sluice.viewer.nifti.NiftiExtension;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiImage;
import sluice.viewer.nifti.NiftiReader;
import sluice.viewer.nifti.NiftiVersion;
import sluice.viewer.nifti.NiftiWriter;

class NiftiFilesTest {

    private static final String PLANTED = "Lindqvist Eva";

    @TempDir
    Path folder;

    private Path image(String name, NiftiVersion version) throws IOException {
        NiftiDatatype datatype = NiftiHeader.parse(headerOf(version)).datatype();
        NiftiHeader header = NiftiHeader.create(version, ByteOrder.LITTLE_ENDIAN, datatype, 4, 4, 4);
        for (String field : List.of("descrip", "aux_file")) {
            header = header.withText(field, PLANTED.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] voxels = new byte[(int) header.voxelBytes()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (byte) (i * 7);
        }
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        new NiftiWriter().write(file, header, List.of(new NiftiExtension(2, PLANTED.getBytes(StandardCharsets.UTF_8)),
                new NiftiExtension(6, PLANTED.getBytes(StandardCharsets.UTF_8))), new ByteArrayInputStream(voxels));
        return file;
    }

    /** A header with datatype 4 (signed 16 bits), made by hand. */
    private static byte[] headerOf(NiftiVersion version) {
        java.nio.ByteBuffer b = java.nio.ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, 348).putShort(40, (short) 3).putShort(42, (short) 4).putShort(44, (short) 4).putShort(46, (short) 4);
        b.putShort(70, (short) 4).putShort(72, (short) 16).putFloat(108, 352).put(344, (byte) 'n').put(345, (byte) '+');
        b.put(346, (byte) '1');
        return b.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lindqvist.nii", "Lindqvist.nii.gz"})
    void textExtensionsAndNameGoVoxelsStay(String name) throws IOException {
        for (NiftiVersion version : new NiftiVersion[] {NiftiVersion.NIFTI_1, NiftiVersion.NIFTI_2}) {
            Path source = image(name, version);
            Path out = folder.resolve("out" + version);
            Outcome outcome = Samples.files(out).deidentify(source, "batch 1/" + name);
            Written written = assertInstanceOf(Written.class, outcome, outcome::toString);
            assertTrue(written.path().toString().matches("nifti.[a-z0-9]{26}\\.nii(\\.gz)?"), written.path()::toString);
            assertEquals(List.of(2, 6), written.report().removedExtensions());
            assertEquals(new NiftiReader().read(source).header().filledTextFields(), written.report().clearedFields());
            assertTrue(written.report().clearedFields().containsAll(List.of("descrip", "aux_file")));
            NiftiImage image = new NiftiReader().read(out.resolve(written.path()));
            assertEquals(List.of(), image.header().filledTextFields());
            assertEquals(List.of(), image.extensions());
            assertArrayEquals(new NiftiReader().read(source).openVoxels().readAllBytes(), image.openVoxels().readAllBytes());
            assertTrue(written.report().toJson().contains("\"removedExtensions\":[2, 6]"));
        }
    }

    @Test
    void theNewNameDependsOnTheLogicalNameWithoutItsEnding() throws IOException {
        Path source = image("a.nii", NiftiVersion.NIFTI_1);
        Path zipped = image("a.nii.gz", NiftiVersion.NIFTI_1);
        FileDeidentifier files = Samples.files(folder.resolve("out"));
        Written plain = assertInstanceOf(Written.class, files.deidentify(source, "x/a.nii"));
        Written compressed = assertInstanceOf(Written.class, files.deidentify(zipped, "x/a.nii.gz"));
        Written other = assertInstanceOf(Written.class, files.deidentify(source, "y/a.nii"));
        assertEquals(plain.path() + ".gz", compressed.path().toString());
        assertTrue(!plain.path().equals(other.path()));
    }

    /** Converters leave brain.hdr, brain.img and brain.nii side by side; each source has to come out. */
    @Test
    void aPairAndASingleFileOfOneStemAreBothKept() throws IOException {
        Path single = image("a.nii", NiftiVersion.NIFTI_1);
        Path pair = image("a.hdr", NiftiVersion.NIFTI_1);
        FileDeidentifier files = Samples.files(folder.resolve("out"));
        Written one = assertInstanceOf(Written.class, files.deidentify(single, "x/a.nii"));
        Written other = assertInstanceOf(Written.class, files.deidentify(pair, "x/a.hdr"));
        Written voxels = assertInstanceOf(Written.class, files.deidentify(pair.resolveSibling("a.img"), "x/a.img"));
        assertTrue(!one.path().equals(other.path()));
        assertEquals(other.path(), voxels.path());
    }

    /** On disks that know upper case from lower, names may differ in nothing but the case of their ending. */
    @Test
    void differentFilesThatGetOneNameAreBothKept() throws IOException {
        Path first = image("a.nii", NiftiVersion.NIFTI_1);
        Path second = image("b.nii", NiftiVersion.NIFTI_2);
        FileDeidentifier files = Samples.files(folder.resolve("out"));
        Written one = assertInstanceOf(Written.class, files.deidentify(first, "x/a.nii"));
        Written other = assertInstanceOf(Written.class, files.deidentify(second, "x/a.NII"));
        Written again = assertInstanceOf(Written.class, files.deidentify(second, "x/a.NII"));
        assertTrue(!one.path().equals(other.path()));
        assertEquals(other.path(), again.path());
        assertEquals(NiftiVersion.NIFTI_1, new NiftiReader().read(folder.resolve("out").resolve(one.path())).header().version());
        assertEquals(NiftiVersion.NIFTI_2, new NiftiReader().read(folder.resolve("out").resolve(other.path())).header().version());
        try (java.util.stream.Stream<Path> all = java.nio.file.Files.list(folder.resolve("out/nifti"))) {
            assertEquals(2, all.count());
        }
    }
}
