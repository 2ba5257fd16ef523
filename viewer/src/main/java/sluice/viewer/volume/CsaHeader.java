package sluice.viewer.volume;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a Siemens "CSA" header, a private element (0029,xx10) with a small tagged format of its own in two editions. The
 * layout is described at https://nipy.org/nibabel/dicom/siemens_csa.html. What does not fit is left out: a damaged header has
 * fewer values and is no error.
 */
final class CsaHeader {
    private static final int MOST_TAGS = 1000;
    private static final int MOST_ITEMS = 1000;

    private final Map<String, List<String>> values;

    private CsaHeader(Map<String, List<String>> values) {
        this.values = values;
    }

    static CsaHeader parse(byte[] bytes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean second = bytes.length > 8 && bytes[0] == 'S' && bytes[1] == 'V' && bytes[2] == '1' && bytes[3] == '0';
        try {
            in.position(second ? 8 : 0);
            int tags = in.getInt();
            in.getInt();
            int origin = -1;
            for (int t = 0; t < Math.min(tags, MOST_TAGS); t++) {
                String name = text(in, 64);
                in.getInt(); // multiplicity; what it says is not kept to
                in.position(in.position() + 8);
                int items = in.getInt();
                in.getInt();
                if (items < 0 || items > MOST_ITEMS) {
                    break;
                }
                origin = origin < 0 ? items : origin;
                List<String> all = new ArrayList<>();
                for (int i = 0; i < items; i++) {
                    int[] x = {in.getInt(), in.getInt(), in.getInt(), in.getInt()};
                    // in the first edition lengths are counted from the number of items of the first tag
                    int length = second ? x[1] : x[0] - origin;
                    if (length < 0 || length > in.remaining()) {
                        return new CsaHeader(values);
                    }
                    String value = text(in, length);
                    in.position(Math.min(in.limit(), in.position() + (4 - length % 4) % 4));
                    if (!value.isEmpty()) {
                        all.add(value);
                    }
                }
                values.putIfAbsent(name, all);
            }
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            // what was read until here stands
        }
        return new CsaHeader(values);
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[Math.min(length, in.remaining())];
        in.get(bytes);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip();
    }

    /** The numbers of an element; none where it is absent or holds something else. */
    double[] numbers(String name) {
        try {
            return values.getOrDefault(name, List.of()).stream().mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }
}
