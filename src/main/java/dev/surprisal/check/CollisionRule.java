package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.question.Posed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Two variants that ask the same do not want different answers: a number on which the key rests is one that the reader is told. */
final class CollisionRule {

    private CollisionRule() {}

    /** @param question in which {@code item} is asked, or the item itself: what is shown above the parts is on the screen too */
    static void check(Question question, Question item, Consumer<Problem> problems) {
        List<Task.NumberEntry> numbers = item.numbers();
        if (numbers.isEmpty() || !item.variation().varies()) {
            return;
        }
        for (String name : item.variation().names()) {
            int[] pair = pair(item, name);
            if (pair.length == 2
                    && told(question, item, pair[0]).equals(told(question, item, pair[1]))
                    && numbers.stream().anyMatch(number -> key(item, number, pair[0]) != key(item, number, pair[1]))) {
                problems.accept(Problem.of(
                        Rule.VARIATION,
                        item.position(),
                        "the question does not tell " + name + ", and its answer rests on it: it reads the same with "
                                + item.variation().described(pair[0]) + " and with "
                                + item.variation().described(pair[1])));
                return;
            }
        }
    }

    /** Two variants that differ in one name only and in the key; none where there are no such two. */
    private static int[] pair(Question item, String name) {
        Map<String, Integer> seen = new HashMap<>();
        for (int variant = 0; variant < item.variation().size(); variant++) {
            Scope scope = item.variation().at(variant);
            String others = item.variation().names().stream()
                    .filter(other -> !other.equals(name))
                    .map(other -> scope.find(other).map(Value::printed).orElse(""))
                    .collect(Collectors.joining("\n"));
            Integer first = seen.putIfAbsent(others, variant);
            if (first != null) {
                int second = variant;
                if (item.numbers().stream().anyMatch(number -> key(item, number, first) != key(item, number, second))) {
                    return new int[] {first, second};
                }
            }
        }
        return new int[0];
    }

    private static double key(Question item, Task.NumberEntry number, int variant) {
        return Posed.of(item, variant).key(number);
    }

    /** All that stands on the screen before the answer. */
    private static String told(Question question, Question item, int variant) {
        var told = new StringBuilder(Posed.of(question, variant).html(question.stem()));
        item.earlier().forEach(part -> told.append(Posed.of(part, variant).html(part.stem())));
        return told.append(Posed.of(item, variant).html(item.stem())).toString();
    }
}
