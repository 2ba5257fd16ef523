package sluice.app.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final String WORKSPACE = "ws-1";

    private record Link(AuditEntry entry, ChainHash hash) {}

    private static List<Link> chain(int length) {
        List<Link> links = new ArrayList<>();
        ChainHead head = ChainHead.genesis(WORKSPACE);
        for (int i = 1; i <= length; i++) {
            AuditDraft draft = AuditDraft.of("Åsa \"A\"", "study.move").with("to", "SENT").with("n", i);
            AuditEntry entry = AuditEntry.of(
                    i, Instant.parse("2026-01-31T09:05:00.123456Z").plusSeconds(i), i % 2 == 0 ? draft : draft.about("h" + i));
            head = head.next(entry);
            links.add(new Link(entry, head.hash()));
        }
        return links;
    }

    private static ChainHead head(List<Link> links) {
        Link last = links.get(links.size() - 1);
        return new ChainHead(last.entry().sequence(), last.hash());
    }

    private static ChainResult verify(List<Link> links, ChainHead stored) {
        ChainVerifier verifier = new ChainVerifier(WORKSPACE);
        links.forEach(link -> verifier.accept(link.entry(), link.hash()));
        return verifier.finish(stored);
    }

    private static ChainResult.Broken broken(long at, ChainResult.Fault fault) {
        return new ChainResult.Broken(at, fault);
    }

    @Test
    void theCanonicalFormIsWhatTheDocumentationSays() throws Exception {
        AuditEntry entry = AuditEntry.of(
                7,
                Instant.parse("2026-01-31T09:05:00.9999Z"),
                AuditDraft.of("a\u0001b/\u00e5\ud83d\ude00", "study.move").about("h").with("to", "\"x\"\\\n").with("a", ""));
        String expected = "{\"action\":\"study.move\",\"actor\":\"a\\u0001b/\u00e5\ud83d\ude00\",\"details\":{\"a\":\"\",\"to\":"
                + "\"\\\"x\\\"\\\\\\n\"},\"sequence\":7,\"subject\":\"h\",\"time\":\"2026-01-31T09:05:00.999Z\"}";
        assertEquals(expected, new String(entry.canonical(), StandardCharsets.UTF_8));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] genesis = sha256.digest(("sluice audit genesis 1\n" + WORKSPACE).getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(genesis, ChainHash.genesis(WORKSPACE).bytes());
        sha256.update(genesis);
        byte[] next = sha256.digest(expected.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(next), ChainHash.genesis(WORKSPACE).next(entry).hex());
    }

    @Test
    void anIntactChainGivesItsHead() {
        List<Link> links = chain(20);
        assertEquals(new ChainResult.Intact(head(links)), verify(links, head(links)));
        assertEquals(
                new ChainResult.Intact(ChainHead.genesis(WORKSPACE)), verify(List.of(), ChainHead.genesis(WORKSPACE)));
    }

    @Test
    void gapsReorderingRepetitionAndTruncationAreNamed() {
        List<Link> links = chain(20);
        ChainHead head = head(links);
        for (int i = 0; i < links.size(); i++) {
            List<Link> gap = new ArrayList<>(links);
            gap.remove(i);
            var fault = i == links.size() - 1 ? ChainResult.Fault.TRUNCATED : ChainResult.Fault.OUT_OF_SEQUENCE;
            assertEquals(broken(i + 1, fault), verify(gap, head));
            List<Link> twice = new ArrayList<>(links);
            twice.add(i, links.get(i));
            assertEquals(broken(i + 2, ChainResult.Fault.OUT_OF_SEQUENCE), verify(twice, head));
            if (i > 0) {
                List<Link> swapped = new ArrayList<>(links);
                swapped.set(i, links.get(i - 1));
                swapped.set(i - 1, links.get(i));
                assertEquals(broken(i, ChainResult.Fault.OUT_OF_SEQUENCE), verify(swapped, head));
                assertEquals(broken(i + 1, ChainResult.Fault.TRUNCATED), verify(links.subList(0, i), head));
                assertEquals(
                        broken(i + 1, ChainResult.Fault.BEYOND_HEAD), verify(links, head(links.subList(0, i))));
            }
        }
    }

    @Test
    void anEntryThatWasRenumberedOrRewrittenIsNamed() {
        List<Link> links = chain(9);
        AuditEntry old = links.get(4).entry();
        AuditEntry other = new AuditEntry(5, old.time(), "someone else", old.action(), old.subject(), old.details());
        List<Link> changed = new ArrayList<>(links);
        changed.set(4, new Link(other, links.get(4).hash()));
        assertEquals(broken(5, ChainResult.Fault.CHANGED), verify(changed, head(links)));
        // with its own hash made to fit, the next one gives it away
        changed.set(4, new Link(other, links.get(3).hash().next(other)));
        assertEquals(broken(6, ChainResult.Fault.CHANGED), verify(changed, head(links)));
    }

    @Test
    void aRewrittenHistoryDoesNotPassThroughAHeadThatWasGivenOut() {
        List<Link> links = chain(12);
        ChainHead givenOut = head(links.subList(0, 6));
        ChainVerifier good = new ChainVerifier(WORKSPACE).through(givenOut);
        links.forEach(link -> good.accept(link.entry(), link.hash()));
        assertInstanceOf(ChainResult.Intact.class, good.finish());

        List<Link> rewritten = new ArrayList<>();
        ChainHead head = ChainHead.genesis(WORKSPACE);
        for (Link link : links) {
            AuditEntry e = link.entry();
            AuditEntry entry = new AuditEntry(e.sequence(), e.time(), "forger", e.action(), e.subject(), e.details());
            head = head.next(entry);
            rewritten.add(new Link(entry, head.hash()));
        }
        ChainVerifier bad = new ChainVerifier(WORKSPACE).through(givenOut);
        rewritten.forEach(link -> bad.accept(link.entry(), link.hash()));
        assertEquals(broken(6, ChainResult.Fault.OTHER_HEAD), bad.finish());

        ChainVerifier shorter = new ChainVerifier(WORKSPACE).through(givenOut);
        links.subList(0, 5).forEach(link -> shorter.accept(link.entry(), link.hash()));
        assertEquals(broken(6, ChainResult.Fault.TRUNCATED), shorter.finish());
    }

    @Test
    void aChainOfAnotherWorkspaceIsNotTaken() {
        ChainVerifier other = new ChainVerifier("ws-2");
        chain(3).forEach(link -> other.accept(link.entry(), link.hash()));
        assertEquals(broken(1, ChainResult.Fault.CHANGED), other.finish());
    }

    private static String export(List<Link> links) throws IOException {
        StringWriter out = new StringWriter();
        ChainExport.Output export = new ChainExport.Output(out, WORKSPACE);
        for (Link link : links) {
            export.entry(link.entry(), link.hash());
        }
        export.finish();
        return out.toString();
    }

    private static ChainResult verifyExport(byte[] export, List<ChainHead> earlier) throws IOException {
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (var in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(export), strict))) {
            return ChainExport.verify(in, WORKSPACE, earlier);
        }
    }

    @Test
    void anExportIsVerifiedByItself() throws IOException {
        List<Link> links = chain(15);
        byte[] export = export(links).getBytes(StandardCharsets.UTF_8);
        assertEquals(new ChainResult.Intact(head(links)), verifyExport(export, List.of(head(links.subList(0, 4)))));
        assertEquals(
                broken(1, ChainResult.Fault.OTHER_WORKSPACE),
                ChainExport.verify(new StringReader(export(links)), "ws-2", List.of()));
        assertEquals(
                new ChainResult.Intact(head(links)), ChainExport.verify(new StringReader(export(links)), null, List.of()));
        assertEquals(
                broken(16, ChainResult.Fault.TRUNCATED), verifyExport(export, List.of(new ChainHead(99, head(links).hash()))));
    }

    @Test
    void everyChangedByteOfAnExportIsNoticed() throws IOException {
        byte[] export = export(chain(4)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < export.length; i++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                byte[] bad = export.clone();
                bad[i] ^= (byte) bit;
                assertInstanceOf(ChainResult.Broken.class, verifyExport(bad, List.of()), "byte " + i + " bit " + bit);
            }
        }
    }

    @Test
    void anExportCutOrExtendedAnywhereIsNoticed() throws IOException {
        byte[] export = export(chain(4)).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < export.length; length++) {
            assertInstanceOf(
                    ChainResult.Broken.class, verifyExport(Arrays.copyOf(export, length), List.of()), "length " + length);
        }
        byte[] longer = (export(chain(4)) + export(chain(1)).lines().skip(1).findFirst().orElseThrow() + "\n")
                .getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(ChainResult.Broken.class, verifyExport(longer, List.of()));
    }

    @Test
    void rubbishIsNeitherIntactNorACrash() throws IOException {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            byte[] rubbish = new byte[random.nextInt(200)];
            random.nextBytes(rubbish);
            assertInstanceOf(ChainResult.Broken.class, verifyExport(rubbish, List.of()));
        }
        String nested = "{\"format\":" + "{\"a\":".repeat(100_000);
        assertInstanceOf(
                ChainResult.Broken.class, verifyExport(nested.getBytes(StandardCharsets.UTF_8), List.of()));
    }

    @Test
    void whatHasNoSingleFormIsRefused() {
        AuditDraft draft = AuditDraft.of("a", "b");
        assertThrows(IllegalArgumentException.class, () -> AuditDraft.of("", "b"));
        assertThrows(IllegalArgumentException.class, () -> AuditDraft.of("half \ud83d", "b"));
        assertThrows(IllegalArgumentException.class, () -> draft.with("k", "\udc00"));
        assertThrows(IllegalArgumentException.class, () -> draft.with("key with space", ""));
        assertThrows(IllegalArgumentException.class, () -> draft.with("\u00e5", ""));
        assertThrows(IllegalArgumentException.class, () -> draft.with("k", "x".repeat(8193)));
        assertThrows(IllegalArgumentException.class, () -> AuditEntry.of(0, Instant.EPOCH, draft));
        for (String details : new String[] {"{ }", "{\"b\":\"1\",\"a\":\"2\"}", "{\"a\":1}", "{\"a\":\"\\u0041\"}", "", "[]"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> AuditEntry.ofColumns(1, "2026-01-31T09:05:00.000Z", "a", "b", null, details),
                    details);
        }
        for (String time : new String[] {"2026-01-31T09:05:00Z", "2026-01-31T09:05:00.0000Z", "2026-01-31T10:05:00.000+01:00", ""}) {
            assertThrows(IllegalArgumentException.class, () -> AuditEntry.ofColumns(1, time, "a", "b", null, "{}"), time);
        }
        AuditEntry entry = AuditEntry.of(3, Instant.parse("2026-01-31T09:05:00Z"), draft.with("k", "\u0007\"v"));
        assertEquals(
                entry,
                AuditEntry.ofColumns(3, entry.timeText(), entry.actor(), entry.action(), null, entry.detailsText()));
        assertTrue(entry.detailsText().contains("\\u0007"));
    }
}
