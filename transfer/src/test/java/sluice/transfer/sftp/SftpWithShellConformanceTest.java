package sluice.transfer.sftp;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The same against a server that also runs commands, so that it computes digests itself. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SftpWithShellConformanceTest extends SftpConformanceTest {
    @Override
    boolean shell() {
        return true;
    }
}
