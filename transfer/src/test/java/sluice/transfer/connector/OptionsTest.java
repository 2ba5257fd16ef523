package sluice.transfer.connector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.transfer.sftp.SftpConnector;

class OptionsTest {
    private static final String SECRET = "vault:reference-to-a-secret";

    private static Map<String, String> sftp() {
        return new HashMap<>(Map.of("host", "server.example", "user", "curator", "key-file", "/keys/id",
                "passphrase", SECRET));
    }

    private static DestinationOptions check(Map<String, String> given) throws TransferException {
        return DestinationOptions.of(new SftpConnector(), given, reference -> Optional.of(reference.toCharArray()));
    }

    @Test
    void defaultsAreFilledInAndSecretsAreNotShown() throws Exception {
        DestinationOptions options = check(sftp());
        assertEquals(22, options.number("port"));
        assertEquals("***", options.redacted().get("passphrase"));
        assertFalse(options.toString().contains(SECRET));
        assertFalse(new Destination("d", new SftpConnector(), options).toString().contains(SECRET));
        assertArrayEquals(SECRET.toCharArray(), options.secret("passphrase").orElseThrow());
        assertTrue(options.find("host-key").isEmpty());
    }

    @Test
    void everyProblemIsToldAtOnceWithoutTheValues() {
        Map<String, String> given = sftp();
        given.remove("user");
        given.put("port", "70000");
        given.put("host-key", "MD5:aa:bb");
        given.put("evidence", "trust-me");
        given.put("key-file", "relative/key");
        given.put("colour", "blue");
        var e = assertThrows(TransferException.InvalidOptions.class, () -> check(given));
        for (String name : List.of("user", "port", "host-key", "evidence", "key-file", "colour")) {
            assertTrue(e.getMessage().contains("option " + name), () -> name + " is not named: " + e.getMessage());
        }
        for (String value : List.of("70000", "MD5", "trust-me", "relative", "blue")) {
            assertFalse(e.getMessage().contains(value), () -> "a value is told: " + e.getMessage());
        }
    }

    @Test
    void hostsThatAreNoHostsAreRefused() {
        for (String host : List.of("", "a b", "user@host", "host/path", "-oProxyCommand=x y", "host\nname")) {
            Map<String, String> given = sftp();
            given.put("host", host);
            assertThrows(TransferException.InvalidOptions.class, () -> check(given));
        }
    }

    @Test
    void specificationsThatContradictThemselvesAreRefused() {
        OptionType number = new OptionType.Whole(1, 9);
        assertThrows(IllegalArgumentException.class, () -> OptionSpec.optional("n", number, "10", "Help."));
        assertThrows(IllegalArgumentException.class, () -> new OptionSpec("n", number, true, "5", false, "Help."));
        assertThrows(IllegalArgumentException.class, () -> OptionSpec.required("Bad Name", number, "Help."));
    }
}
