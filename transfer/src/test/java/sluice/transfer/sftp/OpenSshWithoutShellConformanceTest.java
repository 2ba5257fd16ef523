package sluice.transfer.sftp;

/** The same against an OpenSSH server that allows nothing but SFTP ({@code ForceCommand internal-sftp}). */
class OpenSshWithoutShellConformanceTest extends OpenSshConformanceTest {
    @Override
    String portVariable() {
        return "SLUICE_SSHD_CLOSED_PORT";
    }
}
