package sluice.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import sluice.app.job.Progress;

/**
 * One line on standard error that is written over as the work goes on: phase, counts, rate and remaining time. Made only
 * where standard error is a terminal; everywhere else {@link Progress#NONE} is used.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long REDRAW_NANOS = 150_000_000L;
    private static final int WIDTH = 78;
    private final PrintStream err;
    private final LongSupplier nanoClock;
    private String phase = "";
    private long totalItems = UNKNOWN;
    private long totalBytes = UNKNOWN;
    private long items;
    private long bytes;
    private long started;
    private long drawn;
    private boolean visible;

    ProgressLine(PrintStream err, LongSupplier nanoClock) {
        this.err = err;
        this.nanoClock = nanoClock;
    }

    @Override
    public void phase(String name, long newTotalItems, long newTotalBytes) {
        close();
        phase = name;
        totalItems = newTotalItems;
        totalBytes = newTotalBytes;
        items = 0;
        bytes = 0;
        started = nanoClock.getAsLong();
        drawn = started;
    }

    @Override
    public void advance(long moreItems, long moreBytes) {
        items += moreItems;
        bytes += moreBytes;
        long now = nanoClock.getAsLong();
        if (now - drawn >= REDRAW_NANOS) {
            drawn = now;
            String text = text(now);
            err.print('\r' + text + " ".repeat(Math.max(0, WIDTH - text.length())));
            err.flush();
            visible = true;
        }
    }

    /** Such as {@code scan  1200 of 5000  630 MB  4000/s  210 MB/s  1 s left}. */
    String text(long now) {
        double seconds = Math.max(1e-3, (now - started) / 1e9);
        StringBuilder line = new StringBuilder(phase).append("  ").append(items);
        if (totalItems != UNKNOWN) {
            line.append(" of ").append(totalItems);
        }
        if (bytes > 0) {
            line.append("  ").append(HumanUnits.bytes(bytes)).append("  ")
                    .append(HumanUnits.bytes((long) (bytes / seconds))).append("/s");
        } else {
            line.append("  ").append(Math.round(items / seconds)).append("/s");
        }
        double share = totalBytes > 0 ? (double) bytes / totalBytes : totalItems > 0 ? (double) items / totalItems : 0;
        if (share > 0 && share < 1) {
            line.append("  ").append(HumanUnits.duration(Duration.ofMillis((long) (seconds * 1000 * (1 - share) / share))))
                    .append(" left");
        }
        return line.toString();
    }

    /** Wipes the line, so that what is printed next starts on a clean one. */
    @Override
    public void close() {
        if (visible) {
            err.print('\r' + " ".repeat(WIDTH) + '\r');
            err.flush();
            visible = false;
        }
    }
}
