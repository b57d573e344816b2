/**
 * A release as a workbook, after the guidance of the Government Analysis Function on making spreadsheets accessible: one
 * content, written as XLSX and as ODS.
 *
 * <p>Open {@link equalities.stage.publish.workbook.WorkbookContent} first.
 *
 * @see <a href="https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/">the
 *     guidance</a>
 */
@NullMarked
package equalities.stage.publish.workbook;

import org.jspecify.annotations.NullMarked;
