package sluice.app.curation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything of a workspace is. Names below it hold handles and digests only. */
public record WorkspaceFolder(Path root) {
    public WorkspaceFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path catalogue() {
        return root.resolve("catalogue.db");
    }

    public Path queue() {
        return root.resolve("queue.db");
    }

    public Path settings() {
        return root.resolve("settings.json");
    }

    public Path artefacts() {
        return root.resolve("artefacts");
    }

    public Path staging() {
        return root.resolve("staging");
    }

    /** The public key of the site's manifests, in PEM form, to be given to recipients. */
    public Path sitePublicKey() {
        return root.resolve("keys").resolve("site.pub");
    }

    /** @throws CurationException.Unknown when no workspace is here */
    public void require() throws CurationException {
        if (!Files.isRegularFile(catalogue())) {
            throw new CurationException.Unknown("there is no workspace at " + root + "; sluice -w " + root + " init makes one");
        }
    }
}
