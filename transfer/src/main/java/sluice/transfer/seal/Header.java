package sluice.transfer.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The header of a Crypt4GH file (Crypt4GH, "Header"): packets as they stand, each from its encryption method on.
 *
 * @param packets encrypted packets without their length field
 */
record Header(List<byte[]> packets) {

    /** More packets than any delivery has recipients; keeps a hostile header from costing hours. */
    static final int MAX_PACKETS = 1000;
    static final int MAX_PACKET = 1 << 20;
    static final int MAX_TOTAL = 1 << 24;

    private static final byte[] MAGIC = "crypt4gh".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int FIXED = 16;
    private static final int X25519_CHACHA20 = 0;
    private static final int MIN_PACKET = 8 + Recipient.KEY_LENGTH + HeaderCipher.NONCE + 4 + HeaderCipher.MAC;

    static int length(int recipients) {
        return FIXED + recipients * (MIN_PACKET + HeaderPayload.DATA_KEY_LENGTH - 4);
    }

    /** Reads up to the end of the header; the stream then stands at the first segment. */
    static Header read(InputStream in) throws IOException {
        byte[] fixed = in.readNBytes(FIXED);
        if (fixed.length < MAGIC.length || !Arrays.equals(Arrays.copyOf(fixed, MAGIC.length), MAGIC)) {
            throw new SealException(SealException.Reason.NOT_CRYPT4GH,
                    "This is no Crypt4GH file; nothing was opened. Check that it is the right file and arrived whole.");
        }
        if (fixed.length < FIXED) {
            throw truncated();
        }
        ByteBuffer numbers = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
        if (numbers.getInt(8) != VERSION) {
            throw new SealException(SealException.Reason.UNSUPPORTED,
                    "The Crypt4GH version " + Integer.toUnsignedString(numbers.getInt(8)) + " is not known; nothing was opened.");
        }
        int count = numbers.getInt(12);
        if (count < 1 || count > MAX_PACKETS) {
            throw malformed("it announces " + Integer.toUnsignedString(count) + " packets, allowed are 1 to " + MAX_PACKETS);
        }
        List<byte[]> packets = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < count; i++) {
            byte[] packet = readPacket(in);
            total += packet.length;
            if (total > MAX_TOTAL) {
                throw malformed("its packets are larger than " + MAX_TOTAL + " bytes together");
            }
            packets.add(packet);
        }
        return new Header(packets);
    }

    private static byte[] readPacket(InputStream in) throws IOException {
        byte[] field = in.readNBytes(4);
        if (field.length < 4) {
            throw truncated();
        }
        int length = ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 8 || length > MAX_PACKET) {
            throw malformed("a packet's length is " + Integer.toUnsignedString(length) + ", allowed are 8 to " + MAX_PACKET);
        }
        byte[] packet = in.readNBytes(length - 4);
        if (packet.length < length - 4) {
            throw truncated();
        }
        return packet;
    }

    /** The payloads that this key opens, each to be wiped by the caller. Packets for others are passed over. */
    List<byte[]> decrypt(RecipientKey key) {
        List<byte[]> payloads = new ArrayList<>();
        for (byte[] packet : packets) {
            decrypt(packet, key).ifPresent(payloads::add);
        }
        return payloads;
    }

    private static Optional<byte[]> decrypt(byte[] packet, RecipientKey key) {
        int method = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return method == X25519_CHACHA20
                ? HeaderCipher.decrypt(Arrays.copyOfRange(packet, 4, packet.length), key) : Optional.empty();
    }

    /** One packet for each payload and recipient, all with one fresh writer's key that nobody keeps. */
    static List<byte[]> encrypt(Collection<byte[]> payloads, Collection<Recipient> recipients, SecureRandom random) {
        List<byte[]> packets = new ArrayList<>();
        try (RecipientKey writer = RecipientKey.generate(random)) {
            for (byte[] payload : payloads) {
                for (Recipient recipient : recipients) {
                    byte[] sealed = HeaderCipher.encrypt(payload, writer, recipient, random);
                    packets.add(ByteBuffer.allocate(4 + sealed.length).order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(X25519_CHACHA20).put(sealed).array());
                }
            }
        }
        return packets;
    }

    /** The bytes of the header. */
    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(FIXED).order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC).putInt(VERSION).putInt(packets.size()).array());
        for (byte[] packet : packets) {
            out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(packet.length + 4).array());
            out.writeBytes(packet);
        }
        return out.toByteArray();
    }

    static SealException malformed(String what) {
        return new SealException(SealException.Reason.HEADER_MALFORMED,
                "The Crypt4GH header is malformed: " + what + ". Nothing was opened; ask for the file again.");
    }

    private static SealException truncated() {
        return new SealException(SealException.Reason.TRUNCATED,
                "The file ends inside its header; nothing was opened. Transfer it again.");
    }
}
