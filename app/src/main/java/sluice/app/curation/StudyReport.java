package sluice.app.curation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.ArtefactFile;
import sluice.app.deid.Deidentification;

/** The de-identification report of a study, beside the artefact it is about. Holds no old value and no old name. */
final class StudyReport {
    private final Path artefacts;

    StudyReport(Path artefacts) {
        this.artefacts = artefacts;
    }

    /** Where the report of an artefact is. */
    Path of(Artefact artefact) {
        return artefacts.resolve(artefact.content().folder() + ".report.json");
    }

    /** Where the recipe that an artefact was made with is. */
    Path recipeOf(Artefact artefact) {
        return artefacts.resolve(artefact.content().folder() + ".recipe.json");
    }

    void write(Artefact artefact, Deidentification deidentification, StudyCopier.Copied copied) throws IOException {
        publish(of(artefact), out -> report(out, artefact, deidentification, copied));
        publish(recipeOf(artefact), out -> out.write(deidentification.recipe().canonical()));
    }

    /** Removes both, and what a killed run left of them. */
    void remove(Artefact artefact) throws IOException {
        for (Path file : new Path[] {of(artefact), recipeOf(artefact)}) {
            Files.deleteIfExists(part(file));
            Files.deleteIfExists(file);
        }
    }

    /**
     * The versions of the project's secret behind the pseudonyms: a known patient keeps the one that the patient has. Where no
     * patient is named, the one in use.
     */
    static Collection<Integer> versions(Deidentification deidentification, StudyCopier.Copied copied) {
        Collection<Integer> versions = copied.pairs().secretVersions();
        return versions.isEmpty() ? List.of(deidentification.secretVersion()) : versions;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void publish(Path file, Content content) throws IOException {
        Path part = part(file);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static void report(OutputStream out, Artefact artefact, Deidentification deidentification, StudyCopier.Copied copied)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("report", "sluice-deidentification/1");
            json.writeStringField("study", artefact.study().handle());
            json.writeStringField("recipe", deidentification.recipe().name());
            json.writeStringField("recipeVersion", deidentification.recipe().version());
            json.writeStringField("recipeDigest", deidentification.recipe().digest());
            json.writeStringField("table", deidentification.edition());
            json.writeArrayFieldStart("secretVersions");
            for (int version : versions(deidentification, copied)) {
                json.writeNumber(version);
            }
            json.writeEndArray();
            json.writeFieldName("summary");
            json.writeRawValue(copied.summary().toJson());
            json.writeArrayFieldStart("files");
            for (ArtefactFile f : copied.files()) {
                json.writeStartObject();
                json.writeStringField("name", f.name());
                json.writeNumberField("bytes", f.size());
                json.writeStringField("sha256", f.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("refused");
            for (StudyCopier.RefusedFile r : copied.refused()) {
                json.writeString(r.code());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
