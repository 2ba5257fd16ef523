package sluice.app.curation.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.curation.CurationException;
import sluice.app.job.Progress;
import sluice.viewer.nifti.NiftiDatatype;
import sluice.viewer.nifti.NiftiHeader;
import sluice.viewer.nifti.NiftiVersion;
import sluice.viewer.nifti.NiftiWriter;

/** The tools never write over what they read, and leave nothing half-made. */
class OriginalsTest {
    private final CryptTool crypt = new CryptTool(new SecureRandom());

    @TempDir
    Path temp;
    private Path secret;
    private DeidentifyTree tree;

    @BeforeEach
    void setUp() throws IOException {
        secret = Files.write(temp.resolve("secret"), new byte[32]);
        tree = new DeidentifyTree(temp.resolve("own.key"), new SecureRandom(), 1);
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    @Test
    void sealingFileThatIsCalledPartKeepsItAndOpensAgain() throws Exception {
        byte[] original = new byte[100_000];
        original[7] = 7;
        Path in = Files.write(temp.resolve("bag.part"), original);
        Path mine = Files.write(temp.resolve("again.part"), new byte[] {1, 2, 3});
        crypt.generate(temp.resolve("key"), Optional.empty());
        crypt.seal(in, List.of(temp.resolve("key.pub")), temp.resolve("bag"), Progress.NONE);
        assertArrayEquals(original, Files.readAllBytes(in));
        crypt.open(temp.resolve("bag"), temp.resolve("key.sec"), Optional.empty(), temp.resolve("again"), Progress.NONE);
        assertArrayEquals(original, Files.readAllBytes(temp.resolve("again")));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(mine));
    }

    @Test
    void failedOpeningLeavesNothingAndExistingFilesStay() throws Exception {
        Path in = Files.write(temp.resolve("in"), new byte[70_000]);
        crypt.generate(temp.resolve("key"), Optional.empty());
        crypt.generate(temp.resolve("other"), Optional.of("secret".toCharArray()));
        assertThrows(CurationException.Refused.class, () -> crypt.generate(temp.resolve("key"), Optional.empty()));
        Path sealed = temp.resolve("sealed");
        crypt.seal(in, List.of(temp.resolve("key.pub")), sealed, Progress.NONE);
        Map<String, String> before = content(temp);
        Path out = temp.resolve("out");
        assertTrue(crypt.needsPassphrase(temp.resolve("other.sec")));
        assertFalse(crypt.needsPassphrase(temp.resolve("key.sec")));
        assertThrows(CurationException.NoAccess.class,
                () -> crypt.open(sealed, temp.resolve("other.sec"), Optional.of("wrong".toCharArray()), out, Progress.NONE));
        assertThrows(CurationException.NoAccess.class,
                () -> crypt.open(sealed, temp.resolve("other.sec"), Optional.of("secret".toCharArray()), out, Progress.NONE));
        assertThrows(CurationException.Refused.class,
                () -> crypt.open(in, temp.resolve("key.sec"), Optional.empty(), out, Progress.NONE));
        assertThrows(CurationException.Refused.class, () -> crypt.seal(in, List.of(temp.resolve("key.pub")), sealed, Progress.NONE));
        assertThrows(CurationException.Unknown.class,
                () -> crypt.seal(in, List.of(temp.resolve("absent.pub")), out, Progress.NONE));
        assertEquals(before, content(temp));
    }

    @Test
    void nothingIsWrittenAmongTheOriginals() throws Exception {
        Path in = Files.createDirectory(temp.resolve("in"));
        Files.write(in.resolve("image.dcm"), new byte[] {1, 2, 3});
        Path inside = Files.createDirectory(in.resolve("inside"));
        Path way = Files.createSymbolicLink(temp.resolve("way-in"), inside);
        Path out = temp.resolve("out");
        Map<String, String> before = content(in);
        List<DeidentifyTree.Request> requests = List.of(request(in, inside, null, null), request(in, way, null, null),
                request(in, way.resolve("new"), null, null), request(in, temp, null, null), request(in, in, null, null),
                request(in, out, in.resolve("image.dcm"), null), request(in, out, way.resolve("r.json"), null),
                request(in, out, null, inside), request(in.resolve("image.dcm"), out, in.resolve("image.dcm"), null));
        for (DeidentifyTree.Request request : requests) {
            assertThrows(CurationException.Refused.class, () -> tree.run(request, Progress.NONE), request::toString);
            assertEquals(before, content(in));
        }
        assertFalse(Files.exists(out));
        DeidentifyTree.Result result = tree.run(request(in, out, temp.resolve("r.json"), temp.resolve("map")), Progress.NONE);
        assertEquals(1, result.notImages() + result.refused());
        assertEquals(before, content(in));
    }

    @Test
    void pairOfHeaderAndVoxelsIsOneImage() throws Exception {
        Path in = Files.createDirectory(temp.resolve("pairs"));
        NiftiHeader header = NiftiHeader.create(NiftiVersion.ANALYZE_75, ByteOrder.LITTLE_ENDIAN, NiftiDatatype.named("UINT8"), 4, 4, 4);
        new NiftiWriter().write(in.resolve("a.hdr"), header, List.of(), new ByteArrayInputStream(new byte[64]));
        assertEquals(2, content(in).size());
        DeidentifyTree.Result result = tree.run(request(in, temp.resolve("out"), null, null), Progress.NONE);
        assertEquals(List.of(), result.problems());
        assertEquals(1, result.written());
        assertEquals(1, result.notImages());
        assertEquals(2, content(temp.resolve("out")).size());
    }

    private DeidentifyTree.Request request(Path in, Path out, Path report, Path map) {
        return new DeidentifyTree.Request(in, out, "basic", Optional.of(secret), Optional.ofNullable(report), Optional.ofNullable(map),
                DeidentifyTree.Days.NONE);
    }

    @Test
    void secretIsMadeOnceAndLineEndsAreNoPartOfIt() throws Exception {
        ToolSecret secrets = new ToolSecret(temp.resolve("config/own.key"), new SecureRandom());
        secrets.of(Optional.empty()).close();
        byte[] first = Files.readAllBytes(temp.resolve("config/own.key"));
        secrets.of(Optional.empty()).close();
        assertArrayEquals(first, Files.readAllBytes(temp.resolve("config/own.key")));
        assertEquals(1, content(temp.resolve("config")).size());
        assertThrows(CurationException.Unknown.class, () -> secrets.of(Optional.of(temp.resolve("absent"))));
        Path tooShort = Files.writeString(temp.resolve("short"), "0123456789abcde\r\n\n");
        assertThrows(CurationException.Unknown.class, () -> secrets.of(Optional.of(tooShort)));
    }

    @Test
    void singleFileTakesTheNameThatWasAskedForOnlyWhenItIsFree() throws Exception {
        Path in = Files.write(temp.resolve("a.dcm"), new byte[1]);
        Path taken = Files.write(temp.resolve("taken.dcm"), new byte[] {9});
        assertThrows(CurationException.Refused.class, () -> SingleFile.of(in, taken));
        assertEquals(null, SingleFile.of(in, temp.resolve("folder")));
        Path folder;
        try (SingleFile single = SingleFile.of(in, temp.resolve("new/b.dcm"))) {
            folder = single.folder();
            Files.write(Files.createDirectories(folder.resolve("x/y")).resolve("made.dcm"), new byte[] {5});
            single.publish();
        }
        assertFalse(Files.exists(folder));
        assertArrayEquals(new byte[] {5}, Files.readAllBytes(temp.resolve("new/b.dcm")));
        assertArrayEquals(new byte[] {9}, Files.readAllBytes(taken));
    }
}
