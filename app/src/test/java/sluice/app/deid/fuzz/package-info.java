/**
 * Mutated files against reader, de-identification and writer: nothing but refusals may come out of broken files, and what is
 * written must be readable and must not hold the name that the broken file still says. All randomness is seeded; a seed names an input.
 */
package sluice.app.deid.fuzz;
