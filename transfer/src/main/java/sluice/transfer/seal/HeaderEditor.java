package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import sluice.transfer.bag.Interruption;

/**
 * Gives a Crypt4GH file other recipients without touching its content: only the header is made anew. Whoever had the
 * data key keeps it, so taking a recipient away keeps him from opening the new file, not from a copy of the old one.
 */
public final class HeaderEditor {

    private static final int BUFFER = 256 * 1024;

    private final RecipientKey key;
    private final SecureRandom random;

    /** @param key a key that can open the file, which the holder proves by opening its header */
    public HeaderEditor(RecipientKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * Copies the file with these recipients in addition to those it has. Both streams stay open.
     *
     * @throws SealException everything that the header can be guilty of; nothing has been written then
     */
    public void add(InputStream in, OutputStream out, Collection<Recipient> recipients) throws IOException {
        edit(in, out, recipients, true);
    }

    /** Copies the file with these recipients instead of those it has. Both streams stay open. */
    public void replace(InputStream in, OutputStream out, Collection<Recipient> recipients) throws IOException {
        edit(in, out, recipients, false);
    }

    private void edit(InputStream in, OutputStream out, Collection<Recipient> recipients, boolean keep) throws IOException {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a file has at least one recipient");
        }
        Header header = Header.read(in);
        List<byte[]> payloads = header.decrypt(key);
        try {
            HeaderPayload.dataKeys(payloads).forEach(dataKey -> Arrays.fill(dataKey, (byte) 0));
            List<byte[]> packets = new ArrayList<>(keep ? header.packets() : List.of());
            packets.addAll(Header.encrypt(payloads, new LinkedHashSet<>(recipients), random));
            if (packets.size() > Header.MAX_PACKETS) {
                throw Header.malformed("with the new recipients it has more than " + Header.MAX_PACKETS + " packets");
            }
            out.write(new Header(packets).encode());
        } finally {
            payloads.forEach(payload -> Arrays.fill(payload, (byte) 0));
        }
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            Interruption.check();
            out.write(buffer, 0, n);
        }
        out.flush();
    }
}
