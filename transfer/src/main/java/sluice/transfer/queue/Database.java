package sluice.transfer.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * The queue's SQLite file: write-ahead log, every commit forced to the medium, numbered migrations, one transaction per
 * step. Other processes may read and enqueue at the same time; SQLite's own locks order them.
 */
final class Database implements AutoCloseable {
    private static final int MIGRATIONS = 1;
    private static final int BUSY_MILLIS = 20_000;
    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** One step within a transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException, QueueException;
    }

    static Database open(Path file) throws QueueException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + file);
            Database database = new Database(connection);
            database.transaction(Database::migrate);
            return database;
        } catch (SQLException e) {
            close(connection);
            throw new QueueException.Storage(e);
        } catch (QueueException e) {
            close(connection);
            throw e;
        }
    }

    /** Runs one step that writes; all of it happens, or nothing. Waits for other writers before it begins. */
    <T> T transaction(Work<T> work) throws QueueException {
        return run("BEGIN IMMEDIATE", work);
    }

    /** Runs one step that only reads, on one consistent state, without waiting for writers. */
    <T> T read(Work<T> work) throws QueueException {
        return run("BEGIN", work);
    }

    /** The driver's own transactions would hold the write lock from one commit to the next, so they are not used. */
    private synchronized <T> T run(String begin, Work<T> work) throws QueueException {
        boolean done = false;
        try {
            execute(begin);
            T result = work.run(connection);
            execute("COMMIT");
            done = true;
            return result;
        } catch (SQLException e) {
            throw new QueueException.Storage(e);
        } finally {
            if (!done) {
                rollback();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // the transaction was not committed, which is all that matters
        }
    }

    private static Void migrate(Connection connection) throws SQLException, QueueException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            if (version > MIGRATIONS) {
                throw new QueueException.TooNew();
            }
            for (int next = version + 1; next <= MIGRATIONS; next++) {
                for (String sql : script(next).split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.executeUpdate(sql);
                    }
                }
                statement.executeUpdate("PRAGMA user_version = " + next);
            }
        }
        return null;
    }

    private static String script(int number) {
        String name = "%04d-deliveries.sql".formatted(number);
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the migration " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // every step was committed on its own
        }
    }
}
