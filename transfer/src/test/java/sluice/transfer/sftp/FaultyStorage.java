package sluice.transfer.sftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** The server's storage with faults: no room, no writing, no reading, bytes that change on their way to the disk. */
final class FaultyStorage implements SftpFileSystemAccessor {
    /** Bytes that can still be written. */
    final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    /** How many of the next opened files get one wrong byte. */
    final AtomicLong damage = new AtomicLong();
    volatile boolean readOnly;
    volatile boolean writeOnly;

    @Override
    public SeekableByteChannel openFile(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name,
            Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE);
        if (readOnly && writes || writeOnly && !writes) {
            throw new AccessDeniedException(name);
        }
        boolean damaged = writes && damage.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        return new Limited(FileChannel.open(file, options, attributes), damaged);
    }

    @Override
    public void syncFileData(SftpSubsystemProxy subsystem, FileHandle handle, Path file, String name, Channel channel)
            throws IOException {
        ((Limited) channel).inner.force(true);
    }

    /** Says which failures are for want of space, with the status of later protocol versions, as many servers do. */
    static final class Statuses implements SftpErrorStatusDataHandler {
        @Override
        public int resolveSubStatus(SftpSubsystemEnvironment environment, int id, Throwable failure, int command,
                Object... arguments) {
            return String.valueOf(failure.getMessage()).contains("No space left") ? SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM
                    : SftpErrorStatusDataHandler.DEFAULT.resolveSubStatus(environment, id, failure, command, arguments);
        }
    }

    private final class Limited implements SeekableByteChannel {
        private final FileChannel inner;
        private boolean damaged;

        Limited(FileChannel inner, boolean damaged) {
            this.inner = inner;
            this.damaged = damaged;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            if (room.addAndGet(-from.remaining()) < 0) {
                throw new FileSystemException("file", null, "No space left on device");
            }
            if (damaged && from.hasRemaining()) {
                damaged = false;
                byte[] bytes = new byte[from.remaining()];
                from.get(bytes);
                bytes[bytes.length / 2] ^= 0x40;
                return inner.write(ByteBuffer.wrap(bytes));
            }
            return inner.write(from);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return inner.read(into);
        }

        @Override
        public long position() throws IOException {
            return inner.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            inner.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return inner.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            inner.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return inner.isOpen();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
