package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code :::claim{#gibbs property=kl-nonnegative}}: a statement that holds on every case it is tried on, or is reported with the
 * one that refutes it. {@code holds="js(p, q) <= ln(2)"} says a condition of the author's own, {@code try=} the widget of the page with
 * which a reader can try.
 */
final class ClaimWriter {

    private static final Set<String> KEYS = Set.of("property", "holds", "try");

    private final LessonSource lesson;
    private final SourceFile file;

    ClaimWriter(LessonSource lesson) {
        this.lesson = lesson;
        this.file = lesson.file();
    }

    /** @param statement what the claim says, as HTML */
    void write(Container container, String statement, BlockRenderer blocks, HtmlWriter out) {
        blocks.checkKeys(container, KEYS);
        if (container.getFirstChild() == null) {
            file.report(Rule.CLAIM, container.offset(), "this claim says nothing");
        }
        Optional<Trial.Case> hardest = condition(container)
                .flatMap(condition -> lesson.names()
                        .tried(
                                file,
                                "claim\n" + condition.expression().source(),
                                Trial.Case.class,
                                () -> tried(condition)));
        Optional<Target> widget = widget(container);
        lesson.outline()
                .find(container)
                .ifPresentOrElse(
                        target -> out.open("div", "class", "claim", "id", target.id(), "role", "note"),
                        () -> out.open("div", "class", "claim", "role", "note"));
        out.line()
                .open("p", "class", "claim-title")
                .text("Claim")
                .close("p")
                .line()
                .html(statement);
        hardest.ifPresent(found -> trial(found, widget, out));
        out.close("div").line();
    }

    private static void trial(Trial.Case hardest, Optional<Target> widget, HtmlWriter out) {
        out.open("details", "class", "fold fold-claim")
                .open("summary")
                .text("Try to break it")
                .close("summary")
                .open("p")
                .text("It was tried on " + Trial.CASES + " cases drawn at random and held in each.");
        if (hardest.identity()) {
            out.text(" The two sides never differed by more than rounding.");
        } else if (!hardest.sides().isEmpty()) {
            out.text(" Nearest to breaking it came " + hardest.drawn() + ", with " + hardest.sides() + ".");
        }
        widget.ifPresent(target -> out.text(" ")
                .open("a", "class", "ref-text", "href", "#" + target.id())
                .text("Try a case of your own")
                .close("a")
                .text("."));
        out.close("p").close("details").line();
    }

    private record Condition(SourceText source, Expression expression) {}

    private Optional<Condition> condition(Container container) {
        Attributes attributes = container.attributes();
        var property = attributes.find("property");
        var holds = attributes.find("holds");
        if (property.isPresent() == holds.isPresent()) {
            file.report(
                    Rule.CLAIM,
                    container.offset(),
                    "a claim rests on a property of the core, property=kl-nonnegative, or says what holds=\"kl(p, q) >= 0\"");
            return Optional.empty();
        }
        if (property.isPresent()) {
            SourceText name = property.get();
            Optional<Property> found = Property.find(name.text());
            if (found.isEmpty()) {
                file.reportUnknown(Rule.CLAIM, name.offset(0), "property", name.text(), Property.words());
            }
            return found.map(known -> new Condition(name, Expression.parse(known.condition())));
        }
        SourceText source = holds.get();
        return lesson.names()
                .parse(source, file)
                .filter(expression -> isDrawn(expression, source))
                .map(expression -> new Condition(source, expression));
    }

    /** Whether every name can be drawn or is the lesson's own, and it is not too much to try. */
    private boolean isDrawn(Expression expression, SourceText source) {
        for (String name : expression.names()) {
            if (!Trial.NAMES.contains(name) && lesson.names().scope().find(name).isEmpty()) {
                if (!lesson.names().isBroken(name)) {
                    file.report(
                            Rule.CLAIM,
                            source.offset(0),
                            "nothing is called " + SourceFile.shortened(name) + " here; a claim is tried on "
                                    + List.copyOf(Trial.NAMES).stream().sorted().toList());
                }
                return false;
            }
        }
        if ((long) expression.work() * Trial.CASES > Evaluations.MOST_OF_FIELD) {
            file.report(Rule.TOO_MUCH, source.offset(0), "it takes too much to try this on " + Trial.CASES + " cases");
            return false;
        }
        return true;
    }

    private Optional<Trial.Case> tried(Condition condition) {
        try {
            Trial.Case hardest =
                    new Trial(condition.expression()).hardest(lesson.names().scope());
            if (hardest.holds()) {
                return Optional.of(hardest);
            }
            file.report(
                    Rule.CLAIM,
                    condition.source().offset(0),
                    "this does not hold for " + hardest.drawn()
                            + (hardest.sides().isEmpty() ? "" : ": " + hardest.sides()));
        } catch (ExpressionException wrong) {
            file.report(Rule.EXPRESSION, condition.source().offset(wrong.position()), wrong.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Target> widget(Container container) {
        Optional<SourceText> name = container.attributes().find("try");
        Optional<Target> target = name.flatMap(id -> lesson.outline().find(id.text()))
                .filter(found -> found.kind() == Target.Kind.WIDGET);
        if (name.isPresent() && target.isEmpty()) {
            file.report(
                    Rule.DEAD_LINK,
                    name.get().offset(0),
                    "this lesson has no widget "
                            + SourceFile.shortened(name.get().text()));
        }
        return target;
    }
}
