/**
 * From an approved study to a receipt: packs a bag, seals it to the destination's recipients into the staging area, hands
 * it to the delivery queue and brings the receipts back to the catalogue. The only room of the application, beside the
 * tools for single files, that knows the transfer library. Refuses to pack anything but the approved files: each one's
 * digest is compared while it is read. Sizes in bytes.
 */
package sluice.app.release;
