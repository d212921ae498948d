package dev.surprisal.site;

/**
 * The line that tells authors that they see more than learners do.
 *
 * @param problems how many the whole course has
 * @param reports how many of learners wait; empty where none does
 */
record AuthorBar(String problems, String reports) {

    static AuthorBar of(Sight sight, String reports) {
        return new AuthorBar(AuthorProblems.count(sight.edition().problems()), reports);
    }
}
