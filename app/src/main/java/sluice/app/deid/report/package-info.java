/**
 * What was done to a file, attribute by attribute, with the rule that decided and never an old value; and the same added up
 * over many files. It does not say what should have been done. Places are paths such as {@code (0008,1140)[0].(0008,1155)},
 * items counted from 0.
 */
package sluice.app.deid.report;
