package sluice.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;
import sluice.viewer.phantom.GreyImage;
import sluice.viewer.phantom.PhantomVolume;

/** Writes one series of single-frame images: what identifies from the tables, geometry and pixels from the phantom. */
final class PlantedSeries {

    private static final Pattern UID = Pattern.compile("\\{uid:([A-Za-z]+)}");

    private final Person person;
    private final Uids uids;
    private final SeriesPlan plan;

    PlantedSeries(Person person, Uids uids, SeriesPlan plan) {
        this.person = person;
        this.uids = uids;
        this.plan = plan;
    }

    void write(Path folder, PhantomVolume volume) throws IOException {
        Files.createDirectories(folder);
        for (int k = 0; k < volume.grid().nz(); k++) {
            Path file = folder.resolve(plan.name() + "_" + person.fact("plainName") + String.format(Locale.ROOT, "_%04d.dcm", k + 1));
            Files.write(file, file(volume, k));
        }
    }

    private byte[] file(PhantomVolume volume, int k) {
        RawDataSet set = new RawDataSet(person.charset());
        for (String table : plan.tables()) {
            for (String[] row : Tables.rows(table)) {
                set.put(row[0], row[1], uids(person.fill(row.length > 2 ? row[2] : "")));
            }
        }
        String instance = instance(plan.name(), k);
        set.put("00080018", "UI", instance);
        set.put("00200013", "IS", Integer.toString(k + 1));
        set.put("00200011", "IS", Integer.toString(plan.number()));
        geometry(set, volume.grid(), k);
        if (k == 0) {
            icon(set, volume);
        }
        RawDataSet.Little pixels = new RawDataSet.Little();
        for (short value : volume.slice(k)) {
            pixels.u16(plan.isCt() ? value + 1024 : value);
        }
        set.put(0x7FE00010L, "OW", pixels.toByteArray());

        RawDataSet.Little out = new RawDataSet.Little();
        byte[] preamble = ("II*\0 exported for " + person.fact("plainName") + ", " + person.fact("personnummerPlain"))
            .getBytes(StandardCharsets.US_ASCII);
        out.bytes(Arrays.copyOf(preamble, 128));
        out.bytes("DICM".getBytes(StandardCharsets.US_ASCII));
        meta(out, instance);
        out.bytes(set.encode(plan.explicit(), plan.groupLengths()));
        return out.toByteArray();
    }

    private void meta(RawDataSet.Little out, String instance) {
        RawDataSet meta = new RawDataSet(StandardCharsets.US_ASCII);
        meta.put(0x00020001L, "OB", new byte[] {0, 1});
        meta.put("00020002", "UI", plan.sopClass());
        meta.put("00020003", "UI", instance);
        meta.put("00020010", "UI", plan.explicit() ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2");
        meta.put("00020012", "UI", uids.of("implementation"));
        meta.put("00020016", "AE", person.fact("aeTitle"));
        meta.put("00020100", "UI", uids.of("implementation"));
        meta.put("00020102", "OB", person.fact("plainName"));
        out.bytes(meta.encode(true, true));
    }

    private void geometry(RawDataSet set, VoxelGrid grid, int k) {
        Vec3 spacing = grid.spacing();
        Vec3 row = grid.indexToLps().x().unit();
        Vec3 column = grid.indexToLps().y().unit();
        Vec3 corner = grid.toLps(0, 0, k);
        set.put("00180050", "DS", number(spacing.z()));
        set.put("00180088", "DS", number(spacing.z()));
        set.put("00200032", "DS", numbers(corner));
        set.put("00200037", "DS", numbers(row) + "\\" + numbers(column));
        set.put("00201041", "DS", number(corner.dot(row.cross(column))));
        set.put("00280010", "US", Integer.toString(grid.ny()));
        set.put("00280011", "US", Integer.toString(grid.nx()));
        set.put("00280030", "DS", number(spacing.y()) + "\\" + number(spacing.x()));
    }

    private static void icon(RawDataSet set, PhantomVolume volume) {
        GreyImage picture = volume.picture(volume.grid().nz() / 2, 0, 800);
        int step = picture.width() / 16;
        byte[] small = new byte[256];
        for (int n = 0; n < 256; n++) {
            small[n] = picture.grey()[n % 16 * step + n / 16 * (picture.height() / 16) * picture.width()];
        }
        String[][] rows = {{"00280002", "US", "1"}, {"00280004", "CS", "MONOCHROME2"}, {"00280010", "US", "16"},
            {"00280011", "US", "16"}, {"00280100", "US", "8"}, {"00280101", "US", "8"}, {"00280102", "US", "7"},
            {"00280103", "US", "0"}, {"7FE00010", "OB", "hex:" + HexFormat.of().formatHex(small)}};
        for (String[] row : rows) {
            set.put("00880200.0." + row[0], row[1], row[2]);
        }
    }

    private String uids(String text) {
        Matcher m = UID.matcher(text);
        return m.replaceAll(found -> switch (found.group(1)) {
            case "series" -> uids.of(person.key() + "/" + plan.name());
            case "referencedImage", "sourceImage" -> instance(plan.refersTo(), found.group(1).startsWith("r") ? 0 : 1);
            default -> uids.of(person.key() + "/" + found.group(1));
        });
    }

    private String instance(String series, int k) {
        return uids.of(person.key() + "/" + series + "/" + k);
    }

    private static String numbers(Vec3 v) {
        return number(v.x()) + "\\" + number(v.y()) + "\\" + number(v.z());
    }

    /** At most 16 characters, as VR DS allows. */
    private static String number(double v) {
        String text = String.format(Locale.ROOT, "%.6f", v).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }
}
