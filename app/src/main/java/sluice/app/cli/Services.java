package sluice.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.app.curation.ConnectorRow;
import sluice.app.curation.CurationException;
import sluice.app.curation.InitWorkspace;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.ReadWorkspace;
import sluice.app.curation.tool.CryptTool;
import sluice.app.curation.tool.DecodePixels;
import sluice.app.curation.tool.DeidentifyTree;
import sluice.app.curation.tool.ExportNifti;
import sluice.app.curation.tool.InspectPath;
import sluice.app.curation.tool.RecipeTool;
import sluice.app.curation.tool.RenderPicture;
import sluice.app.curation.tool.ValidatePath;
import sluice.app.demo.Demo;

/** The use cases that the command line reaches, built on demand so that a small verb stays quick. */
public interface Services {

    /** @param passphrase empty: the keys are protected by a key file of this user; the caller wipes it */
    InitWorkspace.Made init(Path workspace, String site, Optional<char[]> passphrase) throws CurationException, IOException;

    /** Whether the workspace's keys are wrapped by a passphrase. */
    boolean needsPassphrase(Path workspace) throws CurationException, IOException;

    /** @param passphrase the caller wipes it */
    OpenWorkspace open(Path workspace, Optional<char[]> passphrase) throws CurationException, IOException;

    /** For looking only, also while another process works in the workspace. */
    ReadWorkspace openForReading(Path workspace, Optional<char[]> passphrase) throws CurationException, IOException;

    List<ConnectorRow> connectors();

    InspectPath inspectPath();

    DecodePixels decodePixels();

    ExportNifti exportNifti();

    RenderPicture renderPicture();

    DeidentifyTree deidentifyTree();

    RecipeTool recipes();

    ValidatePath validatePath();

    CryptTool crypt();

    Demo demo();
}
