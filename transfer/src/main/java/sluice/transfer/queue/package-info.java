/**
 * Deliveries that survive anything: they stand in their own SQLite file before the first byte leaves, change state by
 * compare-and-set only, are worked by one process at a time, and end with a receipt or with a reason that names what a
 * person can do. It refuses to send the same delivery id with other content, to send again what the destination already
 * holds, and to try again what only a person can put right. Times are UTC, sizes are bytes.
 */
package sluice.transfer.queue;
