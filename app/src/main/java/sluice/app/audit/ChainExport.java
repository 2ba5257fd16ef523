package sluice.app.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A chain as JSON lines, verifiable by anybody with a SHA-256 and a JSON library. UTF-8, lines end with LF, every line in
 * canonical form:
 *
 * <ol>
 *   <li>{@code {"format":"sluice-audit","version":1,"workspace":ID}}
 *   <li>for each entry its canonical form with one more key, {@code hash}; taking that key out and writing the rest
 *       canonically again gives the bytes that were hashed after the previous hash
 *   <li>{@code {"count":N,"head":HASH}}, without which an export counts as cut off
 * </ol>
 */
public final class ChainExport {

    private static final int MAX_LINE = 8 << 20;

    private ChainExport() {}

    /** Writes an export piece by piece. The caller owns the writer and makes it durable. */
    public static final class Output {
        private final Writer out;
        private ChainHead head;

        public Output(Writer out, String workspaceId) throws IOException {
            this.out = out;
            this.head = ChainHead.genesis(workspaceId);
            line(new TreeMap<>(Map.of("format", "sluice-audit", "version", 1L, "workspace", workspaceId)));
        }

        public void entry(AuditEntry entry, ChainHash hash) throws IOException {
            SortedMap<String, Object> fields = entry.fields();
            fields.put("hash", hash.hex());
            line(fields);
            head = new ChainHead(entry.sequence(), hash);
        }

        /** The last line. */
        public ChainHead finish() throws IOException {
            line(new TreeMap<>(Map.of("count", head.count(), "head", head.hash().hex())));
            out.flush();
            return head;
        }

        private void line(SortedMap<String, ?> fields) throws IOException {
            out.write(CanonicalJson.write(fields));
            out.write('\n');
        }
    }

    /**
     * Verifies an export that came from anywhere.
     *
     * @param in the export, decoded as UTF-8 by a decoder that reports malformed input, as {@code Files.newBufferedReader}
     *     gives; malformed input is a broken chain
     * @param workspaceId the workspace it must belong to, or null to take its own word
     * @param earlier heads given out before, through which the chain must pass
     */
    public static ChainResult verify(Reader in, String workspaceId, List<ChainHead> earlier) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        String own;
        try {
            String first = line(lines);
            own = workspace(CanonicalJson.parse(first == null ? "" : first));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return new ChainResult.Broken(1, ChainResult.Fault.MALFORMED);
        }
        if (workspaceId != null && !workspaceId.equals(own)) {
            return new ChainResult.Broken(1, ChainResult.Fault.OTHER_WORKSPACE);
        }
        ChainVerifier verifier = new ChainVerifier(own);
        earlier.forEach(verifier::through);
        ChainHead stored = follow(lines, verifier);
        if (verifier.isBroken()) {
            return verifier.finish();
        }
        // no head line at all: something was cut off, if only that line
        ChainHead end = stored != null ? stored : new ChainHead(Long.MAX_VALUE, ChainHash.genesis(own));
        return verifier.finish(end);
    }

    private static ChainHead follow(BufferedReader lines, ChainVerifier verifier) throws IOException {
        ChainHead head = null;
        try {
            for (String line = line(lines); line != null && !verifier.isBroken(); line = line(lines)) {
                SortedMap<String, Object> fields = CanonicalJson.parse(line);
                if (head != null) {
                    throw new IllegalArgumentException("a line after the head");
                }
                if (fields.keySet().equals(Set.of("count", "head"))) {
                    head = new ChainHead(number(fields.get("count")), hash(fields.get("head")));
                } else {
                    ChainHash hash = hash(fields.remove("hash"));
                    verifier.accept(entry(fields), hash);
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            verifier.malformed();
        }
        return head;
    }

    private static AuditEntry entry(SortedMap<String, Object> fields) {
        Object subject = fields.get("subject");
        SortedMap<String, String> details = new TreeMap<>();
        if (!(fields.get("details") instanceof SortedMap<?, ?> map)) {
            throw new IllegalArgumentException("no details");
        }
        map.forEach((key, value) -> details.put((String) key, CanonicalJson.text(value)));
        AuditEntry entry = new AuditEntry(
                number(fields.get("sequence")),
                AuditText.parseTime(CanonicalJson.text(fields.get("time"))),
                CanonicalJson.text(fields.get("actor")),
                CanonicalJson.text(fields.get("action")),
                subject == null ? null : CanonicalJson.text(subject),
                details);
        if (!entry.fields().equals(fields)) {
            throw new IllegalArgumentException("an unknown key");
        }
        return entry;
    }

    private static String workspace(SortedMap<String, Object> fields) {
        String id = CanonicalJson.text(fields.get("workspace"));
        if (!fields.equals(Map.of("format", "sluice-audit", "version", 1L, "workspace", id))) {
            throw new IllegalArgumentException("not an audit export of version 1");
        }
        return id;
    }

    private static ChainHash hash(Object value) {
        return new ChainHash(CanonicalJson.text(value));
    }

    private static long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("number expected");
    }

    /** A line without its LF, or null at the end; unlike {@code readLine} it takes no CR for an end and no endless line. */
    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() >= MAX_LINE) {
                throw new IllegalArgumentException("a line is too long");
            }
            line.append((char) c);
        }
        if (c < 0) {
            throw new IllegalArgumentException("the last line has no end");
        }
        return line.toString();
    }
}
