package sluice.transfer.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Files to send. */
public final class Samples {
    private Samples() {
    }

    /** Bytes that look random and are always the same for a seed. */
    public static byte[] bytes(long seed, int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(LocalSource.sha256().digest(content));
    }

    /** Writes the content into a file of its own and describes it as an upload. */
    public static Upload upload(Path folder, String remoteName, byte[] content) throws IOException {
        Path source = Files.createTempFile(folder, "source", ".bin");
        Files.write(source, content);
        return new Upload(remoteName, source, content.length, sha256(content));
    }
}
