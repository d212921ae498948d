package dev.surprisal.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of the course's glossary.
 *
 * @param id of its entry
 * @param abbreviation plain text, possibly empty
 * @param definitionHtml one paragraph without its tags
 * @param lesson that introduces it; null where its author names none
 * @param uses in the order of the course, drafts among them
 */
public record GlossaryTerm(
        String id,
        String term,
        String abbreviation,
        String definitionHtml,
        @Nullable LessonId lesson,
        List<Use> uses) {

    public GlossaryTerm {
        uses = List.copyOf(uses);
    }

    /**
     * A section in which the term is used.
     *
     * @param section the id of its heading; empty for what stands above the first heading
     */
    public record Use(LessonId lesson, PageKind page, String section) {}
}
