package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.Recipes;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.RawElements;

/** The same instances before and after an archive moved their private blocks: the same attributes stay. */
class PrivateBlocksPairTest {

    @TempDir
    Path folder;

    @Test
    void theSameAttributesStayWhateverTheirBlock() throws Exception {
        Path pairs = SharedDataTest.data("deid/agfa-private-remap");
        FileDeidentifier files = Deidentification.of(Recipes.read(getClass().getResourceAsStream("safe-private.json")),
                new ProjectSecret(1, Samples.SECRET)).files(new OutputFolder(folder, OutputOptions.DEFAULT), MappingListener.NONE);
        int compared = 0;
        for (Path first : Samples.filesBelow(pairs)) {
            String name = first.getFileName().toString();
            if (name.contains("__")) {
                continue;
            }
            Path second = Samples.filesBelow(pairs).stream()
                    .filter(p -> p.getFileName().toString().startsWith(name.replace(".img", "__"))).findFirst().orElseThrow();
            Map<String, String> kept = kept(files, first);
            assertTrue(kept.size() >= 50, () -> name + " keeps " + kept.size());
            assertEquals(kept, kept(files, second), name);
            compared++;
        }
        assertEquals(4, compared);
    }

    private Map<String, String> kept(FileDeidentifier files, Path source) throws Exception {
        Written written = assertInstanceOf(Written.class, files.deidentify(source, source.getFileName().toString()));
        Map<String, String> kept = new TreeMap<>();
        collect(new DicomReader().read(folder.resolve(written.path())).dataset(), "", kept);
        Files.delete(folder.resolve(written.path()));
        return kept;
    }

    private static void collect(Attributes level, String above, Map<String, String> kept) {
        for (int tag : level.tags()) {
            if (level.getValue(tag) instanceof Sequence items) {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), above + Integer.toHexString(tag) + "[" + i + "]", kept);
                }
            } else if ((tag & 0x10000) != 0 && (tag & 0xffff) >= 0x1000) {
                String creator = RawElements.ascii(level, tag & 0xffff0000 | tag >>> 8 & 0xff).trim();
                kept.put(above + creator + " " + Integer.toHexString(tag & 0xffff00ff),
                        level.getVR(tag) + " " + HexFormat.of().formatHex((byte[]) level.getValue(tag)));
            }
        }
    }
}
