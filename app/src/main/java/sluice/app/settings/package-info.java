/**
 * What a workspace is set to, and its secrets. Settings are a versioned JSON file; secrets are a vault that opens with a
 * passphrase or with a key file of the user that lies outside the workspace, so that a copied workspace identifies nobody
 * either way. Refuses a file that it does not fully understand, and never puts defaults in the place of one. Knows nothing of
 * what the settings mean to others, asks nobody for a passphrase and reads no environment by itself.
 */
package sluice.app.settings;
