/**
 * The report of a release: one HTML file without a script, drawn when the release is made. Its words are in {@code
 * words.properties} beside the templates, and nowhere else.
 *
 * <p>Open {@link equalities.stage.publish.report.Report} first, then {@code report.html}.
 */
@NullMarked
package equalities.stage.publish.report;

import org.jspecify.annotations.NullMarked;
