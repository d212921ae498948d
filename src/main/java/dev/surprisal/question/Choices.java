package dev.surprisal.question;

import dev.surprisal.content.Option;
import dev.surprisal.content.Question.SingleChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The options of a question in the order in which they are shown: shuffled, so that an author's habit of writing the right one
 * first tells nothing, and the same for every learner and on every day, so that a stored answer keeps its meaning. The order
 * depends on the question's id and the number of options alone.
 */
public record Choices(List<Option> options) {

    public Choices {
        options = List.copyOf(options);
    }

    public static Choices of(SingleChoice question) {
        List<Option> shuffled = new ArrayList<>(question.options());
        Collections.shuffle(shuffled, new Random(question.id().value().hashCode()));
        return new Choices(shuffled);
    }

    /** The option that an input names by its place, counted from 1. */
    public Optional<Option> find(String input) {
        for (int i = 0; i < options.size(); i++) {
            if (input.equals(Integer.toString(i + 1))) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }
}
