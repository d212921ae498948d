package dev.surprisal.question;

import dev.surprisal.content.AcceptanceText;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Task.MultipleChoice;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.content.Task.SingleChoice;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The semantic revision of a question: changes when a verdict could change (the key, the acceptance, which option is right) and
 * with nothing else, so that a new wording keeps what learners have done. It is derived from the key, so it never leaves the
 * server.
 */
public final class Revision {
    private static final int LENGTH = 16;

    private Revision() {}

    public static String of(Question question) {
        return digest(canonical(question, true));
    }

    /**
     * The revision that the same question had in logs of before 21 November 2026, when what follows from earlier parts was not yet in it;
     * for others the present one.
     */
    public static String former(Question question) {
        return digest(canonical(question, false));
    }

    private static String digest(String canonical) {
        return Choices.digest(canonical).substring(0, LENGTH);
    }

    /**
     * The canonical text of all that decides a verdict.
     *
     * @param follows whether with the expressions that follow from earlier parts
     */
    private static String canonical(Question question, boolean follows) {
        return switch (question.task()) {
            case SingleChoice(var options) -> "single " + truths(options) + variants(question);
            case MultipleChoice(var options) -> "multiple " + truths(options) + variants(question);
            case Task.Ordering(var items) -> "order " + items.size() + variants(question);
            case Task.Matching(var pairs) -> "match " + pairs.size() + variants(question);
            case Task.Blanks(var blanks) ->
                "blank"
                        + blanks.stream()
                                .map(blank -> "\n" + AcceptanceText.canonical(blank.accept())
                                        + keys(question, blank, follows))
                                .collect(Collectors.joining());
            case Task.Explanation _ -> "explain" + variants(question);
            case Task.WidgetState(var kind, var _, var accept) -> "widget " + kind + " " + accept + variants(question);
            case Task.Parts(var parts) ->
                "parts " + parts.stream().map(part -> part.id().part()).collect(Collectors.joining(" "))
                        + variants(question);
            case NumberEntry number ->
                "number " + AcceptanceText.canonical(number.accept()) + keys(question, number, follows);
        };
    }

    /** How many are right of how many. Which ones is found by the option's own key: see {@link Standing}. */
    private static String truths(List<Option> options) {
        return options.stream().filter(Option::right).count() + " of " + options.size();
    }

    /** The numbers of each variant; nothing for a question that is always the same. */
    private static String variants(Question question) {
        var text = new StringBuilder();
        for (int variant = 0;
                question.variation().varies() && variant < question.variation().size();
                variant++) {
            text.append('\n').append(question.variation().described(variant));
        }
        return text.toString();
    }

    private static String keys(Question question, NumberEntry number, boolean follows) {
        var text = new StringBuilder();
        if (follows && number.answer().names().contains(Question.GIVEN)) {
            // The same keys may follow in another way from what the learner answered before
            text.append('\n').append(number.answer());
        }
        for (int variant = 0; variant < question.variation().size(); variant++) {
            text.append('\n')
                    .append(question.variation().described(variant))
                    .append(" -> ")
                    .append(Tolerance.reference(Posed.of(question, variant).key(number))
                            .toPlainString());
        }
        return text.toString();
    }
}
