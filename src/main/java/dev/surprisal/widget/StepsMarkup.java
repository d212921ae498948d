package dev.surprisal.widget;

import dev.surprisal.math.Decimal;

/** Writes {@link Picture.Steps} as the table that {@code frontend/chart.ts} shows as a chart. */
final class StepsMarkup {

    private StepsMarkup() {}

    static void write(Html out, Picture.Steps steps) {
        if (steps.steps().size() < 2) {
            // One point is no chart
            out.raw("<p class=\"chart-words\">").label(steps.words()).raw("</p>");
            return;
        }
        out.raw("<apex-chart kind=\"line\"")
                .attribute("x-label", steps.across())
                .attribute("y-label", steps.upwards())
                .attribute("y-min", "0")
                .raw("><p class=\"chart-words\">")
                .label(steps.words())
                .raw("</p><details class=\"chart-table\"><summary>")
                .label(steps.caption())
                .raw("</summary><div class=\"table\" role=\"region\" tabindex=\"0\"")
                .attribute("aria-label", Html.plain(steps.caption()))
                .raw("><table><thead><tr><th scope=\"col\">")
                .text(steps.across())
                .raw("</th>");
        for (Picture.Track track : steps.tracks()) {
            out.raw("<th scope=\"col\"")
                    .attribute("class", track.role().cssClass())
                    .raw(">")
                    .text(track.name())
                    .raw("</th>");
        }
        out.raw("</tr></thead><tbody>");
        for (int row = 0; row < steps.steps().size(); row++) {
            double step = steps.steps().get(row);
            out.raw("<tr><th scope=\"row\" data-value=\"" + Figures.field(step) + "\">" + Figures.place(step)
                    + "</th>");
            for (Picture.Track track : steps.tracks()) {
                // One that has ended earlier has no more values
                boolean there = row < track.values().size();
                double value = there ? track.values().get(row) : 0;
                out.raw(there ? "<td data-value=\"" + Decimal.significant(value, 9) + "\">" : "<td>")
                        .text(there ? Figures.amount(value) : "")
                        .raw("</td>");
            }
            out.raw("</tr>");
        }
        out.raw("</tbody></table></div></details></apex-chart>");
    }
}
