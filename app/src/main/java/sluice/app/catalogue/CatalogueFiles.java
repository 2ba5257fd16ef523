package sluice.app.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import sluice.app.audit.AuditDraft;

/** Makes and opens catalogue files. */
public final class CatalogueFiles {

    private static final int APPLICATION_ID = 0x534C5543; // "SLUC", set by the first migration
    private static final String KEY_CHECK = "workspace.key_check";
    private static final byte[] KNOWN_TEXT = "this key belongs to this catalogue".getBytes(StandardCharsets.US_ASCII);

    private final Clock clock;
    private final SecureRandom random;
    private final Migrator migrator;

    public CatalogueFiles(Clock clock, SecureRandom random) {
        this(clock, random, Migrations.load());
    }

    CatalogueFiles(Clock clock, SecureRandom random, List<Migrations.Step> steps) {
        this.clock = clock;
        this.random = random;
        this.migrator = new Migrator(steps);
    }

    /** A random name for a new workspace: 26 small letters and digits. */
    public String newWorkspaceId() {
        byte[] bytes = new byte[17];
        random.nextBytes(bytes);
        return Base32.encode(bytes, 26);
    }

    /**
     * Makes a catalogue, or finishes one whose making was interrupted. An existing one of the same workspace is opened.
     *
     * @param file {@code catalogue.db} in the workspace, whose lock the caller holds
     * @param workspaceId random name of the workspace
     * @param dataKey 32 bytes, see the key store; the caller may wipe it afterwards
     * @param entry the first audit entry
     */
    public Catalogue create(Path file, String workspaceId, String site, byte[] dataKey, AuditDraft entry) {
        Catalogue.Lane lane = lane(file, dataKey);
        try {
            prepare(file, lane);
            if (lane.sql().number("SELECT count(*) FROM workspace") == 0) {
                begin(lane, workspaceId, site, entry);
            }
            lane.close();
            return open(file, dataKey);
        } catch (RuntimeException e) {
            lane.close();
            throw e;
        }
    }

    private void begin(Catalogue.Lane lane, String workspaceId, String site, AuditDraft entry) {
        lane.sql().script("BEGIN IMMEDIATE");
        try {
            lane.sql().run(
                    "INSERT INTO workspace VALUES (1, ?, ?, ?, ?)",
                    workspaceId,
                    site,
                    clock.millis(),
                    lane.crypt().seal(KEY_CHECK, 1, KNOWN_TEXT));
            AuditTrail trail = new AuditTrail(lane.sql(), lane.crypt());
            trail.begin(workspaceId);
            trail.append(clock, entry.with("schema", migrator.latest()));
            lane.sql().script("COMMIT");
        } catch (RuntimeException e) {
            lane.sql().script("ROLLBACK");
            throw e;
        }
    }

    /**
     * Opens a catalogue for reading and writing and brings it to the present schema, after a copy of the file.
     *
     * @param file in the workspace whose lock the caller holds
     * @throws NewerSchema when a later program wrote it
     * @throws WrongWorkspaceKey when the key is another workspace's
     * @throws DamagedCatalogue when it is no catalogue
     */
    public Catalogue open(Path file, byte[] dataKey) {
        requireExisting(file);
        Catalogue.Lane writing = lane(file, dataKey);
        try {
            prepare(file, writing);
            checkKey(writing);
            Catalogue.Lane reading = readingLane(file, dataKey);
            reading.leave();
            writing.leave();
            return new Catalogue(reading, writing, clock, random);
        } catch (RuntimeException e) {
            writing.close();
            throw e;
        }
    }

    /** Opens a catalogue that another process may be writing, without the workspace lock. Nothing is migrated. */
    public Catalogue openForReading(Path file, byte[] dataKey) {
        requireExisting(file);
        Catalogue.Lane reading = readingLane(file, dataKey);
        try {
            int version = Migrator.version(reading.sql());
            if (version > migrator.latest()) {
                throw new NewerSchema(version, migrator.latest());
            }
            if (version < migrator.latest()) {
                throw new DamagedCatalogue(
                        "its schema " + version + " is older than the program; open it once to write", null);
            }
            checkKey(reading);
            reading.leave();
            return new Catalogue(reading, null, clock, random);
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    private static void requireExisting(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StorageFailure(StorageFailure.Reason.CANNOT_OPEN, null);
        }
    }

    private void prepare(Path file, Catalogue.Lane lane) {
        AuditTrail trail = new AuditTrail(lane.sql(), lane.crypt());
        migrator.migrate(file, lane.sql(), step -> {
            checkKey(lane);
            trail.append(clock, AuditDraft.of("sluice", "workspace.migrate").with("schema", step.number()));
        });
    }

    private static void checkKey(Catalogue.Lane lane) {
        byte[] sealed = lane.sql()
                .one(row -> row.getBytes(1), "SELECT key_check FROM workspace")
                .orElseThrow(() -> new DamagedCatalogue("it names no workspace", null));
        try {
            if (MessageDigest.isEqual(KNOWN_TEXT, lane.crypt().open(KEY_CHECK, 1, sealed))) {
                return;
            }
        } catch (DamagedCatalogue e) {
            // the same thing seen from outside: this key does not open it
        }
        throw new WrongWorkspaceKey();
    }

    /** Before anything that would write into the file. */
    private static void requireOurs(Sql sql) {
        boolean empty = sql.number("SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && sql.number("PRAGMA application_id") != APPLICATION_ID) {
            throw new DamagedCatalogue("the file belongs to another program", null);
        }
    }

    private Catalogue.Lane readingLane(Path file, byte[] dataKey) {
        Catalogue.Lane lane = lane(file, dataKey);
        lane.sql().script("PRAGMA query_only = ON");
        return lane;
    }

    /** A connection that the calling thread holds. */
    private Catalogue.Lane lane(Path file, byte[] dataKey) {
        try {
            Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            sql.owner().lock();
            try {
                sql.script("PRAGMA busy_timeout = 10000");
                requireOurs(sql);
                sql.one(row -> row.getString(1), "PRAGMA journal_mode = WAL");
                sql.one(row -> row.getInt(1), "PRAGMA wal_autocheckpoint = 8000"); // pages of 4 KiB
                sql.script("PRAGMA fullfsync = ON"); // macOS: what it calls fsync does not reach the disk
                sql.script("PRAGMA checkpoint_fullfsync = ON");
                sql.script("PRAGMA foreign_keys = ON");
                sql.script("PRAGMA temp_store = MEMORY");
                sql.script("PRAGMA cache_size = -32768"); // KiB
                return new Catalogue.Lane(sql, new Crypt(dataKey, random));
            } catch (RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StorageFailure.of(e);
        }
    }
}
