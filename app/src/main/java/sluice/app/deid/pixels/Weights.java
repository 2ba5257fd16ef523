package sluice.app.deid.pixels;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads the numbers of a trained network: four bytes {@code SLTN}, then numbers of four bytes, most significant byte first. What
 * order they stand in is {@link TextNetwork}'s.
 */
final class Weights implements AutoCloseable {
    private static final int MAGIC = 0x534c544e;
    private final DataInputStream in;

    Weights(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        if (this.in.readInt() != MAGIC) {
            throw new IOException("not a trained network");
        }
    }

    /** What is shipped beside the classes. */
    static Weights shipped(String name) {
        InputStream in = Weights.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        try {
            return new Weights(new java.io.BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count(int most) throws IOException {
        int n = in.readInt();
        if (n < 1 || n > most) {
            throw new IOException("a trained network of a size that cannot be");
        }
        return n;
    }

    float[] numbers(int n) throws IOException {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }

    /** @throws IOException where numbers are left over */
    void end() throws IOException {
        if (in.read() != -1) {
            throw new IOException("a trained network with numbers that nothing asks for");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
