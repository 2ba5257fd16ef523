/**
 * Recipes: what a site asks for, as data. A recipe has a name and a version, the options of PS3.15 E.3 it wants, and its own
 * choice for single attributes. Loading refuses anything it does not understand, with the place and the reason; a recipe
 * never runs in part. It does not say what was done to a file: the report does.
 */
package sluice.app.deid.recipe;
