package sluice.app.curation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a person says of a new destination.
 *
 * @param kind a connector's id, such as {@code sftp}
 * @param options as the connector declares them
 * @param recipients Crypt4GH public key files of those who may open what is sent
 * @param accepts codes of findings on HOLD with which this destination takes studies; empty: none
 * @param evidence weakest evidence of arrival that counts as received: size, remote-digest or read-back
 */
public record DestinationSpec(String name, String kind, Map<String, String> options, List<Path> recipients,
        List<String> accepts, String evidence) {
    public DestinationSpec {
        options = Map.copyOf(options);
        recipients = List.copyOf(recipients);
        accepts = List.copyOf(accepts);
    }
}
