package sluice.transfer.connector;

import java.util.List;
import java.util.OptionalLong;
import sluice.transfer.receipt.Evidence;

/**
 * A session that takes whole files. An item is first written under its name with {@code .part} at its end, taken up at the
 * offset it had reached, verified there, and then renamed. Names are checked with {@link RemoteName}.
 */
public non-sealed interface FileSession extends Session {
    /** Length in bytes of what stands at this place, or empty when nothing does. */
    OptionalLong length(String remoteName, Place place) throws TransferException;

    /**
     * Writes the item's bytes from {@code offset} to its end into the {@code .part} file, creating it where needed, and
     * forces them to the medium where the destination can. A {@code .part} file longer than {@code offset} loses what
     * stands behind it.
     *
     * @param offset not more than the length of the {@code .part} file
     * @throws TransferException typed; what was written before stays for resuming
     */
    void append(Upload upload, long offset, TransferListener listener) throws TransferException;

    /**
     * The strongest observation that the destination allows of what stands at this place. It says what was seen, also
     * when that is not the item.
     */
    Evidence evidence(Upload upload, Place place) throws TransferException;

    /**
     * Gives the {@code .part} file its final name. Never replaces anything.
     *
     * @throws TransferException.Conflict when something stands under the final name
     */
    void publish(Upload upload) throws TransferException;

    /** Removes the {@code .part} file; nothing happens when there is none. */
    void discardPart(String remoteName) throws TransferException;

    /** The files in the destination's folder, sorted by name. */
    List<RemoteEntry> list() throws TransferException;
}
