package sluice.app.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The numbered steps that lead from an empty file to the present schema. A step that was released is never edited. */
final class Migrations {

    private static final String FOLDER = "/catalogue/migrations/";

    /** @param number from 1, without gaps; equal to the file's {@code user_version} afterwards */
    record Step(int number, String name, String script) {}

    private Migrations() {}

    static List<Step> load() {
        List<Step> steps = new ArrayList<>();
        for (String name : text("index.txt").lines().toList()) {
            int number = Integer.parseInt(name.substring(0, 4));
            if (number != steps.size() + 1) {
                throw new IllegalStateException("migration " + name + " is out of order");
            }
            steps.add(new Step(number, name, text(name)));
        }
        return List.copyOf(steps);
    }

    private static String text(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its migration " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
