/**
 * Use cases on plain files and folders, without a workspace: no catalogue, no audit, no state. Originals are read only;
 * what is written appears under its final name when it is complete. Refuses to write into the folder that it reads.
 */
package sluice.app.curation.tool;
