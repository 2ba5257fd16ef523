package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DicomSnifferTest {
    private final DicomSniffer sniffer = new DicomSniffer();

    private DicomSniffer.Kind sniff(byte[] head) {
        return sniffer.sniff(head, head.length);
    }

    @Test
    void knowsPart10AndBareDataSets() {
        byte[] explicit = RawBytes.little().explicit(0x00080005, "CS", "ISO_IR 100").explicit(0x00080060, "CS", "MR")
                .explicit(0x00100010, "PN", "A^B ").toBytes();
        byte[] implicit = RawBytes.little().implicit(0x00080005, "ISO_IR 100").implicit(0x00080060, "MR")
                .implicit(0x00100010, "A^B ").toBytes();
        byte[] big = RawBytes.big().explicit(0x00080005, "CS", "ISO_IR 100").explicit(0x00080060, "CS", "MR")
                .explicit(0x00100010, "PN", "A^B ").toBytes();
        byte[] file = RawBytes.little().bytes(explicit).file("1.2.840.10008.1.2.1");
        assertEquals(DicomSniffer.Kind.PART_10, sniff(Arrays.copyOf(file, 132)));
        assertEquals(DicomSniffer.Kind.PART_10, sniff(Arrays.copyOfRange(file, 128, file.length)));
        assertEquals(DicomSniffer.Kind.DATA_SET, sniff(explicit));
        assertEquals(DicomSniffer.Kind.DATA_SET, sniff(implicit));
        assertEquals(DicomSniffer.Kind.DATA_SET, sniff(big));
        assertEquals(DicomSniffer.Kind.DATA_SET, sniff(Arrays.copyOf(explicit, 38)));
    }

    @Test
    void refusesOtherFormats() {
        for (String head : new String[] {"%PDF-1.7\n%", "PK\3\4\24\0\0\0", "\211PNG\r\n\032\n\0\0\0\rIHDR", "\377\330\377\340\0\20JFIF",
            "II*\0\b\0\0\0", "MM\0*\0\0\0\b", "SQLite format 3\0", "\\\1\0\0", "{\"a\": 1}", "<?xml version", "\0\0\0\30ftypmp42",
            "NRRD0004\n", "\37\213\b\0\0\0\0\0", "\177ELF\2\1\1\0", "BM\66\0\f\0", "RIFF\0\0\0\0WAVE", ""}) {
            byte[] bytes = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 400);
            assertEquals(DicomSniffer.Kind.NOT_DICOM, sniff(bytes), head);
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[200];
            random.nextBytes(noise);
            assertEquals(DicomSniffer.Kind.NOT_DICOM, sniff(noise));
        }
    }
}
