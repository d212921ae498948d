package dev.surprisal.question;

import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a stored answer still stands after an edit of the question. It does when the question, as it is now, gives the verdict
 * that was given then. An answer that names options which have been reworded since cannot be graded anew; it stands as long as the
 * question's {@link Revision} is the same.
 */
public final class Standing {

    private Standing() {}

    /**
     * @param sameRevision whether the answer was graded by the question's present revision
     * @param right the verdict that was given
     */
    public static boolean stands(Question item, boolean sameRevision, int variant, String input, boolean right) {
        List<String> named = List.of(input.split(Grading.SEPARATOR, -1));
        boolean canBeGraded = switch (item.task()) {
            case Task.SingleChoice(var options) -> keys(options).containsAll(named);
            case Task.MultipleChoice(var options) -> keys(options).containsAll(named);
            case Task.Ordering(var items) ->
                items.stream().map(Task.Item::key).collect(Collectors.toSet()).equals(Set.copyOf(named));
            // Their verdicts follow from what the revision is made of
            case Task.Matching matching -> isOf(matching, Grading.partners(input));
            case Task.NumberEntry _, Task.Blanks _, Task.Explanation _, Task.WidgetState _, Task.Parts _ -> false;
        };
        // Another revision may count its variants differently
        if (!canBeGraded || (item.variation().varies() && !sameRevision)) {
            return sameRevision;
        }
        return right == Grading.grade(Posed.of(item, variant), input) instanceof Verdict.Right;
    }

    /**
     * The variant of the present question that has the numbers on which the verdict of an earlier definition rests; empty where they
     * are no longer asked, or where something else is asked by now. On no number rests a verdict on a choice, an order or pairs.
     */
    public static OptionalInt place(Definition then, Definition now, int variant) {
        return then.isOfSameType(now) ? now.variantLike(then, variant) : OptionalInt.empty();
    }

    private static boolean isOf(Task.Matching matching, Map<String, String> partners) {
        return partners.keySet()
                        .equals(matching.pairs().stream()
                                .map(pair -> pair.left().key())
                                .collect(Collectors.toSet()))
                && matching.choices().stream()
                        .map(Task.Item::key)
                        .collect(Collectors.toSet())
                        .containsAll(partners.values());
    }

    private static Set<String> keys(List<Option> options) {
        return options.stream().map(Option::key).collect(Collectors.toSet());
    }
}
