package sluice.transfer.sftp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.PacketType;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPEngine;
import net.schmizz.sshj.sftp.FileAttributes;
import sluice.transfer.connector.Place;
import sluice.transfer.connector.RemoteName;

/** The destination's folder on an SFTP channel, with the extensions of OpenSSH's PROTOCOL document, section 4. */
final class SftpFolder {
    private final SFTPEngine engine;
    private final String path;

    /** @param path absolute path as the server canonicalised it */
    SftpFolder(SFTPEngine engine, String path) {
        this.engine = engine;
        this.path = path;
    }

    SFTPEngine engine() {
        return engine;
    }

    String path() {
        return path;
    }

    String path(String remoteName, Place place) {
        String prefix = path.endsWith("/") ? path : path + "/";
        return prefix + place.fileName(RemoteName.require(remoteName));
    }

    SyncableFile open(String file, OpenMode first, OpenMode... more) throws IOException {
        Response answer = engine.request(engine.newRequest(PacketType.OPEN)
                        .putString(file, engine.getSubsystem().getRemoteCharset())
                        .putUInt32(OpenMode.toMask(EnumSet.of(first, more)))
                        .putFileAttributes(FileAttributes.EMPTY))
                .retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS)
                .ensurePacketTypeIs(PacketType.HANDLE);
        return new SyncableFile(engine, file, answer.readBytes());
    }

    /** Free bytes for this user ({@code statvfs@openssh.com}), or {@link Long#MAX_VALUE} when the server does not say. */
    long freeBytes() {
        if (!engine.supportsServerExtension("statvfs", "openssh.com")) {
            return Long.MAX_VALUE;
        }
        try {
            Response answer = engine.request(engine.newExtendedRequest("statvfs@openssh.com")
                            .putString(path, engine.getSubsystem().getRemoteCharset()))
                    .retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS)
                    .ensurePacketTypeIs(PacketType.EXTENDED_REPLY);
            answer.readUInt64();
            long fragment = answer.readUInt64();
            answer.readUInt64();
            answer.readUInt64();
            long available = answer.readUInt64();
            return Math.multiplyExact(fragment, available);
        } catch (IOException | ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
