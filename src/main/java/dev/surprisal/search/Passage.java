package dev.surprisal.search;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;

/**
 * What one address leads to.
 *
 * @param section its id on the page, empty for the top of the page
 * @param title plain text
 * @param text what is to be read there, plain text with formulas as they would be spoken of: KL(p∥q)
 * @param formulas its formulas in LaTeX
 */
record Passage(
        Lesson lesson, PageKind page, Found.Kind kind, String section, String title, String text, String formulas) {}
