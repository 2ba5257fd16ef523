package sluice.app.deid;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.text.SharedKnowledge;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * De-identification of a tree of uncompressed CT slices, headers read first as in a run, against a plain copy of the same tree, in one run.
 * Arguments: folder for the trees, number of slices (4000 give 2 GB), number of threads.
 */
public final class DeidentificationBenchmark {

    private DeidentificationBenchmark() { }

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        int slices = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        Path source = root.resolve("source");
        if (!Files.exists(source)) {
            make(source, slices);
        }
        for (int round = 0; round < 3; round++) {
            long t0 = System.nanoTime();
            copy(source, root.resolve("copy" + round));
            long t1 = System.nanoTime();
            deidentify(source, root.resolve("out" + round), threads);
            long t2 = System.nanoTime();
            System.out.printf("round %d: copy %.2f s, de-identify %.2f s, ratio %.2f%n", round, (t1 - t0) / 1e9,
                    (t2 - t1) / 1e9, (double) (t2 - t1) / (t1 - t0));
            delete(root.resolve("copy" + round));
            delete(root.resolve("out" + round));
        }
    }

    private static void deidentify(Path source, Path out, int threads) throws Exception {
        Deidentification setup = Samples.basic();
        OutputFolder output = new OutputFolder(out, OutputOptions.DEFAULT);
        List<Path> files = Samples.filesBelow(source);
        SharedKnowledge knowledge = setup.knowledge();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        look(setup, knowledge, files, pool, threads);
        AtomicInteger next = new AtomicInteger();
        List<Future<Integer>> done = new ArrayList<>();
        Callable<Integer> work = () -> {
            FileDeidentifier worker = setup.files(output, MappingListener.NONE, knowledge);
            int written = 0;
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                if (worker.deidentify(files.get(i), source.relativize(files.get(i)).toString()) instanceof Written) {
                    written++;
                }
            }
            return written;
        };
        for (int i = 0; i < threads; i++) {
            done.add(pool.submit(work));
        }
        int written = 0;
        for (Future<Integer> future : done) {
            written += future.get();
        }
        pool.shutdown();
        if (written != files.size()) {
            throw new IllegalStateException(written + " of " + files.size() + " were written");
        }
    }

    /** Reads all headers first, as a run does. */
    private static void look(Deidentification setup, SharedKnowledge knowledge, List<Path> files, ExecutorService pool,
            int threads) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> work = () -> {
            HeaderSurvey survey = setup.survey(knowledge);
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                survey.look(files.get(i));
            }
            return null;
        };
        for (Future<Void> done : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
            done.get();
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        for (Path file : Samples.filesBelow(source)) {
            Path to = target.resolve(source.relativize(file));
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path p : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }

    private static void make(Path source, int slices) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        byte[] pixels = new byte[512 * 512 * 2];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt();
        }
        for (int i = 0; i < slices; i++) {
            Attributes a = slice(i);
            Path file = source.resolve("study" + i / 1000).resolve("series" + i / 250).resolve("slice" + i + ".dcm");
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                new DicomWriter().write(channel, new Attributes(), a, PixelSource.ofNative(pixels, VR.OW, a),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            }
        }
    }

    /** About as many attributes as a scanner writes. */
    private static Attributes slice(int i) {
        Attributes a = Samples.image(i);
        a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.2." + i / 1000);
        a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.3." + i / 250);
        a.setInt(Tag.Rows, VR.US, 512);
        a.setInt(Tag.Columns, VR.US, 512);
        a.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        a.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL", "HELIX");
        a.setString(Tag.Manufacturer, VR.LO, "SIEMENS");
        a.setString(Tag.InstitutionName, VR.LO, "Sahlgrenska universitetssjukhuset");
        a.setString(Tag.ReferringPhysicianName, VR.PN, "Svensson^Åke");
        a.setString(Tag.OperatorsName, VR.PN, "Öberg^Östen");
        a.setString(Tag.StudyDescription, VR.LO, "Thorax CT");
        a.setString(Tag.SeriesDescription, VR.LO, "Axial 1 mm");
        a.setString(Tag.AccessionNumber, VR.SH, "ACC12345");
        for (int tag : new int[] {Tag.StudyDate, Tag.SeriesDate, Tag.AcquisitionDate, Tag.ContentDate}) {
            a.setString(tag, VR.DA, "20240131");
        }
        for (int tag : new int[] {Tag.StudyTime, Tag.SeriesTime, Tag.AcquisitionTime, Tag.ContentTime}) {
            a.setString(tag, VR.TM, "101112.123456");
        }
        a.setString(Tag.ConvolutionKernel, VR.SH, "Br40d");
        a.setString(Tag.SoftwareVersions, VR.LO, "syngo CT VB10");
        a.setString(Tag.ManufacturerModelName, VR.LO, "SOMATOM Force");
        a.setString(Tag.DeviceSerialNumber, VR.LO, "12345");
        a.setString(Tag.ProtocolName, VR.LO, "Thorax");
        a.setString(Tag.PatientPosition, VR.CS, "HFS");
        a.setString(Tag.ImagePositionPatient, VR.DS, "-250", "-250", Integer.toString(i));
        a.setString(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
        a.setString(Tag.PixelSpacing, VR.DS, "0.9765625", "0.9765625");
        for (int tag : new int[] {Tag.KVP, Tag.SliceThickness, Tag.ExposureTime, Tag.XRayTubeCurrent, Tag.GantryDetectorTilt,
            Tag.TableHeight, Tag.SpiralPitchFactor, Tag.WindowCenter, Tag.WindowWidth, Tag.RescaleIntercept, Tag.RescaleSlope}) {
            a.setString(tag, VR.DS, "120");
        }
        for (int s = 0; s < 3; s++) {
            Sequence sequence = a.newSequence(new int[] {Tag.ReferencedImageSequence, Tag.ProcedureCodeSequence,
                Tag.RequestAttributesSequence}[s], 1);
            Attributes item = new Attributes();
            sequence.add(item);
            item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.9." + i);
            item.setString(Tag.CodeValue, VR.SH, "1234");
            item.setString(Tag.CodeMeaning, VR.LO, "Thorax");
        }
        a.setString("SIEMENS CT VA0 COAD", 0x0019_0010, VR.LO, "SIEMENS CT VA0 COAD");
        for (int e = 0x1090; e < 0x10c0; e++) {
            a.setString(0x0019_0000 | e, VR.DS, "1.5");
        }
        return a;
    }
}
