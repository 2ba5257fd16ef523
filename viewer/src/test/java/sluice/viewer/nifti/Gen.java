package sluice.viewer.nifti;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Generated files. */
final class Gen {

    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private Gen() {
    }

    static NiftiHeader header(NiftiVersion version, ByteOrder order, String type, Random random) throws IOException {
        long[] dims = new long[1 + random.nextInt(5)];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = 1 + random.nextInt(6);
        }
        return NiftiHeader.create(version, order, NiftiDatatype.named(type), dims);
    }

    static byte[] bytes(Random random, long n) {
        byte[] b = new byte[(int) n];
        random.nextBytes(b);
        return b;
    }

    static List<NiftiExtension> extensions(Random random) {
        List<NiftiExtension> all = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            // whole multiples of 16, so that what is read equals what was written without padding
            all.add(new NiftiExtension(random.nextInt(50), bytes(random, 8 + 16L * random.nextInt(20))));
        }
        return all;
    }

    static void write(Path out, NiftiHeader header, List<NiftiExtension> extensions, byte[] voxels) throws IOException {
        new NiftiWriter().write(out, header, extensions, new ByteArrayInputStream(voxels));
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String s) {
        return s.getBytes(StandardCharsets.US_ASCII);
    }
}
