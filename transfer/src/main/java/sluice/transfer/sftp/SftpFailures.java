package sluice.transfer.sftp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPException;
import sluice.transfer.connector.TransferException;

/**
 * Finds out what the library's failures mean. Only kinds, status codes and reasons are passed on: texts of servers and of
 * the library may hold names.
 */
final class SftpFailures {
    private SftpFailures() {
    }

    /** Whether the server says that the file or folder does not exist. */
    static boolean isMissing(IOException failure) {
        StatusCode status = status(failure);
        return status == StatusCode.NO_SUCH_FILE || status == StatusCode.NO_SUCH_PATH;
    }

    /** Whether the server answered, with a failure. */
    static boolean isAnswer(IOException failure) {
        return status(failure) != StatusCode.UNKNOWN;
    }

    /** Whether an answer did not come in time. */
    static boolean isLate(IOException failure) {
        return has(failure, SocketTimeoutException.class) || has(failure, TimeoutException.class);
    }

    /** A failure before a login was complete. */
    static TransferException connecting(IOException failure) {
        if (interrupted(failure)) {
            return new TransferException.Cancelled(null);
        }
        if (has(failure, UnknownHostException.class)) {
            return new TransferException.Unreachable("its name is not known on this network", null);
        }
        if (isLate(failure)) {
            return new TransferException.Unreachable("the server does not answer in time", null);
        }
        if (has(failure, ConnectException.class)) {
            return new TransferException.Unreachable("nothing accepts connections there", null);
        }
        if (failure instanceof SSHException ssh && noCommonAlgorithm(ssh)) {
            return new TransferException.Protocol("it has no algorithm in common with those considered safe here", null);
        }
        return new TransferException.Unreachable("the connection ended before the login was complete", null);
    }

    /** Either the server says so, or the library found out, which it tells by its text only. */
    private static boolean noCommonAlgorithm(SSHException failure) {
        return failure.getDisconnectReason() == DisconnectReason.KEY_EXCHANGE_FAILED
                || String.valueOf(failure.getMessage()).contains("Unable to reach a settlement");
    }

    /**
     * A failure within a session.
     *
     * @param doing what was tried, to end the sentence "the destination refuses: …"
     */
    static TransferException typed(IOException failure, String doing) {
        if (interrupted(failure)) {
            return new TransferException.Cancelled(null);
        }
        StatusCode status = status(failure);
        return switch (status) {
            case PERMISSION_DENIED, WRITE_PROTECT, CANNOT_DELETE -> new TransferException.Refused(doing, null);
            case NO_SPACE_ON_FILESYSTEM, QUOTA_EXCEEDED -> new TransferException.Full(null);
            case FILE_ALREADY_EXISTS -> new TransferException.Conflict();
            case UNKNOWN, NO_CONNECTION, CONNECITON_LOST -> new TransferException.Broken(null);
            default -> saysFull(failure) ? new TransferException.Full(null)
                    : new TransferException.Protocol("SFTP status " + status.name() + " when " + doing, null);
        };
    }

    /** Protocol version 3 has no status for it: servers put the system's message into the text of a general failure. */
    private static boolean saysFull(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded");
    }

    private static StatusCode status(IOException failure) {
        StatusCode status = failure instanceof SFTPException sftp ? sftp.getStatusCode() : null;
        return status == null ? StatusCode.UNKNOWN : status;
    }

    /** The library turns interruption into its own failure and clears the flag, which is set again here. */
    private static boolean interrupted(Throwable failure) {
        boolean found = has(failure, InterruptedException.class)
                || has(failure, InterruptedIOException.class) && !has(failure, SocketTimeoutException.class);
        if (found) {
            Thread.currentThread().interrupt();
        }
        return found || Thread.currentThread().isInterrupted();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** Closes; what had to be durable was confirmed before, so a failure here has no meaning for the data. */
    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException | RuntimeException e) {
            // see above
        }
    }
}
