package sluice.viewer.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.SharedDicom;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;

/** The shared reference answers of another converter, and how volumes of this package compare with them in patient space. */
final class ReferenceVolumes {
    private ReferenceVolumes() {}

    /**
     * One volume of the other converter.
     *
     * @param folder the series
     * @param ras index to RAS mm
     * @param probes 40 of its voxels
     */
    record Reference(String name, Path folder, int[] shape, Affine3 ras, List<Probe> probes) {
        int times() {
            return shape.length > 3 ? shape[3] : 1;
        }
    }

    /** A voxel: its index and value. */
    record Probe(int[] ijk, double value) {}

    static List<Reference> all() throws IOException {
        Path data = SharedDicom.root();
        JsonNode json = new ObjectMapper().readTree(data.resolve("dicom/geometry-reference.json").toFile());
        List<Reference> all = new ArrayList<>();
        for (JsonNode v : json) {
            Path file = data.resolve(v.get("file").asText());
            double[][] rows = new double[3][];
            for (int r = 0; r < 3; r++) {
                rows[r] = StreamSupport.stream(v.get("affine").get(r).spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
            }
            List<Probe> probes = new ArrayList<>();
            for (JsonNode s : v.path("samples")) {
                probes.add(new Probe(ints(s.get("ijk")), s.get("value").asDouble()));
            }
            String name = data.resolve("dicom/series").relativize(file).toString();
            all.add(new Reference(name, file.getParent().getParent(), ints(v.get("shape")), Affine3.ofRows(rows), probes));
        }
        return all;
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    /** The images of a series folder, without what others made of them. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(p -> !p.toString().matches(".*/(dcm2niix-ref|upstream-ref|derived-masks)/.*"))
                    .sorted().toList();
        }
    }

    static SeriesReader.Series read(Path folder) throws IOException {
        return new SeriesReader(new DicomReader(), Codecs.standard()).read(files(folder), n -> { });
    }

    /** Values as the other converter scales them. */
    static double exact(Volume volume, int t, double stored) {
        FrameStack stack = ((FramedVolume) volume).stack();
        return stack.scaling(0, t, true).apply(stored);
    }

    /** How many probes have the same value (±{@code tolerance}) at the same place of the patient. */
    static int agreeing(Reference reference, Volume volume, double tolerance) throws IOException {
        if (volume.times() < reference.times()) {
            return -1;
        }
        Affine3 toIndex = volume.grid().indexToLps().inverse();
        Resampler[] samplers = new Resampler[volume.times()];
        int agree = 0;
        for (Probe p : reference.probes()) {
            int t = p.ijk().length > 3 ? p.ijk()[3] : 0;
            if (samplers[t] == null) {
                samplers[t] = new Resampler(volume, t);
            }
            Vec3 lps = reference.ras().apply(p.ijk()[0], p.ijk()[1], p.ijk()[2]).flipXY();
            Vec3 index = toIndex.apply(lps);
            double value = samplers[t].atIndex(snapped(index));
            Scaling usual = volume.scaling(0, t);
            double exact = exact(volume, t, (value - usual.intercept()) / usual.slope());
            if (Math.abs(exact - p.value()) <= tolerance + 1e-5 * Math.abs(p.value())) {
                agree++;
            }
        }
        return agree;
    }

    /** Rounded to a voxel where it is one but for rounding of 32-bit numbers. */
    private static Vec3 snapped(Vec3 v) {
        return new Vec3(snapped(v.x()), snapped(v.y()), snapped(v.z()));
    }

    private static double snapped(double v) {
        return Math.abs(v - Math.rint(v)) < 2e-3 ? Math.rint(v) : v;
    }

    /** Largest difference in mm between a corner voxel of one grid and the nearest corner voxel of the other. */
    static double cornerDistance(Reference reference, Volume volume) {
        double worst = 0;
        for (int c = 0; c < 8; c++) {
            int[] s = reference.shape();
            Vec3 corner = reference.ras().apply((c & 1) * (s[0] - 1), (c >> 1 & 1) * (s[1] - 1), (c >> 2) * (s[2] - 1)).flipXY();
            double nearest = Double.MAX_VALUE;
            for (int d = 0; d < 8; d++) {
                Vec3 own = volume.grid().toLps((d & 1) * (volume.grid().nx() - 1), (d >> 1 & 1) * (volume.grid().ny() - 1),
                        (d >> 2) * (volume.grid().nz() - 1));
                nearest = Math.min(nearest, own.distance(corner));
            }
            worst = Math.max(worst, nearest);
        }
        return worst;
    }

    /** Largest difference in mm between a step of one grid and the step of the other, up or down, that is nearest to it. */
    static double stepDistance(Reference reference, Volume volume) {
        Affine3 own = volume.grid().indexToLps().flipXY();
        double worst = 0;
        for (Vec3 step : List.of(reference.ras().x(), reference.ras().y(), reference.ras().z())) {
            double nearest = Double.MAX_VALUE;
            for (Vec3 o : List.of(own.x(), own.y(), own.z())) {
                nearest = Math.min(nearest, Math.min(o.distance(step), o.times(-1).distance(step)));
            }
            worst = Math.max(worst, nearest);
        }
        return worst;
    }
}
