package sluice.transfer.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import sluice.transfer.connector.Capability;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.OptionSpec;
import sluice.transfer.connector.OptionType;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;

/** Delivers into a folder that the operating system has mounted. */
public final class FolderConnector implements Connector {
    private static final OptionSpec PATH = OptionSpec.required("path", new OptionType.LocalPath(),
            "The folder to deliver into, as an absolute path. It must exist already: a missing folder is taken for a "
                    + "medium that is not mounted.");

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public String title() {
        return "Folder or mounted medium";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(PATH);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RESUME, Capability.RENAME, Capability.LIST, Capability.READ_BACK, Capability.FSYNC);
    }

    /** @throws TransferException.Unreachable when the folder is not there */
    @Override
    public Session open(DestinationOptions options) throws TransferException {
        Path folder = Path.of(options.text(PATH.name()));
        if (!Files.isDirectory(folder)) {
            throw new TransferException.Unreachable("the folder is not there, or is not a folder", null);
        }
        return new FolderSession(folder);
    }
}
