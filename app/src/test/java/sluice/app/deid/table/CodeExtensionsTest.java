package sluice.app.deid.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.galaxy.data.SpecificCharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeExtensionsTest {

    private final CodeExtensions extensions = CodeExtensions.load();

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The examples of PS3.5 H.3.1 and I.2, a component each. */
    @Test
    void examplesOfTheStandard() {
        assertArrayEquals(latin("\33$B;3ED\33(B"), extensions.encode("山田", List.of("", "ISO 2022 IR 87")));
        assertArrayEquals(latin("\324\317\300\336"), extensions.encode("ﾔﾏﾀﾞ", List.of("ISO 2022 IR 13", "ISO 2022 IR 87")));
        assertArrayEquals(latin("\33$B;3ED\33(J"), extensions.encode("山田", List.of("ISO 2022 IR 13", "ISO 2022 IR 87")));
        assertArrayEquals(latin("\33$)C\310\253"), extensions.encode("홍", List.of("", "ISO 2022 IR 149")));
        assertArrayEquals(latin("\33$)C\321\316\324\327"), extensions.encode("吉洞", List.of("", "ISO 2022 IR 149")));
    }

    @Test
    void everyLineBeginsAnew() {
        assertArrayEquals(latin("a \33$)C\310\253 b\r\n\33$)C\310\253"), extensions.encode("a 홍 b\r\n홍", List.of("", "ISO 2022 IR 149")));
        assertArrayEquals(latin("\33$B;3\33(B\n\33$B;3\33(B"), extensions.encode("山\n山", List.of("", "ISO 2022 IR 87")));
    }

    @Test
    void nothingInsteadOfQuestionMarks() {
        assertNull(extensions.encode("Ж", List.of("", "ISO 2022 IR 149", "ISO 2022 IR 100").subList(2, 3)));
        assertNull(extensions.encode("a\ud83d\ude00", List.of("", "ISO 2022 IR 87")));
    }

    /** What is written is read by the toolkit. */
    @ParameterizedTest
    @CsvSource({"'',ISO 2022 IR 149,thorax 홍길동 axial 진", "'',ISO 2022 IR 87,thorax 山田太郎 axial 山", "'',ISO 2022 IR 58,a 王小东 b 王",
        "ISO 2022 IR 100,ISO 2022 IR 144,Åk Люк ö x", "'',ISO 2022 IR 144,thorax Люксембург", "'',ISO 2022 IR 126,thorax Διονυσιος",
        "ISO 2022 IR 13,ISO 2022 IR 87,ﾔﾏﾀﾞ 山田 x 山", "'',ISO 2022 IR 159,丂 x 丄"})
    void readAgain(String first, String second, String text) {
        List<String> terms = Arrays.asList(first, second);
        assertEquals(text, SpecificCharacterSet.valueOf(first, second).decode(extensions.encode(text, terms)));
    }
}
