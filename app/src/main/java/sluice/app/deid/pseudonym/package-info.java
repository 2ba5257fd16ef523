/**
 * Keyed replacements: patient pseudonyms, UIDs and file names derived with HMAC-SHA-256 from a project secret, so that the
 * whole project agrees without a table and nobody goes back without the secret. It refuses short secrets, keeps no state
 * but a cache, and stores nothing; who wants the pairs of old and new listens. Values are normalised (padding removed,
 * Unicode NFC) before they are hashed.
 */
package sluice.app.deid.pseudonym;
