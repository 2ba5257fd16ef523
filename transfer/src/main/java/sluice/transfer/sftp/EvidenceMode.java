package sluice.transfer.sftp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the option {@code evidence} asks for. */
enum EvidenceMode {
    /** The server's digest if it computes one, else reading back if it lets us, else the length. */
    AUTO,
    /** The server's digest, else the length. */
    DIGEST,
    /** Reading back, else the length. */
    READ_BACK,
    /** The length only. */
    SIZE;

    boolean asksServer() {
        return this == AUTO || this == DIGEST;
    }

    boolean readsBack() {
        return this == AUTO || this == READ_BACK;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(EvidenceMode::label).toList();
    }

    static EvidenceMode ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
