/**
 * The standard's tables as data: the attribute confidentiality profile (PS3.15 Table E.1-1), the data dictionary's value
 * representations (PS3.6), this product's rules for attributes that Table E.1-1 leaves out, and the attributes whose values
 * identify a person. Everything is loaded from reviewed resources and validated; nothing is decided here. It refuses a
 * table with unknown codes, missing columns or a tag listed twice. Tags are 32-bit integers, group in the upper half.
 */
package sluice.app.deid.table;
