package dev.surprisal.site;

/**
 * The line that tells authors that they see more than learners do.
 *
 * @param problems how many the whole course has
 */
record AuthorBar(String problems) {

    static AuthorBar of(Sight sight) {
        return new AuthorBar(AuthorProblems.count(sight.edition().problems()));
    }
}
