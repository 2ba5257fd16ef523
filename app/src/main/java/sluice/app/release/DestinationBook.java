package sluice.app.release;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.app.settings.Destination;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.Connectors;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.OptionSpec;
import sluice.transfer.connector.OptionType;
import sluice.transfer.connector.SecretSource;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;
import sluice.transfer.queue.Targets;
import sluice.transfer.receipt.Evidence;
import sluice.transfer.receipt.EvidencePolicy;

/** Gives the words of the settings their meaning: which connector, which checked options, which policy. */
public final class DestinationBook {
    private final Connectors connectors;
    private final SecretSource secrets;

    public DestinationBook(Connectors connectors, SecretSource secrets) {
        this.connectors = connectors;
        this.secrets = secrets;
    }

    /** The kinds of destination that there are. */
    public List<Connector> kinds() {
        return connectors.all();
    }

    /**
     * The options with paths of this machine made absolute, so that they mean the same whatever folder is current later.
     *
     * @throws TransferException.InvalidOptions naming every problem at once
     */
    public Map<String, String> checkedOptions(String kind, Map<String, String> given) throws TransferException.InvalidOptions {
        Connector connector = connector(kind);
        Map<String, String> options = new TreeMap<>(given);
        for (OptionSpec spec : connector.options()) {
            String value = options.get(spec.name());
            if (value != null && spec.type() instanceof OptionType.LocalPath) {
                options.put(spec.name(), absolute(value));
            }
        }
        DestinationOptions.of(connector, options, secrets);
        return options;
    }

    private static String absolute(String path) {
        try {
            return Path.of(path).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return path; // the check that follows says what is wrong with it
        }
    }

    /** The destination as the queue needs it. */
    public Targets.Target target(Destination destination) throws TransferException.InvalidOptions {
        return new Targets.Target(open(destination),
                new EvidencePolicy(Evidence.Strength.ofLabel(destination.evidence())));
    }

    /** The options of a destination without the values of secret ones. */
    public Map<String, String> shownOptions(Destination destination) {
        Map<String, String> shown = new TreeMap<>(destination.options());
        connectors.find(destination.connector()).ifPresent(c -> c.options().stream().filter(OptionSpec::secret)
                .forEach(o -> shown.computeIfPresent(o.name(), (name, value) -> "***")));
        return shown;
    }

    /** @param peer the identity that the other side proved; empty where it has none */
    public record Tested(String peer, List<String> capabilities) {}

    /** Opens a session and closes it again. */
    public Tested test(Destination destination) throws TransferException {
        try (Session session = open(destination).open()) {
            List<String> capabilities = new ArrayList<>();
            connector(destination.connector()).capabilities().forEach(c -> capabilities.add(c.name()));
            capabilities.sort(null);
            return new Tested(session.peer(), capabilities);
        }
    }

    private sluice.transfer.connector.Destination open(Destination d) throws TransferException.InvalidOptions {
        Connector connector = connector(d.connector());
        return new sluice.transfer.connector.Destination(d.name(), connector,
                DestinationOptions.of(connector, d.options(), secrets));
    }

    private Connector connector(String kind) throws TransferException.InvalidOptions {
        Optional<Connector> found = connectors.find(kind);
        return found.orElseThrow(() -> new TransferException.InvalidOptions(List.of("there is no kind of that name; there are "
                + String.join(", ", connectors.all().stream().map(Connector::id).toList()))));
    }
}
