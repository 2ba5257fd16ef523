/**
 * What a destination is, independent of any protocol: its options as data, the capabilities it declares, a session that
 * takes whole files (resumed by offset) or DICOM objects (resumed per instance), and failures that say what happened,
 * what it means and whether to try again. It refuses to overwrite anything, to log names or secrets, and to decide when
 * to retry: that is the queue's work. Sizes and offsets are bytes from the start of a file, rates are bytes per second.
 */
package sluice.transfer.connector;
