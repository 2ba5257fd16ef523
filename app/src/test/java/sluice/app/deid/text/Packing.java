package sluice.app.deid.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Packs bytes in the ways that files do. */
final class Packing {

    private Packing() { }

    static byte[] pack(String form, byte[] bytes) {
        int of = form.indexOf(" of ");
        if (of > 0) {
            return pack(form.substring(0, of), pack(form.substring(of + 4), bytes));
        }
        if (form.equals("base64")) {
            return Base64.getMimeEncoder().encode(bytes);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = form.equals("gzip") ? new GZIPOutputStream(packed)
                : new DeflaterOutputStream(packed, new Deflater(9, form.equals("deflate")))) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
