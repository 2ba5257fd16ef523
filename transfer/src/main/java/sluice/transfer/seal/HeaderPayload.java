package sluice.transfer.seal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What header packets say once they are decrypted (Crypt4GH, "Header packet encrypted payload"). */
final class HeaderPayload {

    static final int DATA_KEY_LENGTH = 40;

    private static final int DATA_ENCRYPTION_PARAMETERS = 0;
    private static final int DATA_EDIT_LIST = 1;
    private static final int CHACHA20_IETF_POLY1305 = 0;
    private static final int KEY = 32;

    private HeaderPayload() {
    }

    static byte[] ofDataKey(byte[] key) {
        return ByteBuffer.allocate(DATA_KEY_LENGTH).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(DATA_ENCRYPTION_PARAMETERS).putInt(CHACHA20_IETF_POLY1305).put(key).array();
    }

    /**
     * The data keys in these payloads, in order and each once.
     *
     * @throws SealException {@code NOT_A_RECIPIENT} when there is none, {@code EDIT_LIST}, {@code UNSUPPORTED},
     *         {@code HEADER_MALFORMED}
     */
    static List<byte[]> dataKeys(List<byte[]> payloads) throws SealException {
        List<byte[]> keys = new ArrayList<>();
        for (byte[] payload : payloads) {
            ByteBuffer in = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
            if (payload.length < 8) {
                throw Header.malformed("a packet's content is too short");
            }
            int type = in.getInt();
            if (type == DATA_EDIT_LIST) {
                throw new SealException(SealException.Reason.EDIT_LIST,
                        "The file carries an edit list, which asks to leave parts of the content out. What would come out is not "
                                + "what was sealed, so nothing was opened. Ask the sender for a file without one.");
            }
            if (type != DATA_ENCRYPTION_PARAMETERS || in.getInt() != CHACHA20_IETF_POLY1305) {
                throw new SealException(SealException.Reason.UNSUPPORTED,
                        "The file uses a packet type or an encryption that Crypt4GH 1.0 does not have; nothing was opened.");
            }
            if (in.remaining() < KEY) {
                throw Header.malformed("a data key is too short");
            }
            byte[] key = new byte[KEY];
            in.get(key);
            if (keys.stream().noneMatch(known -> Arrays.equals(known, key))) {
                keys.add(key);
            }
        }
        if (keys.isEmpty()) {
            throw new SealException(SealException.Reason.NOT_A_RECIPIENT,
                    "The file was not sealed for this key, or its header was altered; nothing was opened. "
                            + "Use the key of a recipient, or ask the sender to address it to yours.");
        }
        return keys;
    }
}
