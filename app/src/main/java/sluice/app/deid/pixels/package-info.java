/**
 * Which parts of an image's frames have to be blanked under the Clean Pixel Data Option (PS3.15 E.3.1): writing found in the picture itself, known places by manufacturer and model, what lies outside of ultrasound regions,
 * and what stands still in a moving picture. It decides and does not blank; it never says what is written, only where. Without
 * files, processes, threads and clock; what was learnt comes with the classes, and equal frames give equal boxes. Coordinates are
 * pixels, x to the right and y down from the upper left corner; brightness is in grey levels of 1/255 of the displayed range, see
 * {@link sluice.app.deid.pixels.GreyPlanes}.
 */
package sluice.app.deid.pixels;
