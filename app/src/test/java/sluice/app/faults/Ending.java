package sluice.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import sluice.app.settings.KeyFolder;
import sluice.app.settings.PassphraseCost;
import sluice.app.settings.Secrets;
import sluice.app.settings.Vault;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.TarLimits;
import sluice.transfer.seal.KeyFiles;
import sluice.transfer.seal.Opener;
import sluice.transfer.seal.PackageOpener;
import sluice.transfer.seal.RecipientKey;
import sluice.transfer.seal.SignedManifest;
import sluice.transfer.seal.SiteKey;

/**
 * How the whole way ended, as far as it has to be the same whatever happened on it: which studies, in which states, made into
 * which files. Handles, names of packages and times are chance.
 *
 * @param studies kind, state and number of files of each
 * @param files digest by name of what was de-identified and delivered
 */
record Ending(List<String> studies, Map<String, String> files) {

    /** Looks at everything, and fails where anything is not as it has to be at the end of a whole way. */
    static Ending of(World world, Map<String, String> originals) throws IOException {
        List<String> studies = new ArrayList<>();
        for (JsonNode row : world.json("list")) {
            studies.add(row.get("kind").asText() + " " + row.get("modalities") + " " + row.get("instances") + " "
                    + row.get("state").asText() + " " + row.get("subject").asText());
        }
        studies.sort(null);
        Map<String, String> made = made(world);
        assertEquals(made, delivered(world, studies.size()), "what arrived is what was made");
        assertEquals(originals, World.digests(world.originals), "the originals are as they were");
        assertTrue(world.json("audit", "verify").get("intact").asBoolean(), "the audit chain is intact");
        assertEquals(List.of(), named(world.root.resolve("place"), ".part"), "nothing is half-written");
        return new Ending(studies, made);
    }

    /** The complete artefacts, and nothing else in their folder. */
    private static Map<String, String> made(World world) throws IOException {
        Path artefacts = world.workspace.resolve("artefacts");
        Map<String, String> made = new TreeMap<>();
        Set<String> expected = new TreeSet<>();
        for (String study : world.studies()) {
            for (JsonNode artefact : world.json("show", study).get("artefacts")) {
                if (artefact.get("step").asText().equals("deidentified")) {
                    String name = study + "/deidentified-" + artefact.get("version").asInt();
                    Map<String, String> files = World.digests(artefacts.resolve(name));
                    assertEquals(artefact.get("files").asInt(), files.size(), name);
                    made.putAll(files);
                    expected.addAll(List.of(name, name + ".report.json", name + ".recipe.json"));
                }
            }
        }
        Set<String> there = new TreeSet<>();
        try (Stream<Path> all = Files.walk(artefacts, 2)) {
            all.filter(p -> artefacts.relativize(p).getNameCount() == 2).forEach(p -> there.add(
                    artefacts.relativize(p).toString().replace('\\', '/')));
        }
        assertEquals(expected, there, "artefacts of abandoned runs are gone");
        return made;
    }

    /** Each study once, with evidence, and openable; nothing else at the destination or in the staging area. */
    private static Map<String, String> delivered(World world, int studies) throws IOException {
        JsonNode deliveries = world.json("status").get("deliveries");
        assertEquals(studies, deliveries.size(), "one delivery for each study");
        Set<String> names = new TreeSet<>();
        Set<String> staged = new TreeSet<>();
        Set<String> of = new HashSet<>();
        Map<String, String> files = new TreeMap<>();
        Path opened = world.root.resolve("opened");
        Files.createDirectories(opened);
        try (RecipientKey key = KeyFiles.readSecret(Path.of(world.recipientKey(".sec")), Optional::empty);
                SiteKey site = siteKey(world)) {
            PackageOpener opener = new PackageOpener(new Opener(key), TarLimits.GENEROUS);
            for (JsonNode delivery : deliveries) {
                assertEquals("RECEIVED", delivery.get("state").asText(), delivery::toString);
                assertTrue(of.add(delivery.get("study").asText()), "received once");
                for (JsonNode item : delivery.get("items")) {
                    assertEquals("read-back", item.get("evidence").asText());
                    names.add(item.get("remoteName").asText());
                    staged.add(item.get("sha256").asText());
                }
                assertEquals(2, delivery.get("items").size());
                Path manifest = world.destination.resolve(delivery.get("items").get(1).get("remoteName").asText());
                for (SignedManifest.Item item : SignedManifest.verify(Files.readAllBytes(manifest), site.identity()).items()) {
                    Path folder = opened.resolve(item.name());
                    opener.open(world.destination.resolve(item.name()), folder, item.expected(), ByteProgress.NONE);
                    files.putAll(World.digests(folder.resolve("data")));
                }
            }
        }
        World.delete(opened);
        assertEquals(names, World.digests(world.destination).keySet(), "the destination holds what was received");
        Map<String, String> sealed = World.digests(world.workspace.resolve("staging").resolve("sealed"));
        assertEquals(staged, sealed.keySet(), "no orphan is staged");
        sealed.forEach((name, digest) -> assertEquals(name, digest, "staged under its digest"));
        try (Stream<Path> left = Files.list(world.workspace.resolve("staging").resolve("tmp"))) {
            assertFalse(left.findAny().isPresent(), "no temporary file is left in the staging area");
        }
        return files;
    }

    private static SiteKey siteKey(World world) throws IOException {
        Vault vault = new Vault(world.workspace, new KeyFolder(world.root.resolve("keys")), PassphraseCost.STANDARD,
                new SecureRandom());
        try (Secrets secrets = vault.open(null)) {
            return SiteKey.ofSeed(secrets.signingKey());
        }
    }

    static List<String> named(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(folder::relativize).map(Path::toString).filter(n -> n.endsWith(ending)).sorted().toList();
        }
    }
}
