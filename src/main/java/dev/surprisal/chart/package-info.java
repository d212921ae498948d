/**
 * Charts in pages that the server writes: a chart is a table of numbers with a caption, words and axes, and shows itself in the
 * browser as a drawing, as the table and as stops for the arrow keys.
 *
 * <p>May use Vaadin. Start with {@link dev.surprisal.chart.Chart}, which also writes itself as HTML for a first response;
 * {@link dev.surprisal.chart.ApexChart} is the same as a component of Flow. The element itself is {@code frontend/chart.ts}.
 */
@NullMarked
package dev.surprisal.chart;

import org.jspecify.annotations.NullMarked;
