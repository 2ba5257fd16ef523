package sluice.app.qc;

import java.nio.file.Path;
import sluice.app.catalogue.SourceKind;

/**
 * A file that a step wrote, and the original it was made of.
 *
 * @param sha256 of the written file as it was recorded
 */
public record FilePair(SourceKind kind, Path original, Path written, String sha256) {
    @Override
    public String toString() {
        return "FilePair[" + kind + "]";
    }
}
