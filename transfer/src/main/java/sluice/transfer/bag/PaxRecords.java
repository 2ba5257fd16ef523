package sluice.transfer.bag;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of a pax extended header (POSIX.1-2017, pax, "pax Extended Header"): {@code length key=value LF}.
 *
 * @param path the path that replaces the header's
 * @param size the size in bytes that replaces the header's
 */
record PaxRecords(Optional<String> path, Optional<Long> size) {

    static final PaxRecords NONE = new PaxRecords(Optional.empty(), Optional.empty());

    /** Records that say nothing about the content and are dropped. */
    private static final Set<String> HARMLESS = Set.of("mtime", "atime", "ctime", "uid", "gid", "uname", "gname", "comment");

    static byte[] encode(Map<String, String> records) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(records).forEach((key, value) -> {
            int rest = 3 + (key + value).getBytes(StandardCharsets.UTF_8).length;
            int length = rest + 1;
            while (rest + Integer.toString(length).length() != length) {
                length++;
            }
            text.append(length).append(' ').append(key).append('=').append(value).append('\n');
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static PaxRecords decode(byte[] content) throws BagException {
        Map<String, String> records = new TreeMap<>();
        int at = 0;
        while (at < content.length) {
            int blank = at;
            int length = 0;
            while (blank < content.length && content[blank] >= '0' && content[blank] <= '9' && blank - at < 7) {
                length = length * 10 + content[blank++] - '0';
            }
            if (blank == at || blank >= content.length || content[blank] != ' ' || length <= blank + 1 - at
                    || length > content.length - at || content[at + length - 1] != '\n') {
                throw TarReader.corrupt("an extended header is malformed");
            }
            String record = utf8(Arrays.copyOfRange(content, blank + 1, at + length - 1));
            int equals = record.indexOf('=');
            if (equals < 1 || records.put(record.substring(0, equals), record.substring(equals + 1)) != null) {
                throw TarReader.corrupt("an extended header is malformed");
            }
            at += length;
        }
        return interpret(records);
    }

    private static PaxRecords interpret(Map<String, String> records) throws BagException {
        for (String key : records.keySet()) {
            if (!key.equals("path") && !key.equals("size") && !HARMLESS.contains(key)) {
                throw TarReader.refused("an extended header asks for something that is not understood");
            }
        }
        String size = records.get("size");
        if (size != null && !size.matches("[0-9]{1,18}")) {
            throw TarReader.corrupt("an extended header holds a size that is no number");
        }
        return new PaxRecords(Optional.ofNullable(records.get("path")), Optional.ofNullable(size).map(Long::valueOf));
    }

    static String utf8(byte[] bytes) throws BagException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw TarReader.corrupt("a name is not UTF-8");
        }
    }
}
