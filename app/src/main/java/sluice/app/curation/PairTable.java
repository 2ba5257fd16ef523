package sluice.app.curation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.PatientPair;
import sluice.app.catalogue.Pseudonyms;
import sluice.app.catalogue.UidPair;
import sluice.transfer.seal.KeyFiles;
import sluice.transfer.seal.Recipient;
import sluice.transfer.seal.Sealer;
import sluice.transfer.seal.SealingStream;

/**
 * Old and new identifiers as CSV (RFC 4180, UTF-8): {@code kind,secret_version,pseudonym,old,new}. Kind {@code ID}: old is
 * Patient ID and, after a backslash, its issuer if it has one; {@code EVIDENCE}: what there was in place of an ID; {@code UID}. Written page
 * by page, for the owner's eyes; with recipients as a Crypt4GH file.
 */
final class PairTable {
    private static final int PAGE = 1000;
    private final Catalogue catalogue;
    private final SecureRandom random;

    PairTable(Catalogue catalogue, SecureRandom random) {
        this.catalogue = catalogue;
        this.random = random;
    }

    /** Is told before the file gets its name. */
    interface Before {
        void naming(IdentityVault.Exported written);
    }

    IdentityVault.Exported write(Path file, List<Path> recipients, WorkspaceFolder folder, Before before) throws CurationException, IOException {
        Path whole = file.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new CurationException.Refused("the file exists already; nothing was written");
        }
        if (!Files.isDirectory(whole.getParent())) {
            throw new CurationException.Unknown("the folder of the new file is not there; nothing was written");
        }
        if (whole.getParent().toRealPath().startsWith(folder.root().toRealPath())) {
            throw new CurationException.Refused("a copy of the workspace must not identify anybody; name a place outside of it");
        }
        List<Recipient> keys = new ArrayList<>();
        for (Path key : recipients) {
            if (!Files.isRegularFile(key)) {
                throw new CurationException.Unknown("there is no public key at " + key);
            }
            keys.add(KeyFiles.readPublic(key));
        }
        Path part = whole.resolveSibling("." + whole.getFileName() + "." + Long.toHexString(random.nextLong()) + ".part");
        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner(part))) {
            IdentityVault.Exported written = write(file, keys, Channels.newOutputStream(channel));
            channel.force(true);
            before.naming(written);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private IdentityVault.Exported write(Path file, List<Recipient> keys, OutputStream out) throws IOException {
        if (keys.isEmpty()) {
            return rows(file, out, false);
        }
        try (SealingStream sealing = new Sealer(keys, random).begin(out)) {
            IdentityVault.Exported written = rows(file, sealing, true);
            sealing.finish();
            return written;
        }
    }

    private IdentityVault.Exported rows(Path file, OutputStream out, boolean encrypted) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write("kind,secret_version,pseudonym,old,new\r\n");
        IdentityVault.Exported written = new IdentityVault.Exported(file.toString(), patients(csv), uids(csv), encrypted);
        csv.flush();
        return written;
    }

    private long patients(Writer csv) throws IOException {
        long count = 0;
        long last = 0;
        List<Pseudonyms.Numbered<PatientPair>> page;
        do {
            long after = last;
            page = catalogue.read(view -> view.pseudonyms().patients(after, PAGE));
            for (Pseudonyms.Numbered<PatientPair> row : page) {
                PatientPair p = row.pair();
                row(csv, p.kind(), Integer.toString(p.secretVersion()), p.pseudonym(), old(p), p.pseudonym());
                last = row.id();
                count++;
            }
        } while (!page.isEmpty());
        return count;
    }

    private static String old(PatientPair patient) {
        return String.join("\\", patient.identity().stream().filter(part -> !part.isEmpty()).toList());
    }

    private long uids(Writer csv) throws IOException {
        long count = 0;
        long last = 0;
        List<Pseudonyms.Numbered<UidPair>> page;
        do {
            long after = last;
            page = catalogue.read(view -> view.pseudonyms().uids(after, PAGE));
            for (Pseudonyms.Numbered<UidPair> row : page) {
                row(csv, "UID", "", row.pair().pseudonym(), row.pair().before(), row.pair().after());
                last = row.id();
                count++;
            }
        } while (!page.isEmpty());
        return count;
    }

    private static void row(Writer csv, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            csv.write(i == 0 ? "" : ",");
            csv.write(cells[i].matches("[^\",\r\n]*") ? cells[i] : '"' + cells[i].replace("\"", "\"\"") + '"');
        }
        csv.write("\r\n");
    }

    private static FileAttribute<?>[] owner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
