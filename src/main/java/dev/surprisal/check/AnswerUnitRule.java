package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.question.Posed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code unit=} is the unit in which the answer's expression gives it, and one that the question speaks of where it speaks of any. */
final class AnswerUnitRule implements QuestionRule {

    private static final Pattern GIVEN = Pattern.compile("given\\.([\\w-]++)");
    private static final Pattern SUM_OF_GIVEN = Pattern.compile("given\\.[\\w-]++(?: [+-] given\\.[\\w-]++)*+");
    private static final Pattern WORD = Pattern.compile("\\b(nats?|bits?)\\b");

    @Override
    public Rule rule() {
        return Rule.WRONG_UNIT;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (!(question.task() instanceof Task.NumberEntry number)) {
            return;
        }
        Optional<InformationUnit> unit = InformationUnit.find(number.unit());
        if (unit.isEmpty()) {
            return;
        }
        Optional<InformationUnit> given = InformationUnit.of(number.answer()).or(() -> ofEarlier(question, number));
        String fault = null;
        if (given.isPresent() && !given.equals(unit)) {
            fault = "the answer " + number.answer() + " is in " + given.get() + ", and unit= says " + unit.get();
        } else if (isOther(question, question.stem(), unit.get())) {
            fault = "unit= says " + unit.get() + ", and the question speaks only of the other unit";
        } else if (question.solution() != null && isOther(question, question.solution(), unit.get())) {
            fault = "unit= says " + unit.get() + ", and the solution speaks only of the other unit";
        }
        if (fault != null) {
            problems.accept(Problem.of(Rule.WRONG_UNIT, question.position(), fault));
        }
    }

    /** The unit of the earlier results that an answer is a sum of. */
    private static Optional<InformationUnit> ofEarlier(Question question, Task.NumberEntry number) {
        Set<InformationUnit> units = EnumSet.noneOf(InformationUnit.class);
        Matcher names = GIVEN.matcher(number.answer().toString());
        if (!SUM_OF_GIVEN.matcher(number.answer().toString()).matches()) {
            return Optional.empty();
        }
        while (names.find()) {
            question.earlier().stream()
                    .filter(part -> part.id().part().equals(names.group(1)))
                    .forEach(part -> {
                        if (part.task() instanceof Task.NumberEntry earlier) {
                            InformationUnit.find(earlier.unit()).ifPresent(units::add);
                        }
                    });
        }
        return units.size() == 1 ? Optional.of(units.iterator().next()) : Optional.empty();
    }

    /** Whether a wording speaks of nats or bits and not of this unit. */
    private static boolean isOther(Question question, Wording wording, InformationUnit unit) {
        Set<InformationUnit> named = EnumSet.noneOf(InformationUnit.class);
        Matcher words = WORD.matcher(Told.text(Posed.of(question, 0).html(wording)));
        while (words.find()) {
            InformationUnit.find(words.group()).ifPresent(named::add);
        }
        return !named.isEmpty() && !named.contains(unit);
    }
}
