package sluice.viewer.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;
import sluice.viewer.geometry.Vec3;

/** Writes small series whose values say where in the patient their voxels lie: linear in LPS. */
final class MadeSeries {
    static final int NX = 6;
    static final int NY = 5;

    final Path folder;
    final List<Path> files = new ArrayList<>();
    private final Vec3 along;
    private final Vec3 down;
    private final double dx;
    private final double dy;

    MadeSeries(Path folder, Vec3 along, Vec3 down, double dx, double dy) {
        this.folder = folder;
        this.along = along;
        this.down = down;
        this.dx = dx;
        this.dy = dy;
    }

    static MadeSeries axial(Path folder) {
        return new MadeSeries(folder, new Vec3(1, 0, 0), new Vec3(0, 1, 0), 1.5, 2);
    }

    /** The value at a place, stored as signed 16 bits. */
    static double value(Vec3 lps) {
        return 2 * lps.x() + 5 * lps.y() + 9 * lps.z();
    }

    byte[] pixels(Vec3 origin, int nx, int ny) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * nx * ny).order(ByteOrder.LITTLE_ENDIAN);
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                bytes.putShort((short) Math.floor(value(origin.plus(along.times(dx * i)).plus(down.times(dy * j))) + 0.5));
            }
        }
        return bytes.array();
    }

    Attributes header(Vec3 origin, int number) {
        Attributes a = new Attributes();
        a.setString(0x00080016, VR.UI, "1.2.840.10008.5.1.4.1.1.4");
        a.setString(0x00080018, VR.UI, "1.2.3." + (files.size() + 1));
        a.setString(0x00080008, VR.CS, "ORIGINAL", "PRIMARY", "M");
        a.setString(0x00080060, VR.CS, "MR");
        a.setString(0x0020000E, VR.UI, "1.2.3");
        a.setString(0x00200011, VR.IS, "7");
        a.setString(0x00200013, VR.IS, Integer.toString(number));
        a.setDouble(0x00200032, VR.DS, rounded(origin));
        a.setDouble(0x00200037, VR.DS, round(along.x()), round(along.y()), round(along.z()), round(down.x()), round(down.y()),
                round(down.z()));
        a.setDouble(0x00280030, VR.DS, dy, dx);
        image(a, NX, NY);
        return a;
    }

    static void image(Attributes a, int nx, int ny) {
        a.setInt(0x00280002, VR.US, 1);
        a.setString(0x00280004, VR.CS, "MONOCHROME2");
        a.setInt(0x00280010, VR.US, ny);
        a.setInt(0x00280011, VR.US, nx);
        a.setInt(0x00280100, VR.US, 16);
        a.setInt(0x00280101, VR.US, 16);
        a.setInt(0x00280102, VR.US, 15);
        a.setInt(0x00280103, VR.US, 1);
    }

    private static double[] rounded(Vec3 v) {
        return new double[] {round(v.x()), round(v.y()), round(v.z())};
    }

    /** As many digits as scanners write. */
    private static double round(double v) {
        return Math.rint(v * 1e7) / 1e7;
    }

    MadeSeries slice(Vec3 origin, int number) throws IOException {
        return slice(origin, number, a -> { });
    }

    /** @param change what is different in this header */
    MadeSeries slice(Vec3 origin, int number, Consumer<Attributes> change) throws IOException {
        Attributes a = header(origin, number);
        change.accept(a);
        return write(a, pixels(origin, NX, NY));
    }

    MadeSeries write(Attributes a, byte[] pixels) throws IOException {
        Path file = folder.resolve("f" + files.size() + ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            new DicomWriter().write(out, new Attributes(), a, PixelSource.ofNative(pixels, VR.OW, a),
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
        files.add(file);
        return this;
    }

    /** {@code n} slices with steps of {@code step} from {@code first} on, numbered from 1. */
    MadeSeries slices(Vec3 first, Vec3 step, int n) throws IOException {
        for (int k = 0; k < n; k++) {
            slice(first.plus(step.times(k)), k + 1);
        }
        return this;
    }

    SeriesReader.Series read() throws IOException {
        return read(files);
    }

    static SeriesReader.Series read(Collection<Path> files) throws IOException {
        return new SeriesReader(new DicomReader(), Codecs.standard()).read(files, n -> { });
    }

    static Volume only(SeriesReader.Series series) {
        if (series.volumes().size() != 1) {
            throw new AssertionError(series.volumes().size() + " volumes, aside " + series.aside().stream()
                    .map(Aside::reason).toList());
        }
        return series.volumes().get(0);
    }

    /** Largest difference between values and what belongs at their places. */
    static double worst(Volume v, int t) throws IOException {
        double worst = 0;
        for (int k = 0; k < v.grid().nz(); k++) {
            Slice s = v.slice(k, t);
            if (s instanceof Slice.Absent) {
                continue;
            }
            for (int j = 0; j < s.ny(); j++) {
                for (int i = 0; i < s.nx(); i++) {
                    worst = Math.max(worst, Math.abs(v.scaling(k, t).apply(s.stored(i, j)) - value(v.grid().toLps(i, j, k))));
                }
            }
        }
        return worst;
    }
}
