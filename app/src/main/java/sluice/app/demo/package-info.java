/**
 * Phantom studies with planted identifiers for the demonstration, and the search for what is left of them. Writes DICOM byte by
 * byte with an encoder of its own, so that things that a careful writer would leave out (group lengths, text behind padding,
 * values that contradict their VR) get into the files and so that a fault of the library's writer cannot hide a fault of its
 * reader. Everybody in it is invented. Geometry is LPS millimetres; the search never shows a value, only its number, the file
 * and the byte. It refuses to be used for anything but test data: it validates nothing.
 */
package sluice.app.demo;
