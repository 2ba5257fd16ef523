package sluice.app.qc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Which attributes identify, from a table of this package's own: the check must not repeat an omission of the de-identifier. */
final class IdentifyingAttributes {
    private static final String TABLE = "/sluice/app/qc/identifying-attributes.tsv";
    private final Map<Integer, Identifier.Kind> kinds = new HashMap<>();

    static IdentifyingAttributes load() {
        IdentifyingAttributes attributes = new IdentifyingAttributes();
        try (InputStream in = IdentifyingAttributes.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t");
                    attributes.kinds.put(Integer.parseUnsignedInt(cells[0].replace(",", ""), 16), Identifier.Kind.valueOf(cells[1]));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the table of identifying attributes is part of the program", e);
        }
        return attributes;
    }

    /** @return null where the attribute does not identify */
    Identifier.Kind kind(int tag, String vr) {
        return vr.equals("PN") ? Identifier.Kind.PERSON : kinds.get(tag);
    }
}
