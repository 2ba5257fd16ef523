/**
 * Audit values, their canonical form, the hash chain over them, its verification and export. Pure: no storage, no clock, no
 * keys; whoever stores entries keeps the chain in the same transaction as the change it tells of. Refuses anything that has
 * no single canonical form, so that two honest programs never disagree about a hash. Entries never hold a value from a
 * patient's data set: a study appears only as its pseudonymous handle. Times are UTC with milliseconds; sequence numbers
 * count from 1.
 *
 * <p>Canonical form of an entry: the JSON object of {@code action, actor, details, sequence, subject, time} as RFC 8785 would
 * write it (keys in order, no white space, UTF-8), {@code details} holding strings only, {@code subject} left out when there
 * is none. Hash of entry <i>n</i>: SHA-256 of the 32 bytes of hash <i>n</i>−1 followed by the canonical form. Hash 0, the
 * genesis: SHA-256 of the UTF-8 text {@code sluice audit genesis 1\n} followed by the workspace id.
 */
package sluice.app.audit;
