/**
 * Bytes to rows to canonical, validated, coded values with reasons, in plain Java: the one body of rules that Spark runs
 * over every file and {@code equalities validate} runs over one.
 *
 * <p>Open {@link equalities.record.FileStandardiser} first; {@link equalities.record.SourceFile} reads the bytes,
 * {@link equalities.record.LayoutRecogniser} finds the layout, {@link equalities.record.RowStandardiser} judges a row.
 */
@NullMarked
package equalities.record;

import org.jspecify.annotations.NullMarked;
