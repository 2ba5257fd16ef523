/**
 * Thin picocli commands over {@code sluice.app.curation}, and the only place that writes to the standard streams.
 * Refuses to decide anything: it parses, calls one use case, prints, and translates the outcome to an exit code.
 * With {@code --json} standard output holds one JSON document (times ISO 8601 UTC, sizes in bytes) and nothing else.
 */
package sluice.app.cli;
