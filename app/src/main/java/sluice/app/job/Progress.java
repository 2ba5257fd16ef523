package sluice.app.job;

/**
 * Listens to a long piece of work. Calls come from the thread that runs the work, never from two threads at once, and must
 * return quickly: a slow listener slows the work down.
 */
public interface Progress {

    /** The total of something that cannot be counted in advance. */
    long UNKNOWN = -1;

    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void phase(String name, long totalItems, long totalBytes) {}

        @Override
        public void advance(long items, long bytes) {}
    };

    /**
     * A new phase begins and the counts start again at zero.
     *
     * @param name a word or two for people, never a value from a data set or a path
     * @param totalItems items to come, or {@link #UNKNOWN}
     * @param totalBytes bytes to come, or {@link #UNKNOWN}
     */
    void phase(String name, long totalItems, long totalBytes);

    /** So much more is done since the last call. */
    void advance(long items, long bytes);
}
