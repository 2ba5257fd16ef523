package sluice.transfer.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a bag as a deterministic tar stream in one pass: one top folder (RFC 8493 section 4.1), tag files first, then
 * the payload in path order. What was approved is known beforehand, so the manifests lead and each source is digested
 * as it streams; a source that is no longer what was approved ends the writing, and the stream is not a complete archive.
 */
public final class BagWriter {

    private static final int BUFFER = 256 * 1024;

    private final BagPath folder;
    private final SortedMap<BagPath, byte[]> tagFiles;
    private final List<PayloadFile> payload;
    private final Bag bag;

    /**
     * @param folder   name of the top folder, one part
     * @param info     description; Payload-Oxum is added at its end
     * @param payload  the files, with what was approved
     * @param tagFiles further tag files by path, such as a recipe or a report
     * @throws BagException {@code BAD_PATH}, {@code PATH_COLLISION}
     */
    public BagWriter(BagPath folder, BagInfo info, Collection<PayloadFile> payload, Map<BagPath, byte[]> tagFiles)
            throws BagException {
        if (folder.value().contains("/")) {
            throw new BagException(BagException.Reason.BAD_PATH, "The bag's top folder is one name. Nothing was written.");
        }
        this.folder = folder;
        this.payload = payload.stream().sorted(Comparator.comparing(PayloadFile::path)).toList();
        TreeMap<BagPath, Digest> digests = new TreeMap<>();
        PathSet paths = new PathSet();
        long octets = 0;
        for (PayloadFile file : this.payload) {
            paths.add(file.path());
            digests.put(file.path(), file.expected().digest());
            octets += file.expected().size();
        }
        BagInfo complete = info.with(BagInfo.PAYLOAD_OXUM, new BagInfo.Oxum(octets, this.payload.size()).toString());
        Manifest manifest = Manifest.of(digests);
        this.tagFiles = Bag.tagFiles(complete, manifest, tagFiles);
        TreeMap<BagPath, Digest> tagDigests = new TreeMap<>();
        this.tagFiles.forEach((path, content) -> tagDigests.put(path, Digest.of(content)));
        Manifest tagManifest = Manifest.of(tagDigests);
        this.tagFiles.put(Bag.TAG_MANIFEST, tagManifest.format());
        this.bag = new Bag(complete, manifest, tagManifest);
    }

    /** What the bag will say about itself; its tag manifest's digest identifies the whole bag. */
    public Bag bag() {
        return bag;
    }

    /** The bytes that {@link #write} will produce, without reading any source. */
    public long archiveSize() throws IOException {
        CountingStream count = new CountingStream();
        TarWriter tar = new TarWriter(count);
        for (Map.Entry<BagPath, byte[]> file : tagFiles.entrySet()) {
            addTagFile(tar, file.getKey(), file.getValue());
        }
        for (PayloadFile file : payload) {
            tar.begin(file.path().below(folder.value()), file.expected().size());
            tar.skip(file.expected().size());
            count.bytes += file.expected().size();
        }
        tar.finish();
        return count.bytes;
    }

    /**
     * Writes the archive; the stream stays open.
     *
     * @param progress hears the payload bytes
     * @throws BagException {@code SOURCE_CHANGED} or {@code SOURCE_UNREADABLE}; what was written is then worthless
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    public void write(OutputStream out, ByteProgress progress) throws IOException {
        TarWriter tar = new TarWriter(out);
        for (Map.Entry<BagPath, byte[]> file : tagFiles.entrySet()) {
            addTagFile(tar, file.getKey(), file.getValue());
        }
        byte[] buffer = new byte[BUFFER];
        for (PayloadFile file : payload) {
            addPayload(tar, file, buffer, progress);
        }
        tar.finish();
    }

    private void addTagFile(TarWriter tar, BagPath path, byte[] content) throws IOException {
        tar.begin(path.below(folder.value()), content.length);
        tar.write(content, 0, content.length);
    }

    private void addPayload(TarWriter tar, PayloadFile file, byte[] buffer, ByteProgress progress) throws IOException {
        tar.begin(file.path().below(folder.value()), file.expected().size());
        MessageDigest hasher = Digest.newHasher();
        long left = file.expected().size();
        try (InputStream in = open(file)) {
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                Interruption.check();
                if (n > left) {
                    throw changed();
                }
                left -= n;
                hasher.update(buffer, 0, n);
                tar.write(buffer, 0, n);
                progress.advanced(n);
            }
        }
        if (left != 0 || !Digest.finish(hasher).equals(file.expected().digest())) {
            throw changed();
        }
    }

    private static InputStream open(PayloadFile file) throws BagException {
        try {
            return Files.newInputStream(file.source());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        Interruption.check();
        try {
            return in.read(buffer);
        } catch (IOException e) {
            Interruption.check();
            throw unreadable();
        }
    }

    /** Without the cause: its message is the path. */
    private static BagException unreadable() {
        return new BagException(BagException.Reason.SOURCE_UNREADABLE,
                "A file of the approved set cannot be read any more; nothing was packed. Bring it back, or repeat the step that made it.");
    }

    private static BagException changed() {
        return new BagException(BagException.Reason.SOURCE_CHANGED,
                "A file is no longer what was approved; nothing was packed. Check it and approve again.");
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
