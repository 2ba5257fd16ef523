package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderEditorTest {

    private final RecipientKey one = RecipientKey.generate(SealTestData.RANDOM);
    private final RecipientKey two = RecipientKey.generate(SealTestData.RANDOM);
    private final RecipientKey three = RecipientKey.generate(SealTestData.RANDOM);
    private final byte[] plain = SealTestData.bytes(100_000, 1);

    private interface Edit {
        void run(HeaderEditor editor, ByteArrayInputStream in, ByteArrayOutputStream out) throws IOException;
    }

    private byte[] edit(byte[] sealed, RecipientKey with, Edit edit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        edit.run(new HeaderEditor(with, SealTestData.RANDOM), new ByteArrayInputStream(sealed), out);
        return out.toByteArray();
    }

    private void assertRefused(byte[] sealed, RecipientKey key) {
        SealException e = assertThrows(SealException.class, () -> SealTestData.open(sealed, key));
        assertEquals(SealException.Reason.NOT_A_RECIPIENT, e.reason());
    }

    @Test
    void anAddedRecipientOpensAndTheOthersStillDo() throws IOException {
        byte[] sealed = SealTestData.seal(plain, one.recipient(), two.recipient());
        byte[] edited = edit(sealed, two, (editor, in, out) -> editor.add(in, out, List.of(three.recipient(), three.recipient())));
        assertEquals(sealed.length + 108, edited.length);
        for (RecipientKey key : List.of(one, two, three)) {
            assertArrayEquals(plain, SealTestData.open(edited, key));
        }
        assertArrayEquals(Arrays.copyOfRange(sealed, 16 + 2 * 108, sealed.length), Arrays.copyOfRange(edited, 16 + 3 * 108, edited.length));
    }

    @Test
    void replacedRecipientsOpenNoMore() throws IOException {
        byte[] sealed = SealTestData.seal(plain, one.recipient(), two.recipient());
        byte[] edited = edit(sealed, one, (editor, in, out) -> editor.replace(in, out, List.of(three.recipient())));
        assertArrayEquals(plain, SealTestData.open(edited, three));
        assertRefused(edited, one);
        assertRefused(edited, two);
    }

    @Test
    void whoCannotOpenCannotEdit() throws IOException {
        byte[] sealed = SealTestData.seal(plain, one.recipient());
        assertThrows(SealException.class, () -> edit(sealed, two, (editor, in, out) -> editor.add(in, out, List.of(two.recipient()))));
        assertThrows(IllegalArgumentException.class, () -> edit(sealed, one, (editor, in, out) -> editor.replace(in, out, List.of())));
    }
}
