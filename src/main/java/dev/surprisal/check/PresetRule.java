package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Verdict;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An example that a widget offers does nobody's exercise: none of a lesson's widgets has one with the numbers of a graded question of
 * the lesson, and none of the widget in which a task is to be solved solves it.
 */
final class PresetRule {

    private PresetRule() {}

    /** @param kinds of the widgets in the lesson */
    static void check(Question item, Collection<String> kinds, Consumer<Problem> problems) {
        for (Task.NumberEntry number : item.numbers()) {
            List<Set<List<Double>>> examples = kinds.stream()
                    .flatMap(kind -> Catalogue.find(kind).stream())
                    .flatMap(PresetRule::examples)
                    .toList();
            check(item, number, examples, problems);
        }
        if (item.task() instanceof Task.WidgetState(var kind, var _, var _)) {
            Catalogue.find(kind).ifPresent(widget -> check(item, widget, problems));
        }
    }

    private static <S> void check(Question item, Widget<S> widget, Consumer<Problem> problems) {
        List<String> examples =
                widget.examples().stream().map(widget::encode).distinct().toList();
        for (int variant = 0; variant < item.variation().size(); variant++) {
            Posed posed = Posed.of(item, variant);
            if (examples.stream().anyMatch(state -> Grading.grade(posed, state) instanceof Verdict.Right)) {
                problems.accept(Problem.of(
                        Rule.QUESTION,
                        item.position(),
                        Variants.on(item, variant)
                                + "an example that the widget offers is a right answer; ask for another state"));
                return;
            }
        }
    }

    private static void check(
            Question item, Task.NumberEntry number, List<Set<List<Double>>> examples, Consumer<Problem> problems) {
        for (int variant = 0; variant < item.variation().size(); variant++) {
            Scope scope = item.scope(variant);
            Set<List<Double>> used = new HashSet<>();
            number.answer().constituents(scope).forEach(value -> add(value, used));
            for (Set<List<Double>> example : examples) {
                if (used.containsAll(example)) {
                    problems.accept(Problem.of(
                            Rule.QUESTION,
                            item.position(),
                            Variants.on(item, variant) + "a widget of this lesson has an example with these numbers, "
                                    + example.iterator().next()));
                    return;
                }
            }
        }
    }

    /** The vectors of each example that has two different ones; one alone is nobody's exercise. */
    private static <S> Stream<Set<List<Double>>> examples(Widget<S> widget) {
        return widget.examples().stream()
                .<Set<List<Double>>>map(state -> {
                    Set<List<Double>> vectors = new HashSet<>();
                    for (Quantity quantity : widget.quantities(state)) {
                        if (quantity.list()) {
                            vectors.add(quantity.values());
                        }
                    }
                    return vectors;
                })
                .filter(vectors -> vectors.size() > 1);
    }

    private static void add(Value value, Set<List<Double>> vectors) {
        switch (value) {
            case Value.ListOf(var elements)
            when elements.stream().allMatch(Value.Number.class::isInstance) ->
                vectors.add(elements.stream()
                        .map(element -> ((Value.Number) element).value())
                        .toList());
            case Value.Of(Distribution distribution) -> add(distribution, vectors);
            case Value.Number _, Value.Text _, Value.Truth _, Value.Record _, Value.ListOf _ -> {}
        }
    }

    private static void add(Distribution distribution, Set<List<Double>> vectors) {
        List<Double> vector = new ArrayList<>();
        if (distribution instanceof Categorical categorical) {
            for (double probability : categorical.probabilities()) {
                vector.add(probability);
            }
            vectors.add(vector);
        } else if (distribution instanceof Bernoulli(double p)) {
            // An author may call either outcome the first
            vector.add(p);
            vector.add(1 - p);
            vectors.add(List.copyOf(vector));
            Collections.reverse(vector);
            vectors.add(vector);
        }
    }
}
