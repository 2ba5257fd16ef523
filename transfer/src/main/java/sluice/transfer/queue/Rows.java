package sluice.transfer.queue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.ReceiptJson;

/** Between rows and values; the only class that knows the column names together with {@link WorkLog}. */
final class Rows {
    private final ReceiptJson json = new ReceiptJson();

    /** Runs one statement with these parameters (texts, whole numbers, null). */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    List<Delivery> deliveries(Connection connection, String where, Object... values) throws SQLException {
        List<Delivery> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM delivery " + where)) {
            set(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(delivery(connection, row));
                }
            }
        }
        return found;
    }

    private Delivery delivery(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("id");
        String code = row.getString("failure_code");
        Optional<Failure> failure = code == null
                ? Optional.empty() : Optional.of(new Failure(code, row.getString("failure_message")));
        return new Delivery(id, row.getString("destination"), DeliveryState.valueOf(row.getString("state")),
                new Delivery.Schedule(Instant.ofEpochMilli(row.getLong("enqueued_at")),
                        Instant.ofEpochMilli(row.getLong("due_at")), row.getInt("failures")),
                failure, items(connection, id));
    }

    private List<DeliveryItem> items(Connection connection, String id) throws SQLException {
        List<DeliveryItem> items = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM item WHERE delivery_id = ? ORDER BY position")) {
            set(statement, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Upload upload = new Upload(row.getString("remote_name"), Path.of(row.getString("source")),
                            row.getLong("size"), row.getString("sha256"));
                    items.add(new DeliveryItem(upload, Optional.ofNullable(row.getString("evidence")).map(json::parseItem)));
                }
            }
        }
        return items;
    }

    static List<Attempt> attempts(Connection connection, String deliveryId) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM attempt WHERE delivery_id = ? ORDER BY id")) {
            set(statement, deliveryId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long ended = row.getLong("ended_at");
                    Optional<Instant> endedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
                    attempts.add(new Attempt(Instant.ofEpochMilli(row.getLong("started_at")), endedAt,
                            row.getLong("bytes"), Optional.ofNullable(row.getString("outcome"))));
                }
            }
        }
        return attempts;
    }

    static Optional<String> receipt(Connection connection, String deliveryId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT json FROM receipt WHERE delivery_id = ?")) {
            set(statement, deliveryId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
