package sluice.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.tool.CryptTool;

@Command(name = "keygen", description = "Makes a Crypt4GH key pair: BASE.pub to give away, BASE.sec to keep.",
        footer = {"", "Example:", "  sluice tool keygen --out repository", "",
            "The secret key is wrapped by a passphrase if there is one: --passphrase-file, SLUICE_PASSPHRASE or a prompt."})
final class ToolKeygenCommand extends Verb {
    @Option(names = "--out", required = true, paramLabel = "BASE", description = "Where to put the two new files.")
    private Path base;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolKeygenCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Optional<char[]> passphrase = context().passphrase();
        if (passphrase.isEmpty()) {
            passphrase = terminal().askSecret("Passphrase of the new key (empty: none)").filter(p -> p.length > 0);
        }
        try {
            CryptTool.KeyPairFiles files = context().services().crypt().generate(base, passphrase);
            if (json) {
                terminal().json(files);
            } else {
                terminal().print(files.publicKey() + "  " + files.fingerprint());
                terminal().print(files.secretKey() + (passphrase.isPresent() ? "" : "  (not protected by a passphrase)"));
            }
            return ExitCode.DONE;
        } finally {
            passphrase.ifPresent(p -> Arrays.fill(p, '\0'));
        }
    }
}
