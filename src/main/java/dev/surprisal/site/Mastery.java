package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Tries;
import dev.surprisal.learner.Tries.Count;
import dev.surprisal.math.distribution.Beta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well the outcomes of a lesson are mastered, as the course itself would say it: the share of tries at an outcome's questions that
 * would be right, with a uniform prior and so with the posterior Beta(1 + right, 1 + not right). What counts as a try is said by
 * {@link Tries}.
 */
final class Mastery {
    private static final double PRIOR = 1;

    /** More than this share of tries is what "secure" speaks of. */
    private static final double HIGH = 0.8;

    private static final double TAIL = 0.05;

    private Mastery() {}

    enum Standing {
        SECURE("secure"),
        GROWING("on the way"),
        SHAKY("to practise"),
        OPEN("not tried");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        private static Standing of(Count count, Beta posterior) {
            if (count.all() == 0) {
                return OPEN;
            }
            return posterior.survival(HIGH) >= 0.5 ? SECURE : posterior.mean() >= 0.5 ? GROWING : SHAKY;
        }
    }

    /**
     * @param html the outcome as the lesson has it
     * @param words what the picture shows
     */
    record OfOutcome(String html, String standing, String label, String words, String picture) {}

    /** Each outcome of a lesson that questions are about. */
    static List<OfOutcome> of(Lesson lesson, Tries tries) {
        List<OfOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < lesson.outcomesHtml().size(); i++) {
            int number = i + 1;
            List<Question> questions = lesson.questions().stream()
                    .filter(question -> question.outcome() == number)
                    .toList();
            if (!questions.isEmpty()) {
                Count count = questions.stream()
                        .flatMap(question -> question.items().stream())
                        .map(item -> tries.of(item.id().value()))
                        .reduce(Count.NONE, Count::plus);
                outcomes.add(outcome(lesson.outcomesHtml().get(i), count));
            }
        }
        return outcomes;
    }

    private static OfOutcome outcome(String html, Count count) {
        Beta posterior = posterior(count);
        Standing standing = Standing.of(count, posterior);
        String words = words(count, posterior);
        return new OfOutcome(
                html,
                standing.name().toLowerCase(Locale.ROOT),
                standing.words,
                words,
                MasteryPicture.of(posterior, words));
    }

    static Beta posterior(Count count) {
        return new Beta(PRIOR + count.right(), PRIOR + count.notRight());
    }

    static String words(Count count, Beta posterior) {
        if (count.all() == 0) {
            return "Not tried yet: every share is as plausible as any other.";
        }
        return count.right() + " of " + count.all() + (count.all() == 1 ? " try" : " tries") + " right. You would get "
                + percent(posterior.quantile(TAIL)) + " to " + percent(posterior.quantile(1 - TAIL))
                + " % right, with probability 0.9.";
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }
}
