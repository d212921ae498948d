package dev.surprisal.content;

import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as the author wrote it, checked. Grading is the business of the room {@code question}.
 *
 * @param stem what is asked
 * @param hints each more telling than the one before; hint n is due after hint n − 1 was asked for
 * @param solution due on request; null where the author gave none. For free text this is the model answer
 * @param variation the numbers with which it can be asked; parts share that of their question
 * @param earlier for a part, the parts before it; empty for a question by itself
 * @param outcome the number of the lesson's outcome that it shows, from 1; 0 where its author names none. Parts share their question's
 * @param digest of the text it was read from and of the names that stood by: when it is the same, so is all that can be said of
 *     the question
 */
public record Question(
        QuestionId id,
        Task task,
        Wording stem,
        List<Wording> hints,
        @Nullable Wording solution,
        Variation variation,
        List<Question> earlier,
        SourcePosition position,
        int outcome,
        String digest) {

    /** The name under which a part finds what was answered before it. */
    public static final String GIVEN = "given";

    public Question {
        hints = List.copyOf(hints);
        earlier = List.copyOf(earlier);
    }

    /** A question that shows no outcome in particular. */
    public Question(
            QuestionId id,
            Task task,
            Wording stem,
            List<Wording> hints,
            @Nullable Wording solution,
            Variation variation,
            List<Question> earlier,
            SourcePosition position,
            String digest) {
        this(id, task, stem, hints, solution, variation, earlier, position, 0, digest);
    }

    /** The same question as a sign of an outcome. */
    Question toward(int number) {
        return new Question(id, task, stem, hints, solution, variation, earlier, position, number, digest);
    }

    /** The numbers that it asks for: one, those of its blanks, or none. */
    public List<Task.NumberEntry> numbers() {
        return switch (task) {
            case Task.NumberEntry number -> List.of(number);
            case Task.Blanks(var blanks) -> blanks;
            case Task.SingleChoice _,
                    Task.MultipleChoice _,
                    Task.Ordering _,
                    Task.Matching _,
                    Task.Explanation _,
                    Task.WidgetState _,
                    Task.Parts _ -> List.of();
        };
    }

    /** All that it says, now or when it is due; its parts say more. */
    public List<Wording> wordings() {
        var wordings = new ArrayList<Wording>(List.of(stem));
        wordings.addAll(hints);
        if (solution != null) {
            wordings.add(solution);
        }
        switch (task) {
            case Task.SingleChoice(var options) -> options.forEach(option -> option.addTo(wordings));
            case Task.MultipleChoice(var options) -> options.forEach(option -> option.addTo(wordings));
            case Task.NumberEntry number -> number.wrongValues().forEach(wrong -> wordings.add(wrong.feedback()));
            case Task.Ordering(var items) -> items.forEach(item -> wordings.add(item.text()));
            case Task.Matching(var pairs) -> {
                for (Task.Pair pair : pairs) {
                    wordings.add(pair.left().text());
                    wordings.add(pair.right().text());
                    if (pair.feedback() != null) {
                        wordings.add(pair.feedback());
                    }
                }
            }
            case Task.Blanks(var blanks) ->
                blanks.getFirst().wrongValues().forEach(wrong -> wordings.add(wrong.feedback()));
            case Task.Explanation _, Task.WidgetState _, Task.Parts _ -> {}
        }
        return wordings;
    }

    /** What is answered by itself: the question, or its parts in their order. */
    public List<Question> items() {
        return task instanceof Task.Parts(var parts) ? parts : List.of(this);
    }

    /**
     * The names that its expressions may use on a variant. {@code given.<part>} is what the learner answered to an earlier part,
     * or the key of that part.
     *
     * @param own the learner's numbers by the names of the parts; a part that is not in it gives its key
     */
    public Scope scope(int variant, Map<String, Double> own) {
        Scope scope = variation.at(variant);
        if (earlier.isEmpty()) {
            return scope;
        }
        Map<String, Value> given = new LinkedHashMap<>();
        for (Question part : earlier) {
            if (part.task instanceof Task.NumberEntry number) {
                String name = part.id.part();
                Double answered = own.get(name);
                // What was given before this part is in the record by now: asking the part for its own scope would
                // compute
                // each key anew for every part behind it, and so twice as much with every part
                Scope before = given.isEmpty() ? scope : scope.with(GIVEN, new Value.Record(given));
                given.put(
                        name,
                        Value.of(answered != null ? answered : number.answer().finiteNumber(before)));
            }
        }
        return scope.with(GIVEN, new Value.Record(given));
    }

    /** The same with the keys of the earlier parts. */
    public Scope scope(int variant) {
        return scope(variant, Map.of());
    }
}
