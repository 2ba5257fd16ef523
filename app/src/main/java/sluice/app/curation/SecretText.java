package sluice.app.curation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A secret that people type: the text from which sites with EUCAIM's own anonymiser derive their pseudonyms. UTF-8 without white
 * space at its ends; whoever gets the bytes wipes them.
 */
public final class SecretText {
    private static final int LEAST_BYTES = 16;
    private static final int MOST_BYTES = 4096;

    private SecretText() {}

    /**
     * From a file that holds nothing else.
     *
     * @throws CurationException.Unknown when it is not there, or no such text
     */
    public static byte[] of(Path file) throws CurationException, IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new CurationException.Unknown("the file with the secret is not there, or is too large for one");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return checked(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            throw new CurationException.Unknown("the secret is no text in UTF-8; other tools of the project could not be given the same");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * As it was typed.
     *
     * @throws CurationException.Unknown when it is no such text
     */
    public static byte[] of(char[] typed) throws CurationException {
        return checked(CharBuffer.wrap(typed.clone()));
    }

    /** Wipes what it is given. */
    private static byte[] checked(CharBuffer text) throws CurationException {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(text.duplicate().position(from).limit(to));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(text.array(), '\0');
        for (byte b : bytes) {
            if (b >= 0 && b < ' ') {
                Arrays.fill(bytes, (byte) 0);
                throw new CurationException.Unknown("the secret is one line of text without control characters");
            }
        }
        if (bytes.length < LEAST_BYTES) {
            Arrays.fill(bytes, (byte) 0);
            throw new CurationException.Unknown("the secret is shorter than " + LEAST_BYTES + " bytes; it could be guessed");
        }
        return bytes;
    }
}
