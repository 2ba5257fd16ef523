package sluice.transfer.bag;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The plain files of a bag on disk with their sizes. Links are not followed; what is no file becomes a finding. */
record BagFolder(SortedMap<BagPath, Long> files) {

    static BagFolder list(Path folder, List<BagFinding> findings) throws IOException {
        SortedMap<BagPath, Long> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Interruption.check();
                try {
                    BagPath path = pathOf(folder.relativize(file));
                    if (!Files.exists(path.in(folder), LinkOption.NOFOLLOW_LINKS)) {
                        findings.add(BagFinding.of(BagFinding.Kind.BAD_NAME));
                    } else if (attributes.isRegularFile()) {
                        files.put(path, attributes.size());
                    } else {
                        findings.add(BagFinding.about(BagFinding.Kind.NOT_A_FILE, path));
                    }
                } catch (BagException e) {
                    findings.add(BagFinding.of(BagFinding.Kind.BAD_NAME));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new BagFolder(files);
    }

    /** Some disks hand out decomposed names whatever was asked for, so names are composed before they are compared. */
    private static BagPath pathOf(Path relative) throws BagException {
        StringBuilder text = new StringBuilder();
        for (Path part : relative) {
            text.append(text.isEmpty() ? "" : "/").append(part);
        }
        return BagPath.of(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    BagInfo.Oxum oxum() {
        long octets = 0;
        long count = 0;
        for (var file : files.entrySet()) {
            if (file.getKey().isPayload()) {
                octets += file.getValue();
                count++;
            }
        }
        return new BagInfo.Oxum(octets, count);
    }
}
