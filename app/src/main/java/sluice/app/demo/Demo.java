package sluice.app.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import sluice.app.curation.CurationException;
import sluice.app.curation.DestinationSpec;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Problem;
import sluice.app.curation.Selection;
import sluice.app.curation.tool.CryptTool;
import sluice.app.job.Progress;

/**
 * The whole way with phantom studies, for somebody who has nothing but this program: studies with planted identifiers, an
 * SFTP server in this process, every step through the same use cases as the command line, and a look at what arrived.
 */
public final class Demo {
    private static final String MARK = ".sluice-demo";
    private static final String DESTINATION = "demonstration";
    private static final String PERSON = "the demonstration";
    private final WorkspaceOpener opener;
    private final SecureRandom random;

    public Demo(WorkspaceOpener opener, SecureRandom random) {
        this.opener = opener;
        this.random = random;
    }

    /** Makes a workspace and opens it. */
    public interface WorkspaceOpener {
        OpenWorkspace open(Path folder) throws CurationException, IOException;
    }

    /**
     * @param out a new or empty folder, or one that an earlier demonstration left behind, which is replaced
     * @throws CurationException.Refused when the folder holds something else
     */
    public DemoReport run(Path out, Progress progress) throws CurationException, IOException, InterruptedException {
        Path folder = out.toAbsolutePath().normalize();
        prepare(folder);
        progress.phase("make phantom studies", Progress.UNKNOWN, Progress.UNKNOWN);
        PlantedList planted = PlantedStudies.write(folder.resolve("originals"), Size.FULL);
        Evidence.Originals before = Evidence.Originals.of(folder.resolve("originals"));
        Path remote = Files.createDirectories(folder.resolve("remote").resolve("incoming"));
        CryptTool.KeyPairFiles recipient = new CryptTool(random).generate(folder.resolve("recipient").resolve("repository"), Optional.empty());
        KeyPair client = keyPair();
        Path clientKey = folder.resolve("sender").resolve("client-key");
        Files.createDirectories(clientKey.getParent());
        try (OutputStream key = Files.newOutputStream(clientKey)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(client, "demonstration", null, key);
        } catch (GeneralSecurityException e) {
            throw new IOException("the demonstration's key cannot be written", e);
        }
        try (SftpServer server = SftpServer.start(remote.getParent(), keyPair(), client.getPublic());
                OpenWorkspace workspace = opener.open(folder.resolve("workspace"))) {
            workspace.destinations().add(new DestinationSpec(DESTINATION, "sftp", Map.of("host", server.host(),
                    "port", Integer.toString(server.port()), "user", SftpServer.USER, "key-file", clientKey.toString(),
                    "host-key", server.fingerprint(), "path", "/incoming"),
                    List.of(Path.of(recipient.publicKey())), List.of("all"), "read-back"));
            List<Problem> problems = wholeWay(workspace, folder, progress);
            Evidence evidence = new Evidence(folder, planted, before, Path.of(recipient.secretKey()));
            DemoReport report = evidence.report(workspace, problems, progress);
            Files.writeString(folder.resolve("report.html"), new DemoPage().html(report), StandardCharsets.UTF_8);
            return report;
        }
    }

    private List<Problem> wholeWay(OpenWorkspace workspace, Path folder, Progress progress)
            throws CurationException, IOException, InterruptedException {
        List<Problem> problems = new java.util.ArrayList<>();
        workspace.scan().scan(List.of(folder.resolve("originals")), progress);
        problems.addAll(workspace.deidentify().run(Selection.everything(), "basic", progress).problems());
        problems.addAll(workspace.check().run(Selection.everything(), progress).problems());
        // a phantom's face is nobody's; for a person's head this is what a person has to decide
        problems.addAll(workspace.decide().approve(Selection.everything(), PERSON, Set.of("recognisable-face")).problems());
        problems.addAll(workspace.stage().run(Selection.everything(), Optional.of(DESTINATION), progress).problems());
        workspace.send().run(Optional.empty(), true, progress).deliveries().stream().filter(d -> !d.problem().isEmpty())
                .forEach(d -> problems.add(new Problem(d.study(), d.state(), d.problem())));
        return problems;
    }

    private static void prepare(Path folder) throws CurationException, IOException {
        Path mark = folder.resolve(MARK);
        if (Files.exists(mark)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).filter(p -> !p.equals(folder) && !p.equals(mark)).toList()) {
                    Files.delete(path);
                }
            }
            return;
        }
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new CurationException.Refused("the folder is not empty; give --out a new one");
                }
            }
        }
        Files.createDirectories(folder);
        Files.createFile(mark);
    }

    private KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime makes P-256 keys", e);
        }
    }
}
