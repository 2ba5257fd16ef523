package sluice.app.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.nifti.NiftiDatatype;
import sluice.viewer.nifti.NiftiExtension;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiVersion;
import sluice.viewer.nifti.NiftiWriter;
import sluice.viewer.phantom.Contrast;
import sluice.viewer.phantom.HeadPhantom;
import sluice.viewer.phantom.PhantomScanner;
import sluice.viewer.phantom.PhantomVolume;
import sluice.viewer.phantom.ScanOptions;

/**
 * Writes studies of the phantom head that are full of identifiers: a CT of a Swedish patient (ISO_IR 100), two MR series of a
 * Japanese patient in one frame of reference (ISO 2022 IR 87), an MR series of a Polish patient (ISO_IR 192), and a NIfTI file.
 * Names, numbers, dates, addresses, devices and UIDs stand where they belong and where they do not: nested sequences, private
 * blocks, overlays, curves, behind padding, in the preamble, in file names.
 */
public final class PlantedStudies {

    private final Uids uids = new Uids();
    private final List<PlantedList.Planted> planted = new ArrayList<>();
    private final Path dir;
    private final Size size;

    private PlantedStudies(Path dir, Size size) {
        this.dir = dir;
        this.size = size;
    }

    /**
     * Writes everything; the same bytes at every call.
     *
     * @param dir created where it does not exist
     * @return what must not be found in anything made from it
     * @throws InterruptedException when the thread is interrupted; what was written by then stays
     */
    public static PlantedList write(Path dir, Size size) throws IOException, InterruptedException {
        PlantedStudies studies = new PlantedStudies(dir, size);
        studies.ct();
        studies.mr();
        studies.unicode();
        studies.planted.addAll(studies.uids.planted());
        return new PlantedList(studies.planted);
    }

    private void ct() throws IOException, InterruptedException {
        double mm = 256.0 / size.ctMatrix();
        VoxelGrid grid = VoxelGrid.axial(size.ctMatrix(), size.ctMatrix(), size.ctSlices(),
            new Vec3(mm, mm, 225.0 / size.ctSlices()), new Vec3(0, -5, -2));
        PhantomVolume volume = new PhantomScanner(new HeadPhantom(true)).scan(grid, Contrast.CT, new ScanOptions(9, false, 11));
        series("britta", new SeriesPlan("CT", 2, true, true, true, "CT"), volume);
    }

    private void mr() throws IOException, InterruptedException {
        double mm = 256.0 / size.mrMatrix();
        Affine3 sagittal = new Affine3(new Vec3(0, mm, 0), new Vec3(0, 0, -mm), new Vec3(180.0 / size.mrSlices(), 0, 0), Vec3.ZERO);
        VoxelGrid grid = VoxelGrid.centred(size.mrMatrix(), size.mrMatrix(), size.mrSlices(), sagittal, new Vec3(1, -8, -16));
        PhantomScanner scanner = new PhantomScanner(new HeadPhantom(false));
        PhantomVolume t1 = scanner.scan(grid, Contrast.MR_T1, new ScanOptions(20, true, 12));
        Person kenta = series("kenta", new SeriesPlan("T1", 3, false, false, false, "T2"), t1);
        PhantomVolume t2 = scanner.scan(axial(mm), Contrast.MR_T2, new ScanOptions(20, true, 13));
        new PlantedSeries(kenta, uids, new SeriesPlan("T2", 4, false, true, false, "T1")).write(folder(kenta), t2);
        nifti(t1);
    }

    private void unicode() throws IOException, InterruptedException {
        double mm = 256.0 / size.mrMatrix();
        PhantomVolume t2 = new PhantomScanner(new HeadPhantom(false)).scan(axial(mm), Contrast.MR_T2, new ScanOptions(24, true, 14));
        series("wlada", new SeriesPlan("T2", 1, false, true, true, "T2"), t2);
    }

    private VoxelGrid axial(double mm) {
        int slices = Math.max(2, size.mrSlices() / 4);
        return VoxelGrid.axial(size.mrMatrix(), size.mrMatrix(), slices, new Vec3(mm, mm, 160.0 / slices), new Vec3(1, -8, 20));
    }

    private Person series(String key, SeriesPlan plan, PhantomVolume volume) throws IOException {
        Person person = Person.of(key);
        planted.addAll(person.planted());
        new PlantedSeries(person, uids, plan).write(folder(person), volume);
        return person;
    }

    private Path folder(Person person) {
        return dir.resolve(person.fact("plainName") + "_" + person.fact("birthDate"));
    }

    /** The T1 images again, as a converter would leave them that keeps what it knows about the patient. */
    private void nifti(PhantomVolume volume) throws IOException {
        Person person = Person.of("britta");
        VoxelGrid grid = volume.grid();
        NiftiHeader header = NiftiHeader.create(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("INT16"),
                grid.nx(), grid.ny(), grid.nz())
            .withText("descrip", text(person, "{name} {personnummer} {accession}", 80))
            .withText("aux_file", text(person, "{patientId}", 24))
            .withText("intent_name", text(person, "{personnummerShort}", 16))
            .withText("db_name", text(person, "{plainName}", 18))
            .withText("data_type", text(person, "{birthDate}", 10))
            .withSform(grid.indexToLps().flipXY(), 1);
        List<NiftiExtension> extensions = List.of(
            new NiftiExtension(6, text(person, "{comment}; {email}; {address}", 1000)),
            new NiftiExtension(4, text(person, "<AFNI_attributes><Name>{name}</Name><Born>{birthDate}</Born></AFNI_attributes>", 1000)));
        RawDataSet.Little voxels = new RawDataSet.Little();
        for (short value : volume.values()) {
            voxels.u16(value);
        }
        Path folder = Files.createDirectories(dir.resolve("nifti"));
        Path file = folder.resolve(person.fact("plainName") + "_" + person.fact("birthDate") + "_T1.nii.gz");
        new NiftiWriter().write(file, header, extensions, new ByteArrayInputStream(voxels.toByteArray()));
    }

    private static byte[] text(Person person, String template, int most) {
        Charset charset = StandardCharsets.UTF_8;
        byte[] bytes = person.fill(template).getBytes(charset);
        return bytes.length > most ? Arrays.copyOf(bytes, most) : bytes;
    }
}
