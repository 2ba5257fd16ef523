/**
 * De-identification of DICOM and NIfTI files by PS3.15 Annex E: {@link sluice.app.deid.FileDeidentifier} turns one source
 * file into one new file or a typed refusal, {@link sluice.app.deid.DicomDeidentifier} does the same in memory.
 *
 * <p>The sub-packages, each using only those before it: {@code table} (the standard's tables as data), {@code recipe} (what
 * a site asks for), {@code pseudonym} (keyed replacements), {@code dates} (their new forms), {@code text} (what identifies in
 * running text), {@code report} (what was done, never an old value), {@code pixels} (where text is in a picture), {@code dicom}
 * and {@code nifti} (the engines). It refuses to guess: what cannot be read completely is not passed on. There is no SQL, no
 * window, no clock, no randomness and no thread in here; equal input, recipe, secret and knowledge of the run give equal
 * bytes. Stored values of pixels change only where the recipe has the Clean Pixel Data Option and something was found; bits beside
 * them are cleared under that option, and comments in compressed frames go under every recipe. Sizes are bytes;
 * tags are {@code (gggg,eeee)} in hexadecimal.
 */
package sluice.app.deid;
