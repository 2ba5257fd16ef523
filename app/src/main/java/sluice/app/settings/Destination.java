package sluice.app.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where packages can go. The words in it are given their meaning by the delivery side; here they are only kept.
 *
 * @param name as used on the command line: letters, digits, dots, dashes, underscores
 * @param connector kind of connector, for example {@code sftp}
 * @param options the connector's own, without secrets: those are in the vault as {@code destination.NAME.OPTION}
 * @param accepts what data may go there, for example {@code dicom}, {@code nifti}; empty accepts nothing
 * @param evidence the weakest evidence of arrival that makes a study received
 * @param recipients to whose keys packages are sealed
 */
public record Destination(
        String name,
        String connector,
        SortedMap<String, String> options,
        Set<String> accepts,
        String evidence,
        List<Recipient> recipients) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @param publicKey text of a public key file; not secret */
    public record Recipient(String name, String publicKey) {
        public Recipient {
            if (name == null || publicKey == null || publicKey.isBlank()) {
                throw new IllegalArgumentException("a recipient has a name and a public key");
            }
        }
    }

    public Destination {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a destination's name is made of letters, digits, dots, dashes, underscores");
        }
        if (connector == null || connector.isBlank() || evidence == null) {
            throw new IllegalArgumentException("a destination names its connector and its evidence policy");
        }
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        accepts = Collections.unmodifiableSortedSet(new TreeSet<>(accepts));
        recipients = List.copyOf(recipients);
        for (Map.Entry<String, String> option : options.entrySet()) {
            if (option.getValue() == null) {
                throw new IllegalArgumentException("option " + option.getKey() + " has no value");
            }
        }
    }

    /** The name under which the vault keeps a secret option of this destination. */
    public String secretName(String option) {
        return "destination." + name + "." + option;
    }
}
