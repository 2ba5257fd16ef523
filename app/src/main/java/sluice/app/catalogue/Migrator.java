package sluice.app.catalogue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** Brings a catalogue file to the present schema: each step one transaction, after a copy of the whole file. */
final class Migrator {

    private final List<Migrations.Step> steps;

    Migrator(List<Migrations.Step> steps) {
        this.steps = steps;
    }

    int latest() {
        return steps.size();
    }

    /**
     * @param file where the copy goes: beside it, named by the schema it still has
     * @param trace runs inside the transaction of each step, unless the catalogue is only being made
     * @throws NewerSchema when the file is ahead of the program; it is not touched
     */
    void migrate(Path file, Sql sql, Consumer<Migrations.Step> trace) {
        int found = version(sql);
        if (found > latest()) {
            throw new NewerSchema(found, latest());
        }
        boolean inUse = found > 0 && sql.number("SELECT count(*) FROM workspace") == 1;
        if (inUse && found < latest()) {
            backUp(file, sql, found);
        }
        for (Migrations.Step step : steps.subList(found, latest())) {
            sql.script("BEGIN IMMEDIATE");
            try {
                sql.script(step.script());
                sql.script("PRAGMA user_version = " + step.number());
                if (inUse) {
                    trace.accept(step);
                }
                sql.script("COMMIT");
            } catch (RuntimeException e) {
                sql.script("ROLLBACK");
                throw e;
            }
        }
    }

    static int version(Sql sql) {
        return (int) sql.number("PRAGMA user_version");
    }

    private static void backUp(Path file, Sql sql, int version) {
        Path copy = file.resolveSibling(file.getFileName() + ".schema-" + version + ".backup");
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            // unlike a copy of the file this includes what is still in the write-ahead log
            sql.run("VACUUM INTO ?", part.toString());
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageFailure(StorageFailure.Reason.OTHER, e);
        }
    }
}
