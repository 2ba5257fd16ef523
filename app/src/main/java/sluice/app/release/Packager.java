package sluice.app.release;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import sluice.app.catalogue.ArtefactFile;
import sluice.app.settings.Destination;
import sluice.transfer.bag.BagInfo;
import sluice.transfer.bag.BagPath;
import sluice.transfer.bag.BagWriter;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;
import sluice.transfer.bag.PayloadFile;
import sluice.transfer.seal.Recipient;
import sluice.transfer.seal.SealResult;
import sluice.transfer.seal.Sealer;
import sluice.transfer.seal.SealingStream;
import sluice.transfer.seal.SignedManifest;
import sluice.transfer.seal.SiteKey;
import sluice.transfer.staging.StagedItem;
import sluice.transfer.staging.StagingArea;
import sluice.transfer.staging.StagingWriter;

/**
 * Packs the approved files of a study as a bag, seals it to the recipients, and puts the sealed archive and its signed
 * manifest into the staging area. Nothing is stored unsealed on the way.
 */
public final class Packager {
    private static final String ARCHIVE = ".tar.c4gh";
    private static final String MANIFEST = ".manifest.json";
    private static final String NAME_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int NAME_LENGTH = 16;
    private final StagingArea staging;
    private final SiteKey siteKey;
    private final String site;
    private final Clock clock;
    private final SecureRandom random;

    public Packager(StagingArea staging, SiteKey siteKey, String site, Clock clock, SecureRandom random) {
        this.staging = staging;
        this.siteKey = siteKey;
        this.site = site;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What is to be packed.
     *
     * @param folder where the files are
     * @param files the approved ones, with their approved digests
     * @param documents tag files by name, such as the report; they hold no identifier
     */
    public record Contents(Path folder, List<ArtefactFile> files, Map<String, byte[]> documents) {}

    /** Whether a file of a package is its manifest, which is sent last. */
    static boolean isManifest(String name) {
        return name.endsWith(MANIFEST);
    }

    /**
     * @param progress hears the bytes of the files
     * @return the package's two files, both staged
     * @throws sluice.transfer.bag.BagException when a file is not what was approved; nothing is staged then
     * @throws sluice.transfer.staging.StagingException when the disk is full or cannot be written
     */
    public List<ArtefactFile> pack(Contents contents, Destination destination, ByteProgress progress) throws IOException {
        String name = "sluice-" + randomName();
        List<Recipient> recipients = RecipientKeys.of(destination);
        BagInfo info = BagInfo.of(name, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (!site.isBlank()) {
            info = info.with("Source-Organization", site);
        }
        List<PayloadFile> payload = new ArrayList<>();
        for (ArtefactFile f : contents.files()) {
            payload.add(new PayloadFile(BagPath.of("data/" + f.name()), contents.folder().resolve(f.name()),
                    new Measured(new Digest(f.sha256()), f.size())));
        }
        Map<BagPath, byte[]> documents = new TreeMap<>();
        for (Map.Entry<String, byte[]> d : contents.documents().entrySet()) {
            documents.put(BagPath.of(d.getKey()), d.getValue());
        }
        BagWriter bag = new BagWriter(BagPath.of(name), info, payload, documents);
        SealResult sealed;
        StagedItem archive;
        try (StagingWriter out = staging.begin(); SealingStream sealing = new Sealer(recipients, random).begin(out)) {
            bag.write(sealing, progress);
            sealed = sealing.finish();
            archive = out.commit(sealed.ciphertext());
        }
        SignedManifest manifest = new SignedManifest(name, clock.instant(),
                List.of(new SignedManifest.Item(name + ARCHIVE, sealed.plaintext(), sealed.ciphertext())),
                recipients.stream().map(Recipient::fingerprint).toList());
        byte[] document = manifest.sign(siteKey);
        StagedItem signed = staging.put(new java.io.ByteArrayInputStream(document), ByteProgress.NONE);
        return List.of(new ArtefactFile(name + ARCHIVE, archive.size(), archive.sha256(), OptionalLong.empty()),
                new ArtefactFile(name + MANIFEST, signed.size(), signed.sha256(), OptionalLong.empty()));
    }

    /** Random, so that a package's name says nothing about its content; 80 bits never meet twice. */
    private String randomName() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < NAME_LENGTH; i++) {
            name.append(NAME_LETTERS.charAt(random.nextInt(NAME_LETTERS.length())));
        }
        return name.toString();
    }
}
