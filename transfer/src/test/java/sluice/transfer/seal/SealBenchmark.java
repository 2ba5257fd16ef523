package sluice.transfer.seal;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import sluice.transfer.bag.ByteProgress;

/**
 * Measures sealing and opening of a file against a plain copy and against the JDK's cipher alone on one thread.
 * Arguments: megabytes (default 1024), rounds (default 5), folder (default the temporary one). See docs/benchmarks.md.
 */
final class SealBenchmark {

    private static final int MB = 1_000_000;

    private SealBenchmark() {
    }

    private interface Work {
        void run() throws IOException, GeneralSecurityException;
    }

    public static void main(String[] args) throws Exception {
        long bytes = (args.length > 0 ? Long.parseLong(args[0]) : 1024) * MB;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path folder = Files.createTempDirectory(args.length > 2 ? Path.of(args[2]) : Path.of(System.getProperty("java.io.tmpdir")), "seal");
        Path plain = folder.resolve("plain");
        Path sealed = folder.resolve("sealed");
        Path copy = folder.resolve("copy");
        try (RecipientKey key = RecipientKey.generate(new SecureRandom())) {
            fill(plain, bytes);
            Sealer sealer = new Sealer(List.of(key.recipient()), new SecureRandom());
            Opener opener = new Opener(key);
            System.out.printf("java %s, %d processors, %d MB, best of %d%n", System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors(), bytes / MB, rounds);
            Speed copying = best(rounds, bytes, () -> transfer(plain, copy, (in, out) -> in.transferTo(out)));
            Speed cipher = best(rounds, bytes, () -> encrypt(bytes));
            Speed sealing = best(rounds, bytes, () -> transfer(plain, sealed, (in, out) -> sealer.seal(in, out, ByteProgress.NONE)));
            Speed opening = best(rounds, bytes,
                    () -> transfer(sealed, copy, (in, out) -> opener.open(in, out, Expected.UNKNOWN, ByteProgress.NONE)));
            print("plain copy", copying, copying, cipher);
            print("cipher, one thread", cipher, copying, cipher);
            print("sealing", sealing, copying, cipher);
            print("opening", opening, copying, cipher);
        } finally {
            for (Path file : List.of(plain, sealed, copy, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private interface Transfer {
        void run(InputStream in, OutputStream out) throws IOException;
    }

    private static void transfer(Path from, Path to, Transfer transfer) throws IOException {
        try (InputStream in = Files.newInputStream(from); OutputStream out = Files.newOutputStream(to)) {
            transfer.run(in, out);
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        byte[] block = new byte[MB];
        new Random(1).nextBytes(block);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long at = 0; at < bytes; at += MB) {
                out.write(block);
            }
        }
    }

    private static void encrypt(long bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        byte[] in = new byte[Segments.PLAIN];
        byte[] out = new byte[Segments.SEALED];
        SecretKeySpec key = new SecretKeySpec(new byte[32], "ChaCha20");
        for (long at = 0; at < bytes; at += in.length) {
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(ByteBuffer.allocate(12).putLong(at + 1).array()));
            cipher.doFinal(in, 0, in.length, out, 0);
        }
    }

    /** Megabytes per second by the clock, and processor time of all threads per megabyte, which other load on the machine hardly changes. */
    private record Speed(double megabytesPerSecond, double cpuMillisPerMegabyte) {
    }

    private static Speed best(int rounds, long bytes, Work work) throws IOException, GeneralSecurityException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double megabytes = bytes / (double) MB;
        Speed best = new Speed(0, Double.MAX_VALUE);
        for (int i = 0; i <= rounds; i++) {
            long start = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            work.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuMillis = (system.getProcessCpuTime() - cpu) / 1e6;
            if (i > 0) {
                best = new Speed(Math.max(best.megabytesPerSecond(), megabytes / seconds),
                        Math.min(best.cpuMillisPerMegabyte(), cpuMillis / megabytes));
            }
        }
        return best;
    }

    private static void print(String what, Speed speed, Speed copying, Speed cipher) {
        System.out.printf("%-20s %7.0f MB/s   %5.2f x copy   %5.2f x cipher   %5.2f ms of processor per MB%n", what,
                speed.megabytesPerSecond(), speed.megabytesPerSecond() / copying.megabytesPerSecond(),
                speed.megabytesPerSecond() / cipher.megabytesPerSecond(), speed.cpuMillisPerMegabyte());
    }
}
