package dev.surprisal.content;

import org.jspecify.annotations.Nullable;

/**
 * A choice offered by a question.
 *
 * @param html what it says
 * @param right whether choosing it is right; never sent to a browser before it is due
 * @param feedbackHtml why, shown with the verdict; null where the author gave none
 * @param mistake the name of the misconception behind a wrong option; null where there is none
 */
public record Option(
        String html,
        boolean right,
        @Nullable String feedbackHtml,
        @Nullable String mistake) {}
