package sluice.app.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/** A connection with its prepared statements. Reports every failure as a {@link CatalogueException}. Not thread-safe. */
final class Sql implements AutoCloseable {

    /** Reads one row; must not run another statement. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final ReentrantLock owner = new ReentrantLock();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Held by the thread that uses the connection; nobody else can. */
    ReentrantLock owner() {
        return owner;
    }

    private void requireOwner() {
        if (!owner.isHeldByCurrentThread()) {
            throw new IllegalStateException("a view or change is used outside the call that gave it");
        }
    }

    /** Runs statements that give no rows, several in one text if need be. */
    void script(String text) {
        requireOwner();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    /** @return rows changed */
    int run(String sql, Object... values) {
        try {
            return bind(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    <T> List<T> list(Row<T> reader, String sql, Object... values) {
        List<T> rows = new ArrayList<>();
        each(row -> rows.add(reader.read(row)), sql, values);
        return rows;
    }

    <T> Optional<T> one(Row<T> reader, String sql, Object... values) {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    /** The first column of the only row, as a number; NULL is 0. */
    long number(String sql, Object... values) {
        return one(row -> row.getLong(1), sql, values).orElse(0L);
    }

    /** Goes through rows one by one without keeping them; the result of the reader is ignored. */
    void each(Row<?> reader, String sql, Object... values) {
        try (ResultSet rows = bind(sql, values).executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }

    /** A column that may be NULL. */
    static OptionalLong number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private PreparedStatement bind(String sql, Object... values) throws SQLException {
        requireOwner();
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        owner.lock();
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
            connection.close();
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        } finally {
            owner.unlock();
        }
    }
}
