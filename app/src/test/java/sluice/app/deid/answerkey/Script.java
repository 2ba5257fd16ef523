package sluice.app.deid.answerkey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A character set with a name written in it.
 *
 * @param declared value of Specific Character Set
 * @param charset for the encoding
 * @param family family name, may be of another script
 * @param given given name
 */
record Script(String declared, String charset, String family, String given) {

    private static final byte[] KOREAN = {0x1B, '$', ')', 'C'};

    static Script[] all() {
        return new Script[] {new Script("ISO_IR 100", "ISO-8859-1", "Åkerlund", "Björnhild"),
            new Script("ISO_IR 192", "UTF-8", "Þorgrímsdóttir", "王小棠"), new Script("ISO_IR 144", "ISO-8859-5", "Люксембургова", "Розалия"),
            new Script("\\ISO 2022 IR 87", "ISO-2022-JP", "山田", "太郎左"), new Script("\\ISO 2022 IR 149", "EUC-KR", "홍진", "길동수"),
            new Script("GB18030", "GB18030", "欧阳", "棠丽雅"), new Script("", "US-ASCII", "Kvistholm", "Torbjarne")};
    }

    /** Bytes of a text in this character set; escape sequences as PS3.5 6.1.2.5 asks. */
    byte[] encode(String text) {
        if (!charset.equals("EUC-KR")) {
            return text.getBytes(Charset.forName(charset));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : text.split("(?<=[\\^=])")) {
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(part)) {
                out.writeBytes(KOREAN);
            }
            out.writeBytes(part.getBytes(Charset.forName(charset)));
        }
        return out.toByteArray();
    }
}
