package sluice.app.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sluice.app.settings.Destination;
import sluice.transfer.seal.KeyFiles;
import sluice.transfer.seal.Recipient;

/** The public keys of those who may open what goes to a destination. */
public final class RecipientKeys {
    private RecipientKeys() {}

    /** Whether a text is a Crypt4GH public key file. */
    public static boolean isPublicKey(String text) {
        try {
            KeyFiles.parsePublic(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Their fingerprints, joined by commas, for the audit trail. */
    public static String fingerprints(Destination destination) throws IOException {
        return String.join(",", of(destination).stream().map(Recipient::fingerprint).toList());
    }

    static List<Recipient> of(Destination destination) throws IOException {
        List<Recipient> recipients = new ArrayList<>();
        for (Destination.Recipient r : destination.recipients()) {
            recipients.add(KeyFiles.parsePublic(r.publicKey().getBytes(StandardCharsets.UTF_8)));
        }
        return recipients;
    }
}
