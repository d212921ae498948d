package dev.surprisal.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice offered by a question.
 *
 * @param key names it in stored answers, whatever its place among the others; made of its wording
 * @param text what it says
 * @param right whether choosing it is right; never sent to a browser before it is due
 * @param feedback why, shown with the verdict; null where the author gave none
 * @param mistake the name of the misconception behind a wrong option; null where there is none
 */
public record Option(
        String key,
        Wording text,
        boolean right,
        @Nullable Wording feedback,
        @Nullable String mistake) {

    void addTo(List<Wording> wordings) {
        wordings.add(text);
        if (feedback != null) {
            wordings.add(feedback);
        }
    }
}
