package sluice.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.viewer.nifti.NiftiSniffer.Kind;

class NiftiSnifferTest {

    @TempDir
    Path dir;

    @Test
    void tellsTheFormsApart() throws IOException {
        for (ByteOrder order : Gen.ORDERS) {
            for (NiftiVersion version : List.of(NiftiVersion.NIFTI_1, NiftiVersion.NIFTI_2)) {
                assertEquals(Kind.SINGLE, written(version, order, "a.nii"));
                assertEquals(Kind.SINGLE, written(version, order, "a.nii.gz"));
                assertEquals(Kind.PAIR_HEADER, written(version, order, "b.hdr"));
                assertEquals(Kind.PAIR_IMAGE, new NiftiSniffer().sniff(dir.resolve("b.img")));
                assertEquals(Kind.PAIR_IMAGE, written(version, order, "c.img.gz"));
            }
            assertEquals(Kind.ANALYZE_HEADER, written(NiftiVersion.ANALYZE_75, order, "d.hdr"));
            assertEquals(Kind.PAIR_IMAGE, new NiftiSniffer().sniff(dir.resolve("d.img")));
        }
    }

    private Kind written(NiftiVersion version, ByteOrder order, String name) throws IOException {
        NiftiHeader header = NiftiHeader.create(version, order, NiftiDatatype.named("UINT8"), 3);
        Gen.write(dir.resolve(name), header, List.of(), new byte[3]);
        return new NiftiSniffer().sniff(dir.resolve(name));
    }

    @Test
    void theNameDoesNotMatterWhereThereIsAMagicAndDoesWhereThereIsNone() throws IOException {
        byte[] n1 = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("UINT8"), 3).raw();
        byte[] an = NiftiHeader.create(NiftiVersion.ANALYZE_75, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("UINT8"), 3).raw();
        assertEquals(Kind.SINGLE, new NiftiSniffer().sniff(n1, Path.of("scan")));
        assertEquals(Kind.NONE, new NiftiSniffer().sniff(an, Path.of("scan.nii")));
        assertEquals(Kind.ANALYZE_HEADER, new NiftiSniffer().sniff(an, Path.of("SCAN.HDR")));
    }

    @Test
    void damagedNiftiIsStillNiftiAndOtherThingsAreNot() throws IOException {
        byte[] bad = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.BIG_ENDIAN, NiftiDatatype.named("UINT8"), 3).raw();
        bad[41] = 99;
        assertEquals(Kind.SINGLE, new NiftiSniffer().sniff(bad, Path.of("scan.nii")));
        assertEquals(Kind.NONE, new NiftiSniffer().sniff(new byte[0], Path.of("scan.nii")));
        assertEquals(Kind.NONE, new NiftiSniffer().sniff(new byte[600], Path.of("scan.hdr")));
        Files.writeString(dir.resolve("envi.hdr"), "ENVI\ndescription = {x}\n".repeat(40));
        assertEquals(Kind.NONE, new NiftiSniffer().sniff(dir.resolve("envi.hdr")));
        Files.write(dir.resolve("broken.nii.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        assertEquals(Kind.NONE, new NiftiSniffer().sniff(dir.resolve("broken.nii.gz")));
        Files.write(dir.resolve("alone.img"), new byte[600]);
        assertEquals(Kind.NONE, new NiftiSniffer().sniff(dir.resolve("alone.img")));
    }
}
