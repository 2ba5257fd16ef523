package sluice.transfer.sftp;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.sftp.PacketType;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPEngine;

/** An open remote file that can be forced to the server's medium. */
final class SyncableFile extends RemoteFile {
    /** Forcing many gigabytes to a slow disk takes its time; a dead server is noticed by the signs of life. */
    private static final int MINUTES = 30;

    SyncableFile(SFTPEngine engine, String path, byte[] handle) {
        super(engine, path, handle);
    }

    /** Forces what was written to the medium where the server offers {@code fsync@openssh.com}. */
    void force() throws IOException {
        if (requester.supportsServerExtension("fsync", "openssh.com")) {
            requester.request(requester.newRequest(PacketType.EXTENDED).putString("fsync@openssh.com").putBytes(handle))
                    .retrieve(MINUTES, TimeUnit.MINUTES)
                    .ensureStatusPacketIsOK();
        }
    }
}
