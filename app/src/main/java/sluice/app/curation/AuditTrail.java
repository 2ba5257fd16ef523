package sluice.app.curation;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import sluice.app.audit.ChainHead;
import sluice.app.audit.ChainResult;
import sluice.app.catalogue.Catalogue;

/** Verifies and exports the audit chain. */
public final class AuditTrail {
    private final Catalogue catalogue;

    public AuditTrail(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param head of the chain, hexadecimal; give it to somebody to make later truncation visible */
    public record Verdict(boolean intact, long entries, String head, String message) {}

    public Verdict verify() {
        ChainResult result = catalogue.read(view -> view.audit().verify(List.of()));
        if (result instanceof ChainResult.Intact intact) {
            return new Verdict(true, intact.head().count(), intact.head().hash().hex(), "");
        }
        ChainResult.Broken broken = (ChainResult.Broken) result;
        return new Verdict(false, broken.sequence() - 1, "", "entry " + broken.sequence() + ": " + broken.fault()
                + ". The audit trail was changed outside of this program; keep the workspace as it is and ask who had access.");
    }

    /**
     * @return the number of entries
     * @throws CurationException.Refused when the file exists, or the chain is broken
     */
    public long export(Path file) throws CurationException, IOException {
        Verdict verdict = verify();
        if (!verdict.intact()) {
            throw new CurationException.Refused(verdict.message());
        }
        if (Files.exists(file)) {
            throw new CurationException.Refused("the file exists already; nothing was written");
        }
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new CurationException.Unknown("the folder of the new file is not there; nothing was written");
        }
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".sluice", ".part");
        try {
            ChainHead head;
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                head = catalogue.<ChainHead, IOException>read(view -> view.audit().export(out));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return head.count();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
