package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import sluice.viewer.codec.CodecException.Reason;

/**
 * Writes a sequential frame from its coefficients: the same scans, sampling, steps and restart intervals. Huffman tables are
 * kept where they have all symbols and made anew where not. Nothing is written that a decoder does not need, so comments,
 * unused tables and bytes that fill up are gone.
 */
final class DctWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final DctHuffman[][] written = new DctHuffman[2][4];
    private final int[][] steps = new int[4][];
    private int restart;

    private DctWriter() {}

    static byte[] write(DctFrame frame) throws CodecException {
        if (frame.progressive()) {
            throw new CodecException(Reason.UNSUPPORTED, "Progressive JPEG frames are not written");
        }
        return new DctWriter().all(frame);
    }

    private byte[] all(DctFrame frame) throws CodecException {
        out.write(0xFF);
        out.write(0xD8);
        frame.applicationData().forEach(out::writeBytes);
        quantisation(frame.components());
        startOfFrame(frame);
        for (DctScan scan : frame.scans()) {
            quantisation(scan.parts().stream().map(DctScan.Part::component).toList());
            scan(withTables(scan));
        }
        out.write(0xFF);
        out.write(0xD9);
        return out.toByteArray();
    }

    private void startOfFrame(DctFrame frame) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(frame.precision());
        u16(header, frame.rows());
        u16(header, frame.columns());
        header.write(frame.components().size());
        for (DctComponent component : frame.components()) {
            header.write(component.id);
            header.write(component.h << 4 | component.v);
            header.write(component.table);
        }
        segment(frame.startOfFrame(), header);
    }

    /** Tables that are not in their places yet. Two components may use one place at different times. */
    private void quantisation(List<DctComponent> components) {
        for (DctComponent component : components) {
            if (java.util.Arrays.equals(steps[component.table], component.steps)) {
                continue;
            }
            steps[component.table] = component.steps;
            boolean wide = java.util.Arrays.stream(component.steps).anyMatch(s -> s > 255);
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            table.write((wide ? 0x10 : 0) | component.table);
            for (int k = 0; k < 64; k++) {
                int step = component.steps[DctComponent.natural(k)];
                if (wide) {
                    u16(table, step);
                } else {
                    table.write(step);
                }
            }
            segment(0xDB, table);
        }
    }

    private static DctScan withTables(DctScan scan) throws CodecException {
        long[][][] frequencies = DctEntropy.frequencies(scan);
        List<DctScan.Part> parts = new ArrayList<>();
        for (DctScan.Part part : scan.parts()) {
            long[] dc = new long[256];
            long[] ac = new long[256];
            for (int p = 0; p < frequencies.length; p++) {
                if (scan.parts().get(p).dcTable() == part.dcTable()) {
                    add(dc, frequencies[p][0]);
                }
                if (scan.parts().get(p).acTable() == part.acTable()) {
                    add(ac, frequencies[p][1]);
                }
            }
            parts.add(new DctScan.Part(part.component(), part.dcTable(), part.acTable(), fitting(part.dc(), dc),
                    fitting(part.ac(), ac)));
        }
        return new DctScan(List.copyOf(parts), scan.first(), scan.last(), scan.high(), scan.low(), scan.restart());
    }

    private static void add(long[] sum, long[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    private static DctHuffman fitting(DctHuffman table, long[] frequencies) throws CodecException {
        for (int symbol = 0; symbol < 256; symbol++) {
            if (frequencies[symbol] > 0 && !table.has(symbol)) {
                return DctHuffman.best(frequencies);
            }
        }
        return table;
    }

    private void scan(DctScan scan) throws CodecException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(scan.parts().size());
        for (DctScan.Part part : scan.parts()) {
            huffman(0, part.dcTable(), part.dc());
            huffman(1, part.acTable(), part.ac());
            header.write(part.component().id);
            header.write(part.dcTable() << 4 | part.acTable());
        }
        header.write(scan.first());
        header.write(scan.last());
        header.write(scan.high() << 4 | scan.low());
        if (scan.restart() != restart) {
            restart = scan.restart();
            ByteArrayOutputStream interval = new ByteArrayOutputStream();
            u16(interval, restart);
            segment(0xDD, interval);
        }
        segment(0xDA, header);
        out.writeBytes(DctEntropy.encode(scan));
    }

    private void huffman(int kind, int place, DctHuffman table) {
        if (!table.same(written[kind][place])) {
            written[kind][place] = table;
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            segment.write(kind << 4 | place);
            segment.writeBytes(table.specification());
            segment(0xC4, segment);
        }
    }

    private void segment(int marker, ByteArrayOutputStream payload) {
        out.writeBytes(JpegApplicationData.segment(marker, payload.toByteArray()));
    }

    private static void u16(ByteArrayOutputStream to, int value) {
        to.write(value >> 8);
        to.write(value);
    }
}
