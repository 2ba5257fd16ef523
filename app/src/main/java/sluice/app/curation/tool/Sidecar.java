package sluice.app.curation.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.Elements;
import sluice.viewer.volume.BodyWeightUptake;
import sluice.viewer.volume.EvenedVolume;
import sluice.viewer.volume.Finding;
import sluice.viewer.volume.FrameGroups;
import sluice.viewer.volume.FramedVolume;
import sluice.viewer.volume.TimeAxis;

/** What a NIfTI header has no place for, as BIDS does it: a JSON file beside the image. Holds nothing that identifies a person. */
final class Sidecar {
    private final List<Field> fields;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** One line of the table: a name, where its value is, and of what kind. */
    record Field(String name, int group, int tag, String kind) {}

    Sidecar() {
        fields = table();
    }

    static List<Field> table() {
        List<Field> fields = new ArrayList<>();
        try (InputStream in = Sidecar.class.getResourceAsStream("/sluice/app/nifti-sidecar.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t");
                    fields.add(new Field(cells[0], cells[1].equals("-") ? 0 : Integer.parseUnsignedInt(cells[1], 16),
                            Integer.parseUnsignedInt(cells[2], 16), cells[3]));
                }
            }
            return List.copyOf(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sidecar of a volume.
     *
     * @param file the file of its first frame
     * @param absent slices that were filled with 0, by {@code k + nz · t}
     */
    byte[] of(FramedVolume volume, DicomFile file, BitSet absent) {
        ObjectNode node = json.createObjectNode();
        Elements top = Elements.of(file);
        FrameGroups groups = FrameGroups.of(top, volume.stack().first().index());
        for (Field field : fields) {
            if (!node.has(field.name())) {
                put(node, field, groups.with(field.group(), field.tag()));
            }
        }
        if (BodyWeightUptake.of(top) instanceof BodyWeightUptake.Result.Factor uptake && top.text(0x00080060).equals("PT")) {
            node.put("SUVbwFactor", uptake.factor());
        }
        if (volume.stack().axis() != TimeAxis.NONE) {
            node.put("VolumesOrderedBy", volume.stack().axis().name());
        }
        if (volume instanceof EvenedVolume) {
            node.put("SlicesInterpolated", true);
        }
        if (!absent.isEmpty()) {
            ArrayNode slices = node.putArray("MissingSlices");
            int nz = volume.grid().nz();
            absent.stream().forEach(s -> slices.addArray().add(s % nz).add(s / nz));
        }
        ArrayNode findings = node.putArray("Findings");
        for (Finding f : volume.findings()) {
            findings.addObject().put("kind", f.kind().name()).put("count", f.count()).put("message", f.message());
        }
        node.put("ConversionSoftware", "Sluice");
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values has a JSON form", e);
        }
    }

    private static void put(ObjectNode node, Field field, Elements from) {
        if (!from.has(field.tag())) {
            return;
        }
        double number = from.number(field.tag());
        switch (field.kind()) {
            case "text" -> node.put(field.name(), from.text(field.tag()));
            case "list" -> {
                ArrayNode all = node.putArray(field.name());
                from.texts(field.tag()).forEach(all::add);
            }
            case "numbers" -> {
                ArrayNode all = node.putArray(field.name());
                for (double v : from.numbers(field.tag())) {
                    all.add(v);
                }
            }
            case "integer" -> {
                if (Double.isFinite(number)) {
                    node.put(field.name(), (long) number);
                }
            }
            case "ms" -> {
                if (Double.isFinite(number) && number != 0) {
                    node.put(field.name(), number / 1000);
                }
            }
            case "number" -> {
                if (Double.isFinite(number)) {
                    node.put(field.name(), number);
                }
            }
            default -> throw new IllegalStateException("the table has an unknown kind");
        }
    }
}
