package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** No sentence gives the KL divergence a ceiling: published texts say that it lies between zero and one. */
final class BoundRule implements PassageRule {

    private static final Pattern KL = Pattern.compile("\\bKL\\b|Kullback", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern CEILING = Pattern.compile(
            "(?:bounded (?:above )?by|at most|never exceeds?|cannot exceed|never (?:more|greater|larger) than|between (?:0|zero|\\$0\\$) and"
                    + "|maximum (?:value )?of|from (?:0|zero|\\$0\\$) to) (?:one\\b|1\\b|\\$1\\$)");

    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:not|no|nor|neither|unlike|without)\\b|n[’']t\\b|Jensen|total variation|\\bJS\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Rule rule() {
        return Rule.KL_BOUND;
    }

    @Override
    public void check(Passage passage, Consumer<Problem> problems) {
        for (Sentences.Sentence sentence : Sentences.of(passage)) {
            String text = sentence.text();
            if (KL.matcher(text).find()
                    && CEILING.matcher(text).find()
                    && !OTHER.matcher(text).find()) {
                problems.accept(
                        Problem.of(
                                Rule.KL_BOUND,
                                sentence.first().position(sentence.start()),
                                "KL has no ceiling: it is infinite where the second distribution excludes what the first can produce"));
            }
        }
    }
}
