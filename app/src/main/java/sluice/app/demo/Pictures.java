package sluice.app.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.HeaderView;

/** One slice of each phantom series before and after, as they are in the files. */
final class Pictures {
    private static final int IMAGE_POSITION = 0x00200032;
    private static final int SERIES_DESCRIPTION = 0x0008103E;
    private static final int INSTITUTION = 0x00080080;
    private static final int IDENTITY_REMOVED = 0x00120062;
    private final Path originals;
    private final Path opened;
    private final DicomReader reader = new DicomReader();

    Pictures(Path originals, Path opened) {
        this.originals = originals;
        this.opened = opened;
    }

    List<DemoReport.Picture> all() throws IOException {
        Map<String, DicomFile> after = new TreeMap<>();
        for (DicomFile file : read(opened)) {
            after.put(key(HeaderView.of(file)), file);
        }
        Map<String, List<DicomFile>> series = new LinkedHashMap<>();
        for (DicomFile file : read(originals)) {
            series.computeIfAbsent(HeaderView.of(file).text(HeaderView.SERIES_INSTANCE_UID), k -> new ArrayList<>()).add(file);
        }
        List<DemoReport.Picture> pictures = new ArrayList<>();
        for (List<DicomFile> files : series.values()) {
            DicomFile before = files.get(files.size() / 2);
            DicomFile match = after.get(key(HeaderView.of(before)));
            if (match != null && before.pixels().isPresent() && match.pixels().isPresent()) {
                pictures.add(picture(before, match));
            }
        }
        return pictures;
    }

    private List<DicomFile> read(Path root) throws IOException {
        List<DicomFile> files = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                    try {
                        files.add(reader.read(path));
                    } catch (DicomException notAnImage) {
                        continue;
                    }
                }
            }
        }
        return files;
    }

    /** De-identification keeps modality, geometry and size, so that a slice finds its copy without any identifier. */
    private static String key(HeaderView h) {
        return h.text(HeaderView.MODALITY) + "|" + h.text(IMAGE_POSITION) + "|" + h.number(HeaderView.ROWS) + "|"
                + h.number(HeaderView.COLUMNS);
    }

    private static DemoReport.Picture picture(DicomFile before, DicomFile after) throws IOException {
        HeaderView h = HeaderView.of(before);
        return new DemoReport.Picture(h.text(HeaderView.MODALITY) + " phantom, slice at " + h.text(IMAGE_POSITION).replace("\\", ", ")
                + " mm", png(before), png(after), lines(h, false), lines(HeaderView.of(after), true));
    }

    private static List<DemoReport.Line> lines(HeaderView h, boolean show) {
        List<DemoReport.Line> lines = new ArrayList<>();
        add(lines, "Patient's Name", h.text(HeaderView.PATIENT_NAME), show);
        add(lines, "Patient ID", h.text(HeaderView.PATIENT_ID), show);
        add(lines, "Patient's Birth Date", h.text(HeaderView.PATIENT_BIRTH_DATE), show);
        add(lines, "Study Date", h.text(HeaderView.STUDY_DATE), show);
        add(lines, "Institution Name", h.text(INSTITUTION), show);
        add(lines, "Series Description", h.text(SERIES_DESCRIPTION), show);
        add(lines, "Patient Identity Removed", h.text(IDENTITY_REMOVED), show);
        return lines;
    }

    private static void add(List<DemoReport.Line> lines, String attribute, String value, boolean show) {
        String shown = value.isEmpty() ? "empty or absent" : show ? value : "planted, " + value.length() + " characters";
        lines.add(new DemoReport.Line(attribute, shown));
    }

    /** Stretched between the image's own smallest and largest value. */
    private static byte[] png(DicomFile file) throws IOException {
        HeaderView h = HeaderView.of(file);
        int rows = h.number(HeaderView.ROWS);
        int columns = h.number(HeaderView.COLUMNS);
        ByteBuffer pixels = ByteBuffer.wrap(file.pixels().orElseThrow().frame(0)).order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[rows * columns];
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < values.length; i++) {
            values[i] = h.number(HeaderView.PIXEL_REPRESENTATION) == 1 ? pixels.getShort() : pixels.getShort() & 0xFFFF;
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < values.length; i++) {
            int grey = high == low ? 0 : (int) (255L * (values[i] - low) / (high - low));
            image.getRaster().setSample(i % columns, i / columns, 0, grey);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
