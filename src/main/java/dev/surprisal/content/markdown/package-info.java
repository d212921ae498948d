/**
 * The syntax of lessons: CommonMark with tables, strikethrough, autolinks and footnotes, and what we add to it: formulas, citations, containers
 * and the fields of a question. Text in, a tree of nodes out, in which everything knows its offset in the text; what the nodes mean
 * is the business of {@code content}.
 *
 * <p>Uses commonmark only. Start with {@link dev.surprisal.content.markdown.Markdown}.
 */
@NullMarked
package dev.surprisal.content.markdown;

import org.jspecify.annotations.NullMarked;
