package dev.surprisal.content;

import org.jspecify.annotations.Nullable;

/**
 * A card to be turned: asked on one side, answered on the other.
 *
 * @param frontHtml a line of HTML; so is the back
 * @param of the question of which the card draws a fresh variant; null where it has a fixed text
 */
public record Card(
        CardId id,
        String frontHtml,
        String backHtml,
        @Nullable QuestionId of) {}
