/**
 * De-identification of one DICOM data set in memory. {@code Rules} is a recipe compiled against the standard's tables,
 * {@code DatasetCleaner} applies it to every level, {@code Residuals} looks for what identifies this patient in what
 * remains, {@code Statement} writes what was done. It refuses nothing by itself and touches no pixel value; it never
 * changes the data set it is given. Values are compared as decoded text; kept values keep their bytes.
 */
package sluice.app.deid.dicom;
