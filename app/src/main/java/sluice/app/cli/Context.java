package sluice.app.cli;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import sluice.app.curation.CurationException;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.ReadWorkspace;
import sluice.app.job.Progress;

/** What every verb is given: the options of the root command, the use cases and the terminal. */
record Context(Sluice root, Services services, Terminal terminal) {

    /** The workspace that the options or the environment name. */
    Path workspacePath() {
        if (root.workspace != null) {
            return root.workspace;
        }
        return terminal.environment("SLUICE_WORKSPACE").map(Path::of).orElseThrow(() -> new UsageProblem(
                "no workspace is named: give -w DIR or set SLUICE_WORKSPACE; sluice -w DIR init makes one"));
    }

    OpenWorkspace openWorkspace() throws CurationException, IOException {
        return withPassphrase(passphrase -> services.open(workspacePath(), passphrase));
    }

    /** For verbs that only look; works while another process is writing. */
    ReadWorkspace readWorkspace() throws CurationException, IOException {
        return withPassphrase(passphrase -> services.openForReading(workspacePath(), passphrase));
    }

    /** What is done with a passphrase before it is wiped. */
    interface Opening<T> {
        T with(Optional<char[]> passphrase) throws CurationException, IOException;
    }

    <T> T withPassphrase(Opening<T> work) throws CurationException, IOException {
        Optional<char[]> passphrase = workspacePassphrase();
        try {
            return work.with(passphrase);
        } finally {
            passphrase.ifPresent(p -> Arrays.fill(p, '\0'));
        }
    }

    /** From the file, the environment or the person; empty where the workspace needs none. The caller wipes it. */
    Optional<char[]> workspacePassphrase() throws CurationException, IOException {
        Optional<char[]> given = passphrase();
        return given.isEmpty() && services.needsPassphrase(workspacePath())
                ? terminal.askSecret("Passphrase of the workspace") : given;
    }

    /** From the file or the environment; empty where neither is given. The caller wipes it. */
    Optional<char[]> passphrase() throws IOException {
        if (root.passphraseFile != null) {
            if (!Files.isReadable(root.passphraseFile)) {
                throw new UsageProblem("the passphrase file cannot be read");
            }
            byte[] bytes = Files.readAllBytes(root.passphraseFile);
            CharBuffer chars = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int start = chars.length() > 0 && chars.charAt(0) == '\uFEFF' ? 1 : 0; // some editors begin a file with it
            int end = start;
            while (end < chars.length() && chars.charAt(end) != '\n' && chars.charAt(end) != '\r') {
                end++;
            }
            char[] passphrase = Arrays.copyOfRange(chars.array(), start, end);
            Arrays.fill(chars.array(), '\0');
            if (passphrase.length == 0) {
                throw new UsageProblem("the passphrase file's first line is empty");
            }
            return Optional.of(passphrase);
        }
        return terminal.environment("SLUICE_PASSPHRASE").map(String::toCharArray);
    }

    /** A progress line where a person can see it. */
    ProgressView progress() {
        return terminal.interactive()
                ? new ProgressView(new ProgressLine(terminal.err(), System::nanoTime))
                : new ProgressView(null);
    }

    /** Progress that wipes its line when the work ends. */
    record ProgressView(ProgressLine line) implements AutoCloseable {
        Progress listener() {
            return line == null ? Progress.NONE : line;
        }

        @Override
        public void close() {
            if (line != null) {
                line.close();
            }
        }
    }
}
