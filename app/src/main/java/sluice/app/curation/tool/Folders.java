package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.app.curation.CurationException;

/** Where a tool reads and where it writes. */
final class Folders {
    private Folders() {}

    /** @throws CurationException.Refused where one lies within the other, by whatever way it is come to */
    static void keepApart(Path in, Path out) throws CurationException, IOException {
        if (real(out).startsWith(real(in)) || real(in).startsWith(real(out))) {
            throw new CurationException.Refused("the output lies within the input or the other way round; originals stay apart");
        }
    }

    /** Without symbolic links, as far as it is there. */
    static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        Path there = whole;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole));
    }

    /** Found out before anything is done: a run of hours should not fail on its first file's last step. */
    static void writable(Path out) throws IOException {
        Files.createDirectories(out);
        Files.delete(Files.createTempFile(out, ".sluice", ".part"));
    }
}
