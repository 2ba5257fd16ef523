package sluice.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.app.curation.AuditTrail;
import sluice.app.curation.CurationException;
import sluice.app.curation.DeliveryRow;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Problem;
import sluice.app.curation.StudyRow;
import sluice.app.job.Progress;
import sluice.app.intake.ContentDigest;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.TarLimits;
import sluice.transfer.seal.Expected;
import sluice.transfer.seal.KeyFiles;
import sluice.transfer.seal.Opener;
import sluice.transfer.seal.PackageOpener;
import sluice.transfer.seal.RecipientKey;
import sluice.transfer.seal.SignedManifest;
import sluice.transfer.seal.SiteIdentity;

/** Looks at what the demonstration left at the other end, and says whether what was promised held. */
final class Evidence {
    private final Path folder;
    private final PlantedList planted;
    private final Originals before;
    private final Path secretKey;
    private final List<DemoReport.Promise> promises = new ArrayList<>();
    private final PixelBytes pixels = new PixelBytes();
    private int otherPixels;

    Evidence(Path folder, PlantedList planted, Originals before, Path secretKey) {
        this.folder = folder;
        this.planted = planted;
        this.before = before;
        this.secretKey = secretKey;
    }

    /** Names and digests of the originals. */
    record Originals(Map<String, String> digests) {
        static Originals of(Path root) throws IOException {
            Map<String, String> digests = new TreeMap<>();
            ContentDigest digest = new ContentDigest();
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    digests.put(root.relativize(file).toString(), digest.of(file));
                }
            }
            return new Originals(digests);
        }
    }

    DemoReport report(OpenWorkspace workspace, List<Problem> problems, Progress progress) throws CurationException, IOException {
        progress.phase("look at what arrived", Progress.UNKNOWN, Progress.UNKNOWN);
        List<StudyRow> studies = workspace.studies().list(List.of());
        long received = studies.stream().filter(s -> s.state().equals("RECEIVED")).count();
        promise("every study was received", received == studies.size() && !studies.isEmpty(), received + " of " + studies.size());
        promise("no step failed", problems.isEmpty(), problems.isEmpty() ? "nothing was refused or left out"
                : problems.get(0).code() + ": " + problems.get(0).reason());
        Map<String, DeliveryRow> deliveries = new TreeMap<>();
        workspace.status().report().deliveries().forEach(d -> deliveries.put(d.study(), d));
        List<DemoReport.Study> rows = open(studies, deliveries);
        search();
        Originals now = Originals.of(folder.resolve("originals"));
        promise("the originals are as they were", now.equals(before), now.digests().size() + " files, same names and digests");
        AuditTrail.Verdict verdict = workspace.audit().verify();
        promise("the audit chain is intact", verdict.intact(), verdict.entries() + " entries, head " + verdict.head());
        List<DemoReport.Picture> pictures = new Pictures(folder.resolve("originals"), folder.resolve("opened")).all();
        return new DemoReport(promises.stream().allMatch(DemoReport.Promise::held), List.copyOf(promises), rows, pictures);
    }

    private void promise(String text, boolean held, String detail) {
        promises.add(new DemoReport.Promise(text, held, detail));
    }

    private List<DemoReport.Study> open(List<StudyRow> studies, Map<String, DeliveryRow> deliveries) throws IOException {
        List<DemoReport.Study> rows = new ArrayList<>();
        int files = 0;
        Optional<String> trouble = Optional.empty();
        Files.createDirectories(folder.resolve("opened"));
        Set<String> originalPixels = pixels.below(folder.resolve("originals"));
        try (RecipientKey key = KeyFiles.readSecret(secretKey, Optional::empty)) {
            SiteIdentity site = SiteIdentity.parse(Files.readAllBytes(folder.resolve("workspace").resolve("keys").resolve("site.pub")));
            PackageOpener opener = new PackageOpener(new Opener(key), TarLimits.GENEROUS);
            for (StudyRow study : studies) {
                DeliveryRow delivery = deliveries.get(study.handle());
                if (delivery == null || delivery.items().isEmpty()) {
                    trouble = Optional.of("a study was not delivered");
                    continue;
                }
                DeliveryRow.Item archive = delivery.items().get(0);
                Path sealed = folder.resolve("remote").resolve("incoming").resolve(archive.remoteName());
                Path opened = folder.resolve("opened").resolve(archive.remoteName().replace(".tar.c4gh", ""));
                List<DemoReport.File> list = List.of();
                try {
                    opener.open(sealed, opened, expected(site, delivery, archive.remoteName()), ByteProgress.NONE);
                    list = files(opened.resolve("data"), originalPixels);
                    files += list.size();
                } catch (IOException e) {
                    trouble = Optional.of(e.getMessage());
                }
                rows.add(new DemoReport.Study(study.handle(), study.subject().isEmpty() ? "without a patient" : study.subject(),
                        study.modalities().isEmpty() || study.modalities().get(0).isEmpty() ? study.kind()
                                : String.join(", ", study.modalities()),
                        study.state(), archive.evidence(), archive.remoteName(), archive.bytes(), list));
            }
        }
        promise("what arrived is what the site's signed manifest says, opens with the recipient's key, and is a valid bag",
                trouble.isEmpty() && files > 0, trouble.orElse(files + " files"));
        promise("every image that arrived shows what an original shows", otherPixels == 0 && files > 0,
                files - otherPixels + " of " + files + " with identical pixel data or voxels");
        return rows;
    }

    /** The recipient believes the signed manifest, which came last, and nothing else. */
    private Expected expected(SiteIdentity site, DeliveryRow delivery, String archive) throws IOException {
        String manifest = delivery.items().get(delivery.items().size() - 1).remoteName();
        byte[] document = Files.readAllBytes(folder.resolve("remote").resolve("incoming").resolve(manifest));
        return SignedManifest.verify(document, site).items().stream().filter(i -> i.name().equals(archive)).findFirst()
                .orElseThrow(() -> new IOException("the manifest does not name the archive")).expected();
    }

    private List<DemoReport.File> files(Path data, Set<String> originalPixels) throws IOException {
        List<DemoReport.File> files = new ArrayList<>();
        ContentDigest digest = new ContentDigest();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                boolean same = pixels.of(file).filter(originalPixels::contains).isPresent();
                otherPixels += same ? 0 : 1;
                files.add(new DemoReport.File(data.relativize(file).toString().replace('\\', '/'),
                        same ? "pixels identical to an original's" : "pixels of no original", Files.size(file), digest.of(file)));
            }
        }
        return files;
    }

    /** Everything but the originals and the keys: what left, what arrived, what was opened, and the workspace itself. */
    private void search() throws IOException {
        PlantedSearch search = new PlantedSearch(planted);
        for (String place : List.of("remote", "opened", "workspace")) {
            List<PlantedSearch.Hit> hits = search.search(folder.resolve(place));
            promise("no planted identifier is in " + switch (place) {
                case "remote" -> "what was sent";
                case "opened" -> "what the recipient opened";
                default -> "the workspace, its database and its logs";
            }, hits.isEmpty(), planted.planted().size() + " planted values, " + (hits.isEmpty() ? "none found in any encoding"
                    : hits.size() + " places hold one, for example value " + hits.get(0).index() + " at byte " + hits.get(0).offset()
                            + " (" + hits.get(0).place() + ")"));
        }
    }
}
