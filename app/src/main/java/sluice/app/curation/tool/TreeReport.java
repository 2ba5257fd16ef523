package sluice.app.curation.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import sluice.app.deid.Deidentification;
import sluice.app.deid.Refused;
import sluice.app.deid.Written;

/**
 * The report of a run as one JSON document, written as the run goes on: what was done to each file, by its new name, and
 * what was refused and why, by its number in the run. Holds neither old values nor old names.
 */
final class TreeReport implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final OutputStream out;
    private final JsonGenerator json;
    private boolean complete;

    TreeReport(Path file, Deidentification deidentification) throws IOException {
        this.file = file.toAbsolutePath();
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
        json.writeEndObject();
        json.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            out.close();
            Files.deleteIfExists(part);
        }
    }
}
