package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unpacks a bag with the tools that a recipient has at hand, where this machine has them. */
class ForeignToolsTest {

    @TempDir
    private Path temp;
    private final List<PayloadFile> payload = new ArrayList<>();

    @BeforeEach
    void writeBag() throws IOException {
        Random random = new Random(8);
        boolean foreign = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
        for (String name : List.of("a/b", foreign ? "\u00e9/\u6f22\u5b57.dcm" : "e/k.dcm", "x".repeat(150) + "/" + "z".repeat(240), "IM 1")) {
            byte[] content = new byte[random.nextInt(5000)];
            random.nextBytes(content);
            Path source = Files.write(temp.resolve("source" + payload.size()), content);
            payload.add(new PayloadFile(new BagPath("data/" + name), source, Measured.of(content)));
        }
        try (OutputStream out = Files.newOutputStream(temp.resolve("bag.tar"))) {
            new BagWriter(new BagPath("delivery-7"), BagInfo.of("delivery-7", LocalDate.of(2026, 1, 2)), payload, Map.of())
                    .write(out, ByteProgress.NONE);
        }
    }

    /** What the tool prints, both streams; the environment makes file names UTF-8. */
    private String run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            return said;
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not on this machine");
            throw e;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "bsdtar"})
    void theirTarUnpacksIt(String tar) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temp.resolve("out"));
        assertEquals("", run(folder, tar, "-xf", temp.resolve("bag.tar").toString()));
        for (PayloadFile file : payload) {
            assertArrayEquals(Files.readAllBytes(file.source()), Files.readAllBytes(file.path().below("delivery-7").in(folder)));
        }
        assertEquals(List.of(), BagValidator.validate(folder.resolve("delivery-7"), ByteProgress.NONE).findings());
    }

    @Test
    void sha256sumConfirmsTheManifests() throws IOException, InterruptedException {
        run(temp, "tar", "-xf", "bag.tar");
        run(temp.resolve("delivery-7"), "sha256sum", "--strict", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt");
    }
}
