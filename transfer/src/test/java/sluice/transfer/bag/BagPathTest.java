package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BagPathTest {

    private static final Digest SOME = Digest.of(new byte[0]);

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "data/../../x", "data/..", "./x", "data//x", "data/", "C:/x", "data\\x", "a\0b",
        "data/CON", "data/nul.dcm", "data/x.", "data/x ", "data/a\tb", "data/a?b", "data/e\u0301", "\ud800"})
    void whatCouldLeaveTheBagOrNotExistSomewhereIsRefused(String path) {
        BagException e = assertThrows(BagException.class, () -> BagPath.of(path));
        assertEquals(BagException.Reason.BAD_PATH, e.reason());
        assertFalse(path.length() > 3 && e.getMessage().contains(path));
        assertThrows(IllegalArgumentException.class, () -> new BagPath(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/x", "data/\u00e9.dcm", "data/\u6f22\u5b57", "data/a b", "data/...x", "a", "data/console", "data/%0D", "data/\r\n"})
    void encodingIsReversed(String path) throws BagException {
        BagPath original = BagPath.of(path);
        assertFalse(original.encoded().matches("(?s).*[\r\n].*"));
        assertEquals(original, BagPath.decode(original.encoded()));
    }

    @ParameterizedTest
    @CsvSource({"data/A,data/a", "data/\u00c9,data/\u00e9", "data/stra\u00dfe,data/STRASSE", "data/x,data/X/y", "data/x/y,data/x", "data/\u03c3,data/\u03c2"})
    void whatFallsTogetherSomewhereIsRefused(String one, String two) {
        BagException e = assertThrows(BagException.class,
                () -> Manifest.of(Map.of(new BagPath(one), SOME, new BagPath(two), SOME)));
        assertEquals(BagException.Reason.PATH_COLLISION, e.reason());
    }

    @Test
    void theOrderIsThatOfUtf8Bytes() {
        List<BagPath> sorted = List.of(new BagPath("data/B"), new BagPath("data/a"), new BagPath("data/a-b"),
                new BagPath("data/a/b"), new BagPath("data/\uff5e"), new BagPath("data/\ud83d\ude00"));
        List<BagPath> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);
        assertEquals(sorted, shuffled);
    }
}
