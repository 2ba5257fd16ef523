package sluice.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.app.cli.Services;
import sluice.app.curation.ConnectorRow;
import sluice.app.curation.CurationException;
import sluice.app.curation.InitWorkspace;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.ReadWorkspace;
import sluice.app.curation.WorkspaceFolder;
import sluice.app.curation.tool.CryptTool;
import sluice.app.curation.tool.DecodePixels;
import sluice.app.curation.tool.DeidentifyTree;
import sluice.app.curation.tool.ExportNifti;
import sluice.app.curation.tool.InspectPath;
import sluice.app.curation.tool.RecipeTool;
import sluice.app.curation.tool.RenderPicture;
import sluice.app.curation.tool.ValidatePath;
import sluice.app.demo.Demo;
import sluice.app.release.DestinationBook;
import sluice.app.settings.KeyFolder;
import sluice.app.settings.PassphraseCost;
import sluice.app.settings.Vault;
import sluice.transfer.connector.Connectors;
import sluice.transfer.folder.FolderConnector;
import sluice.transfer.sftp.SftpConnector;
import sluice.viewer.codec.Codecs;

/** The only place that builds services. */
final class Composition implements Services {
    private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final KeyFolder keys;
    private final String actor;
    private final DestinationBook book;

    Composition(Map<String, String> environment) {
        keys = KeyFolder.ofUser(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        actor = System.getProperty("user.name", "unknown");
        book = new DestinationBook(new Connectors(List.of(new FolderConnector(), new SftpConnector())),
                new EnvironmentSecrets(environment));
    }

    @Override
    public InitWorkspace.Made init(Path workspace, String site, Optional<char[]> passphrase) throws CurationException, IOException {
        return new InitWorkspace(clock, random, keys, PassphraseCost.STANDARD, actor)
                .init(new WorkspaceFolder(workspace), site, passphrase);
    }

    @Override
    public boolean needsPassphrase(Path workspace) throws CurationException, IOException {
        WorkspaceFolder folder = new WorkspaceFolder(workspace);
        folder.require();
        return vault(folder).protection() == Vault.Protection.PASSPHRASE;
    }

    private Vault vault(WorkspaceFolder folder) {
        return new Vault(folder.root(), keys, PassphraseCost.STANDARD, random);
    }

    @Override
    public OpenWorkspace open(Path workspace, Optional<char[]> passphrase) throws CurationException, IOException {
        WorkspaceFolder folder = new WorkspaceFolder(workspace);
        folder.require();
        return new WorkspaceBuilder(clock, random, book, actor, WORKERS).open(folder, vault(folder), passphrase);
    }

    @Override
    public ReadWorkspace openForReading(Path workspace, Optional<char[]> passphrase) throws CurationException, IOException {
        WorkspaceFolder folder = new WorkspaceFolder(workspace);
        folder.require();
        return new WorkspaceBuilder(clock, random, book, actor, WORKERS).openForReading(folder, vault(folder), passphrase);
    }

    @Override
    public List<ConnectorRow> connectors() {
        return book.kinds().stream().map(c -> new ConnectorRow(c.id(), c.title(), c.options().stream().map(o ->
                new ConnectorRow.OptionRow(o.name(), o.required(), o.defaultValue(), o.help())).toList())).toList();
    }

    @Override
    public InspectPath inspectPath() {
        return new InspectPath();
    }

    @Override
    public DecodePixels decodePixels() {
        return new DecodePixels(Codecs.standard(), random);
    }

    @Override
    public ExportNifti exportNifti() {
        return new ExportNifti(Codecs.standard());
    }

    @Override
    public RenderPicture renderPicture() {
        return new RenderPicture(Codecs.standard(), random);
    }

    @Override
    public DeidentifyTree deidentifyTree() {
        return new DeidentifyTree(keys.folder().resolve("tool-secret.key"), random, WORKERS);
    }

    @Override
    public RecipeTool recipes() {
        return new RecipeTool();
    }

    @Override
    public ValidatePath validatePath() {
        return new ValidatePath();
    }

    @Override
    public CryptTool crypt() {
        return new CryptTool(random);
    }

    @Override
    public Demo demo() {
        return new Demo(this::openForDemo, random);
    }

    /** A throw-away workspace whose passphrase nobody needs to remember: the demonstration's folder holds everything. */
    private OpenWorkspace openForDemo(Path workspace) throws CurationException, IOException {
        char[] passphrase = "demonstration".toCharArray();
        try {
            init(workspace, "Demonstration", Optional.of(passphrase));
            return open(workspace, Optional.of(passphrase));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
