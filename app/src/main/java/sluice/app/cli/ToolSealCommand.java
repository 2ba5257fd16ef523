package sluice.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.CryptTool;

@Command(name = "seal", description = "Encrypts a file in the Crypt4GH format, for one or several recipients.",
        footer = {"", "Example:", "  sluice tool seal bag.tar --to repository.pub --to backup.pub --out bag.tar.c4gh"})
final class ToolSealCommand extends Verb {
    @Parameters(paramLabel = "FILE", description = "The file to encrypt.")
    private Path file;
    @Option(names = "--to", required = true, paramLabel = "KEY.pub", arity = "1..*", description = "Recipients' public keys.")
    private List<Path> recipients;
    @Option(names = "--out", required = true, paramLabel = "FILE.c4gh", description = "A new file.")
    private Path out;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolSealCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        CryptTool.Sealed sealed;
        try (Context.ProgressView progress = context().progress()) {
            sealed = context().services().crypt().seal(file, recipients, out, progress.listener());
        }
        if (json) {
            terminal().json(sealed);
        } else {
            terminal().print(HumanUnits.bytes(sealed.sealedBytes()) + ", SHA-256 " + sealed.sealedSha256());
        }
        return ExitCode.DONE;
    }
}
