package sluice.transfer.sftp;

import com.hierynomus.sshj.sftp.RemoteResourceSelector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteDirectory;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.RenameFlags;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.LocalSource;
import sluice.transfer.connector.Place;
import sluice.transfer.connector.RemoteEntry;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.TransferListener;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;

/** One login at a server. Remote symbolic links are not followed when looking for files. */
final class SftpSession implements FileSession {
    /** Requests under way at once: with 32 KiB each this fills 100 Mbit/s at 160 ms there and back. */
    private static final int OUTSTANDING = 64;

    private final SSHClient client;
    private final String peer;
    private final SftpFolder folder;
    private final SftpEvidence evidence;

    SftpSession(SSHClient client, String peer, SftpFolder folder, EvidenceMode mode) {
        this.client = client;
        this.peer = peer;
        this.folder = folder;
        this.evidence = new SftpEvidence(client, folder, mode);
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public OptionalLong length(String remoteName, Place place) throws TransferException {
        try {
            FileAttributes found = folder.engine().lstat(folder.path(remoteName, place));
            if (found.has(FileAttributes.Flag.MODE) && found.getType() != FileMode.Type.REGULAR) {
                throw new TransferException.Conflict();
            }
            if (!found.has(FileAttributes.Flag.SIZE)) {
                throw new TransferException.Protocol("a file without a length", null);
            }
            return OptionalLong.of(found.getSize());
        } catch (IOException e) {
            if (SftpFailures.isMissing(e)) {
                return OptionalLong.empty();
            }
            throw SftpFailures.typed(e, "looking for a file");
        }
    }

    @Override
    public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
        try (LocalSource source = LocalSource.open(upload)) {
            SyncableFile part = folder.open(folder.path(upload.remoteName(), Place.PART), OpenMode.WRITE, OpenMode.CREAT);
            try {
                if (part.length() > offset) {
                    part.setLength(offset);
                }
                copy(source, part, upload.size(), offset, listener);
                part.force();
            } catch (IOException | TransferException e) {
                SftpFailures.closeQuietly(part);
                throw e;
            }
            part.close();
        } catch (IOException e) {
            throw writing(e, upload.size() - offset);
        }
    }

    private void copy(LocalSource source, RemoteFile part, long size, long offset, TransferListener listener)
            throws IOException, TransferException {
        int block = folder.engine().getSubsystem().getRemoteMaxPacketSize() - part.getOutgoingPacketOverhead();
        ByteBuffer buffer = ByteBuffer.allocate(Math.max(1024, Math.min(block, 1 << 15)));
        long position = offset;
        RemoteFile.RemoteFileOutputStream out = part.new RemoteFileOutputStream(offset, OUTSTANDING);
        listener.tell(position, size);
        for (int n = source.read(buffer, position); n > 0; n = source.read(buffer, position)) {
            out.write(buffer.array(), 0, n);
            buffer.clear();
            position += n;
            listener.tell(position, size);
        }
        out.flush();
    }

    private TransferException writing(IOException e, long remaining) {
        TransferException typed = SftpFailures.typed(e, "writing in the folder at the server");
        if (typed instanceof TransferException.Protocol && folder.freeBytes() < Math.min(remaining, 1 << 20)) {
            return new TransferException.Full(null);
        }
        return typed;
    }

    @Override
    public Evidence evidence(Upload upload, Place place) throws TransferException {
        Optional<Evidence> content = evidence.ofContent(upload, place);
        if (content.isPresent()) {
            return content.get();
        }
        OptionalLong length = length(upload.remoteName(), place);
        return new Evidence.SizeOnly(length.orElseThrow(
                () -> new TransferException.Protocol("a file that was just written is not there", null)));
    }

    /** A plain rename does not replace (draft-ietf-secsh-filexfer-02 §6.5), which OpenSSH's posix-rename would do. */
    @Override
    public void publish(Upload upload) throws TransferException {
        String part = folder.path(upload.remoteName(), Place.PART);
        String target = folder.path(upload.remoteName(), Place.FINAL);
        try {
            folder.engine().rename(part, target, EnumSet.noneOf(RenameFlags.class));
        } catch (IOException e) {
            if (SftpFailures.isAnswer(e) && length(upload.remoteName(), Place.FINAL).isPresent()) {
                throw new TransferException.Conflict();
            }
            throw SftpFailures.typed(e, "giving a file its final name");
        }
    }

    @Override
    public void discardPart(String remoteName) throws TransferException {
        try {
            folder.engine().remove(folder.path(remoteName, Place.PART));
        } catch (IOException e) {
            if (!SftpFailures.isMissing(e)) {
                throw SftpFailures.typed(e, "removing an incomplete file");
            }
        }
    }

    @Override
    public List<RemoteEntry> list() throws TransferException {
        try (RemoteDirectory entries = folder.engine().openDir(folder.path())) {
            return entries.scan(RemoteResourceSelector.ALL).stream()
                    .filter(RemoteResourceInfo::isRegularFile)
                    .map(entry -> new RemoteEntry(entry.getName(), entry.getAttributes().getSize()))
                    .sorted(Comparator.comparing(RemoteEntry::name))
                    .toList();
        } catch (IOException e) {
            throw SftpFailures.typed(e, "listing the folder at the server");
        }
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        SftpFailures.closeQuietly(folder.engine());
        SftpFailures.closeQuietly(client);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
