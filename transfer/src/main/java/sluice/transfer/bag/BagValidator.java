package sluice.transfer.bag;

import static sluice.transfer.bag.BagFinding.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks that a folder is a complete and valid bag (RFC 8493 section 3). Reads only; reacts to interruption. */
public final class BagValidator {

    private static final int MAX_TAG_FILE = 256 * 1024 * 1024;

    private final Path folder;
    private final ByteProgress progress;
    private final List<BagFinding> findings = new ArrayList<>();

    private BagValidator(Path folder, ByteProgress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * What validation found.
     *
     * @param bag      the bag as far as its tag files could be read
     * @param findings all findings, in the order of the checks
     */
    public record Outcome(Optional<Bag> bag, List<BagFinding> findings) {

        /** Whether the bag is complete and every listed file has the listed content. */
        public boolean isValid() {
            return bag.isPresent() && findings.stream().allMatch(BagFinding::isWarning);
        }
    }

    /** Validates the bag whose bagit.txt lies in this folder; {@code progress} hears the bytes that were digested. */
    public static Outcome validate(Path folder, ByteProgress progress) throws IOException {
        return new BagValidator(folder, progress).run();
    }

    private Outcome run() throws IOException {
        BagFolder content = BagFolder.list(folder, findings);
        Optional<byte[]> declaration = read(Bag.DECLARATION, content, Kind.NOT_A_BAG);
        if (declaration.isPresent() && !declares(declaration.get())) {
            findings.add(BagFinding.of(Kind.NOT_A_BAG));
        }
        if (content.files().containsKey(Bag.FETCH)) {
            findings.add(BagFinding.about(Kind.FETCH_REFUSED, Bag.FETCH));
        }
        Optional<Manifest> payload = parse(Bag.MANIFEST, content, Manifest::parse, Kind.TAG_FILE_MISSING);
        Optional<Manifest> tags = parse(Bag.TAG_MANIFEST, content, Manifest::parse, Kind.TAG_FILE_MISSING);
        Optional<BagInfo> info = parse(Bag.INFO, content, BagInfo::parse, Kind.TAG_FILE_MISSING);
        if (payload.isEmpty() || tags.isEmpty() || info.isEmpty()) {
            return new Outcome(Optional.empty(), List.copyOf(findings));
        }
        Bag bag = new Bag(info.get(), payload.get(), tags.get());
        checkPlaces(bag, content);
        checkOxum(bag.info(), content);
        checkDigests(bag.tags(), content);
        checkDigests(bag.payload(), content);
        return new Outcome(Optional.of(bag), List.copyOf(findings));
    }

    private static boolean declares(byte[] text) {
        try {
            return Bag.isDeclaration(text);
        } catch (BagException e) {
            return false;
        }
    }

    private interface Parser<T> {
        T parse(byte[] text) throws BagException;
    }

    private <T> Optional<T> parse(BagPath path, BagFolder content, Parser<T> parser, Kind missing) throws IOException {
        Optional<byte[]> text = read(path, content, missing);
        try {
            return text.isPresent() ? Optional.of(parser.parse(text.get())) : Optional.empty();
        } catch (BagException e) {
            findings.add(BagFinding.about(Kind.TAG_FILE_MALFORMED, path));
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(BagPath path, BagFolder content, Kind missing) throws IOException {
        Long size = content.files().get(path);
        if (size == null) {
            findings.add(BagFinding.about(missing, path));
            return Optional.empty();
        }
        if (size > MAX_TAG_FILE) {
            findings.add(BagFinding.about(Kind.TAG_FILE_MALFORMED, path));
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(path.in(folder)));
    }

    private void checkPlaces(Bag bag, BagFolder content) {
        bag.payload().entries().keySet().stream().filter(path -> !path.isPayload())
                .forEach(path -> findings.add(BagFinding.about(Kind.LISTED_IN_WRONG_MANIFEST, path)));
        bag.tags().entries().keySet().stream().filter(path -> path.isPayload() || path.equals(Bag.TAG_MANIFEST))
                .forEach(path -> findings.add(BagFinding.about(Kind.LISTED_IN_WRONG_MANIFEST, path)));
        for (BagPath path : content.files().keySet()) {
            if (path.isPayload()) {
                if (!bag.payload().entries().containsKey(path)) {
                    findings.add(BagFinding.about(Kind.FILE_NOT_LISTED, path));
                }
            } else if (isOtherManifest(path)) {
                findings.add(BagFinding.about(Kind.OTHER_ALGORITHM, path));
            } else if (!path.equals(Bag.TAG_MANIFEST) && !bag.tags().entries().containsKey(path)) {
                findings.add(BagFinding.about(Kind.TAG_FILE_NOT_LISTED, path));
            }
        }
    }

    private static boolean isOtherManifest(BagPath path) {
        return path.value().matches("(tag)?manifest-[^/]*\\.txt") && !path.equals(Bag.MANIFEST) && !path.equals(Bag.TAG_MANIFEST);
    }

    private void checkOxum(BagInfo info, BagFolder content) {
        try {
            Optional<BagInfo.Oxum> declared = info.payloadOxum();
            if (declared.isPresent() && !declared.get().equals(content.oxum())) {
                findings.add(BagFinding.of(Kind.OXUM_DIFFERS));
            }
        } catch (BagException e) {
            findings.add(BagFinding.about(Kind.TAG_FILE_MALFORMED, Bag.INFO));
        }
    }

    private void checkDigests(Manifest manifest, BagFolder content) throws IOException {
        for (Map.Entry<BagPath, Digest> entry : new TreeMap<>(manifest.entries()).entrySet()) {
            Interruption.check();
            BagPath path = entry.getKey();
            if (!content.files().containsKey(path)) {
                findings.add(BagFinding.about(Kind.FILE_MISSING, path));
                continue;
            }
            Measured measured = Measured.of(path.in(folder));
            progress.advanced(measured.size());
            if (!measured.digest().equals(entry.getValue())) {
                findings.add(BagFinding.about(Kind.DIGEST_DIFFERS, path));
            }
        }
    }
}
