package dev.surprisal.audit;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.EventLog.Given;
import dev.surprisal.question.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log graded once more, each answer by the definition that was kept when it was given.
 *
 * @param same answers that got their stored verdict again
 * @param without answers from before definitions were kept, or whose definition is missing
 * @param differences the others
 */
public record Replay(int same, int without, List<Difference> differences) {

    public Replay {
        differences = List.copyOf(differences);
    }

    /** An answer whose verdict is another one by the present core. */
    public record Difference(Answered answered, String stored, String now) {
        @Override
        public String toString() {
            return answered.item().question() + " " + answered.id() + ": " + stored + " by the core "
                    + answered.coreVersion() + ", " + now + " by the present one";
        }
    }

    /** @param definitions the canonical texts by their ids */
    public static Replay of(Iterable<Given> log, Map<String, String> definitions) {
        Map<String, Optional<Definition.Grader>> graders = new HashMap<>();
        List<Difference> differences = new ArrayList<>();
        int same = 0;
        int without = 0;
        for (Given given : log) {
            Answered answered = given.answered();
            Optional<Definition.Grader> grader = graders.computeIfAbsent(
                    answered.grounds().definition(),
                    id -> Optional.ofNullable(definitions.get(id)).map(text -> new Definition(text).grading()));
            if (grader.isEmpty()) {
                without++;
                continue;
            }
            var now = Verdicts.stored(grader.get()
                    .grade(
                            answered.item().variant(),
                            answered.input(),
                            answered.grounds().numbers()));
            if (now.equals(Optional.of(answered.verdict()))) {
                same++;
            } else {
                differences.add(
                        new Difference(answered, Verdicts.word(Optional.of(answered.verdict())), Verdicts.word(now)));
            }
        }
        return new Replay(same, without, differences);
    }

    /** "10000 verdicts are the same, 2 differ". */
    public String words() {
        String words = Regrading.counted(same, "verdict is", "verdicts are") + " the same, " + differences.size()
                + (differences.size() == 1 ? " differs" : " differ");
        return without == 0
                ? words
                : words + "; " + Regrading.counted(without, "answer has", "answers have")
                        + " no definition to be graded by";
    }
}
