package sluice.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.CryptTool;

@Command(name = "open", description = "Decrypts a Crypt4GH file with a recipient's secret key.",
        footer = {"", "Examples:", "  sluice tool open bag.tar.c4gh --key repository.sec --out bag.tar",
            "", "A key with a passphrase: --passphrase-file, SLUICE_PASSPHRASE or a prompt."})
final class ToolOpenCommand extends Verb {
    @Parameters(paramLabel = "FILE.c4gh", description = "The sealed file.")
    private Path file;
    @Option(names = "--key", required = true, paramLabel = "KEY", description = "The recipient's secret key file.")
    private Path key;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolOpenCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Optional<char[]> passphrase = context().passphrase();
        if (passphrase.isEmpty() && context().services().crypt().needsPassphrase(key)) {
            passphrase = terminal().askSecret("Passphrase of the key");
        }
        CryptTool.Opened opened;
        try (Context.ProgressView progress = context().progress()) {
            opened = context().services().crypt().open(file, key, passphrase, out, progress.listener());
        } finally {
            passphrase.ifPresent(p -> Arrays.fill(p, '\0'));
        }
        if (json) {
            terminal().json(opened);
        } else {
            terminal().print(HumanUnits.bytes(opened.bytes()) + ", SHA-256 " + opened.sha256());
        }
        return ExitCode.DONE;
    }
}
