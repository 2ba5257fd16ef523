package sluice.transfer.connector;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A real destination that a test can look into and do harm to. A fresh, empty one is made for every test. */
public interface Site extends AutoCloseable {
    /** The connector under test. */
    Connector connector();

    /** Options of a destination that works. */
    Map<String, String> options();

    /** Where the delivered files appear, as this process sees them. */
    Path folder();

    /** Options of a destination in which nothing can be written; empty with a reason printed when this machine has none. */
    Optional<Map<String, String>> readOnly();

    /**
     * Options of the same destination with room for this many bytes only; empty when this machine cannot do that.
     * {@link #makeRoom} ends the shortage.
     */
    Optional<Map<String, String>> full(long bytes);

    /** Ends a shortage of space. */
    void makeRoom();

    /**
     * Options that lead to the same destination over a connection that breaks after about this many bytes towards it;
     * empty when there is no connection to break.
     */
    Optional<Map<String, String>> cutAfter(long bytes);

    @Override
    void close() throws Exception;
}
