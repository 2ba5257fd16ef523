package sluice.app.deid.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextNetworkTest {
    private final TextNetwork network = TextNetwork.shipped();

    /** What the program that trained it computes for the same picture: {@code app/training/burned-in-text/export.py}. */
    @Test
    void answersAsWhereItWasTrained() throws IOException {
        GreyPlane plane = drawn();
        Cells cells = network.cells(plane);
        String[] rows;
        try (InputStream in = TextNetworkTest.class.getResourceAsStream("text-network-answers.tsv")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n");
        }
        assertEquals(cells.rows(), rows.length);
        double most = 0;
        for (int y = 0; y < rows.length; y++) {
            String[] row = rows[y].split("\t");
            assertEquals(cells.columns(), row.length);
            for (int x = 0; x < row.length; x++) {
                assertEquals(Double.parseDouble(row[x]), cells.get(y, x), 1e-4, y + ", " + x);
                most = Math.max(most, cells.get(y, x));
            }
        }
        assertTrue(most > 0.01, "the picture says nothing about the network");
    }

    @Test
    void partsOfAPictureAnswerAsTheWhole() {
        int width = 1300;
        int height = 1100;
        Overlays overlays = new Overlays(77);
        GreyPlane plane = new GreyPlane(width, height, new byte[width * height]);
        for (int i = 0; i < plane.grey().length; i++) {
            plane.grey()[i] = (byte) (60 + overlays.random().nextInt(40));
        }
        overlays.burnSome(plane, 60, 60, 90, 140);
        Cells parts = new TextDetector(network).cells(plane);
        Cells whole = network.cells(plane);
        for (int y = 0; y < whole.rows(); y++) {
            for (int x = 0; x < whole.columns(); x++) {
                assertEquals(whole.get(y, x), parts.get(y, x), 1e-5, y + ", " + x);
            }
        }
    }

    @Test
    void numbersThatAreNoNetworkAreRefused() {
        assertThrows(IOException.class, () -> new TextNetwork(new Weights(new ByteArrayInputStream(new byte[100]))));
        byte[] cut = Arrays.copyOf("SLTN".getBytes(StandardCharsets.US_ASCII), 1000);
        assertThrows(IOException.class, () -> new TextNetwork(new Weights(new ByteArrayInputStream(cut))));
    }

    /** Strokes on a slope, and a busy part below: the same as in {@code export.py}. */
    private static GreyPlane drawn() {
        byte[] grey = new byte[64 * 48];
        for (int i = 0; i < grey.length; i++) {
            int x = i % 64;
            int y = i / 64;
            boolean stroke = x % 9 < 2 || x % 9 >= 5 && x % 9 < 7 || y == 14 && x % 9 < 7;
            grey[i] = (byte) (y >= 30 ? x * x * 7 + y * y * 13 + x * y * 5 + x / 5 * 31 * (y / 7) : y >= 8 && y < 20 && stroke ? 60 + 2 * x : 60);
        }
        return new GreyPlane(64, 48, grey);
    }
}
