/**
 * The answer key: objects with planted values, each tagged with the actions that PS3.15 Annex E demands of it under a recipe, and a scorer
 * in the manner of the MIDI-B benchmark. It judges the tool from outside: it writes and reads DICOM by itself, takes the actions from the
 * published table and types from its own reading of PS3.3, runs the command's use case, and knows the tool only by its files and its
 * mapping CSVs. It refuses to share code with what it judges. Misses are reported by place, never by value.
 */
package sluice.app.deid.answerkey;
