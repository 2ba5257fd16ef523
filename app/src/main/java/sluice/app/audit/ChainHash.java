package sluice.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A link of the chain: SHA-256, as 64 lower-case hexadecimal digits. It proves order and completeness to whoever knows a
 * later one; it is not a signature.
 */
public record ChainHash(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public ChainHash {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a chain hash has 64 lower-case hexadecimal digits");
        }
    }

    public static ChainHash of(byte[] bytes) {
        return new ChainHash(HexFormat.of().formatHex(bytes));
    }

    /** Where the chain of a workspace begins, so that entries cannot be moved to another workspace. */
    public static ChainHash genesis(String workspaceId) {
        return of(sha256().digest(("sluice audit genesis 1\n" + workspaceId).getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of the entry that follows this one. */
    public ChainHash next(AuditEntry entry) {
        MessageDigest digest = sha256();
        digest.update(bytes());
        return of(digest.digest(entry.canonical()));
    }

    /** 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
