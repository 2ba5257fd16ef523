/**
 * Jobs without a toolkit: progress, cancellation, and the one place in the application that starts threads. Knows nothing
 * about studies, files or windows; it neither logs nor retries, and it turns what a work item throws into a value so that
 * one bad item never ends a run. Sizes are bytes, counts are items, an unknown total is {@link Progress#UNKNOWN}.
 */
package sluice.app.job;
