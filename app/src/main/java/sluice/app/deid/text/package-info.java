/**
 * Running text and what identifies in it, free of any DICOM structure. {@code KnownIdentity} is what is known about one
 * patient, the people around it and its institution, from one file or ({@code SharedKnowledge}) from all files of a run; it
 * tells where in a text such values stand. {@code FreeText} takes these out, and by their form what identifies without being
 * known: addresses, numbers, titled names, days. It refuses to guess at meaning: what is neither known nor has such a form
 * stays. Positions are indices of {@code char} in the text as it was given, ends exclusive; texts are decoded, one value at a
 * time unless said otherwise. Nothing here logs, and no exception holds a text.
 */
package sluice.app.deid.text;
