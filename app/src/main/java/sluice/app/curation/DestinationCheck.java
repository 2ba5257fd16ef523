package sluice.app.curation;

import java.util.List;

/**
 * What testing a destination showed.
 *
 * @param reachable whether a session was opened and the other side is who it should be
 * @param peer the identity that the other side proved, such as {@code SHA256:…}; empty where it has none
 * @param capabilities what the kind of destination can do
 */
public record DestinationCheck(String name, boolean reachable, String peer, List<String> capabilities, String message) {}
