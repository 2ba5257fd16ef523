package sluice.transfer.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of destination that the application was built with: a plain list, given by the composition. */
public final class Connectors {
    private final Map<String, Connector> byId = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two connectors have the same id */
    public Connectors(List<Connector> connectors) {
        for (Connector connector : connectors) {
            if (byId.put(connector.id(), connector) != null) {
                throw new IllegalArgumentException("two connectors have the id " + connector.id());
            }
        }
    }

    /** All connectors, in the given order. */
    public List<Connector> all() {
        return List.copyOf(byId.values());
    }

    /** The connector with this id. */
    public Optional<Connector> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
