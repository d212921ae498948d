package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A sentence that gives KL a value, minimises it or puts it between two distributions says which direction it means: by the words
 * forward, reverse or direction, or by a formula with two arguments. Sentences about KL as such need no direction.
 */
final class NamedDirectionRule implements PassageRule {

    private static final Pattern KL = Pattern.compile("\\bKL\\b|Kullback", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:minimi[sz]\\w*|maximi[sz]\\w*|reduc\\w*|between|nats?|bits?|equals|least|smallest|lowest|largest)\\b|`");

    private static final Pattern DIRECTION = Pattern.compile(
            "\\b(?:[Ff]orward|[Rr]everse|[Dd]irections?|[Bb]oth ways)\\b|\\\\mathrm\\{KL\\}\\s*+\\(|D\\s*+\\(|\\bon the left\\b");

    @Override
    public Rule rule() {
        return Rule.UNNAMED_DIRECTION;
    }

    @Override
    public void check(Passage passage, Consumer<Problem> problems) {
        for (Sentences.Sentence sentence : Sentences.of(passage)) {
            String text = sentence.text();
            if (KL.matcher(withoutFormulas(text)).find()
                    && CLAIM.matcher(withoutFormulas(text)).find()
                    && !DIRECTION.matcher(text).find()) {
                problems.accept(
                        Problem.of(
                                Rule.UNNAMED_DIRECTION,
                                sentence.first().position(sentence.start()),
                                "this sentence does not say which direction of KL it means: forward, reverse, or a formula with both arguments"));
            }
        }
    }

    private static String withoutFormulas(String text) {
        return text.replaceAll("\\$[^$]*+\\$", " ");
    }
}
