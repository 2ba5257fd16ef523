/**
 * The memory of a workspace in one SQLite file: sources, studies, findings, artefacts, decisions, deliveries, and the audit
 * trail. Every change and its audit entry are one transaction; state moves are compare-and-set. Identifying values are stored
 * encrypted and searched by keyed digests, so the file alone identifies nobody. Knows nothing of DICOM, of which moves are
 * legal, or of the network; it refuses a file of a newer schema, a wrong key, and a second writing process. Sizes are bytes,
 * times are UTC with milliseconds, times of source files nanoseconds since 1970.
 *
 * <p>The only package of the application that speaks SQL.
 */
package sluice.app.catalogue;
