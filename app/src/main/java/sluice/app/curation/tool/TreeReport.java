package sluice.app.curation.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import sluice.app.deid.Deidentification;
import sluice.app.deid.Refused;
import sluice.app.deid.Written;
import sluice.app.qc.KAnonymity;

/**
 * The report of a run as one JSON document, written as the run goes on: what was done to each file, by its new name, and
 * what was refused and why, by its number in the run; beside it a page for people. Holds neither old values nor old names.
 */
final class TreeReport implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final OutputStream out;
    private final JsonGenerator json;
    private final Deidentification deidentification;
    private final ReportPage page = new ReportPage();
    private boolean complete;

    TreeReport(Path file, Deidentification deidentification) throws IOException {
        this.file = file.toAbsolutePath();
        this.deidentification = deidentification;
        Files.createDirectories(this.file.getParent());
        part = this.file.resolveSibling(this.file.getFileName() + ".part");
        out = Files.newOutputStream(part);
        json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("report", "sluice-deidentification/1");
        json.writeStringField("recipe", deidentification.recipe().name());
        json.writeStringField("recipeVersion", deidentification.recipe().version());
        json.writeStringField("recipeDigest", deidentification.recipe().digest());
        json.writeStringField("table", deidentification.edition());
        json.writeNumberField("secretVersion", deidentification.secretVersion());
        json.writeArrayFieldStart("files");
    }

    void written(long index, Written written) throws IOException {
        page.written(written.report());
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeStringField("outcome", "written");
        json.writeStringField("output", written.path().toString().replace('\\', '/'));
        if (written.uids() != null) {
            json.writeStringField("patient", written.patient());
            json.writeStringField("sopClassUid", written.uids().sopClass());
            json.writeStringField("sopInstanceUid", written.uids().instance());
        }
        json.writeFieldName("done");
        json.writeRawValue(written.report().toJson());
        json.writeEndObject();
    }

    void refused(long index, Refused refused) throws IOException {
        page.refused(refused);
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeStringField("outcome", "refused");
        json.writeStringField("reason", refused.reason().name());
        if (refused.tag() != Refused.NO_TAG) {
            json.writeStringField("tag", String.format("(%04X,%04X)", refused.tag() >>> 16, refused.tag() & 0xFFFF));
        }
        json.writeStringField("meaning", refused.reason().text());
        json.writeEndObject();
    }

    void failed(long index, String code) throws IOException {
        page.failed(code);
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeStringField("outcome", "failed");
        json.writeStringField("reason", code);
        json.writeEndObject();
    }

    /** Ends the document and gives it its name. */
    void finish(DeidentifyTree.Result result) throws IOException {
        json.writeEndArray();
        json.writeNumberField("written", result.written());
        json.writeNumberField("refused", result.refused());
        json.writeNumberField("notImages", result.notImages());
        anonymity(result.anonymity());
        json.writeEndObject();
        json.close();
        Path html = pageBeside(file);
        Path htmlPart = html.resolveSibling(html.getFileName() + ".part");
        Files.writeString(htmlPart, page.html(deidentification, result), StandardCharsets.UTF_8);
        Files.move(htmlPart, html, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        complete = true;
    }

    private void anonymity(KAnonymity.Figures figures) throws IOException {
        json.writeObjectFieldStart("kAnonymity");
        json.writeNumberField("patients", figures.patients());
        json.writeNumberField("k", figures.k());
        json.writeNumberField("unique", figures.unique());
        json.writeNumberField("inSmallClasses", figures.inSmallClasses());
        json.writeNumberField("classes", figures.classes());
        json.writeArrayFieldStart("attributes");
        for (KAnonymity.Attribute a : figures.attributes()) {
            json.writeStartObject();
            json.writeStringField("attribute", a.attribute());
            json.writeNumberField("distinct", a.distinct());
            json.writeNumberField("smallest", a.smallest());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The page for people: the same name, ending in html. */
    static Path pageBeside(Path report) {
        String name = report.getFileName().toString();
        String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
        return report.resolveSibling(stem + ".html");
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            out.close();
            Files.deleteIfExists(part);
        }
    }
}
