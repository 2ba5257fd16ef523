/**
 * The entry point and {@code Composition}, the only place that builds services. Holds no behaviour of its own: it wires
 * constructors and hands over to the command line.
 */
package sluice.app;
