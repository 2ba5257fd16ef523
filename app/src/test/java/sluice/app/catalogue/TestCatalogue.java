package sluice.app.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import sluice.app.audit.AuditDraft;

/** What the tests of this package share: a catalogue with a clock that ticks, and made-up files. */
final class TestCatalogue {

    static final byte[] KEY = sha256("test data key");
    static final String WORKSPACE = "ws-test";
    static final AuditDraft SCAN = AuditDraft.of("tester", "scan.record");

    private TestCatalogue() {}

    /** One millisecond later at each look. */
    static Clock ticking() {
        AtomicLong millis = new AtomicLong(Instant.parse("2026-01-31T09:05:00Z").toEpochMilli());
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.getAndIncrement());
            }
        };
    }

    static CatalogueFiles files() {
        return new CatalogueFiles(ticking(), new SecureRandom());
    }

    static Catalogue create(Path folder) {
        return files().create(
                folder.resolve("catalogue.db"), WORKSPACE, "Test site", KEY, AuditDraft.of("tester", "workspace.init"));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** A file of patient {@code p}, study {@code s} and so on; content is what its digest is made of. */
    static SourceItem.SourceFile file(String path, String study, String sop, String content) {
        return new SourceItem.SourceFile(
                new FileStamp(path, 1000 + content.length(), 42_000_000_007L),
                hex(content),
                new ObjectFacts(SourceKind.DICOM, "CT", "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1", 1),
                new ObjectKeys(study, study + ".1", sop),
                identity(study));
    }

    static StudyIdentity identity(String study) {
        return new StudyIdentity(
                "Planted^Name", "PID-" + study, "19610203", study, "20240506", "ACC-" + study, "HEAD of " + study);
    }

    static List<SourceItem> series(String study, int files) {
        List<SourceItem> items = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String name = study + "/" + i;
            items.add(file("/data/" + name, study, study + ".1." + i, name));
        }
        return items;
    }

    static StudyId record(Catalogue catalogue, String study, int files) {
        catalogue.commitRepeatable(SCAN, c -> c.sources().record(series(study, files)));
        return catalogue.read(v -> v.studies().byStudyKey(study)).orElseThrow().id();
    }

    static List<ArtefactFile> output(String salt, int files) {
        List<ArtefactFile> out = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            out.add(new ArtefactFile("IM" + i + ".dcm", 900 + i, hex(salt + i), OptionalLong.empty()));
        }
        return out;
    }
}
