package dev.surprisal.check;

import dev.surprisal.check.formula.Bound;
import dev.surprisal.check.formula.Chain;
import dev.surprisal.check.formula.Computed;
import dev.surprisal.check.formula.FormulaReader;
import dev.surprisal.check.formula.Relation;
import dev.surprisal.check.formula.Term;
import dev.surprisal.content.LessonText;
import dev.surprisal.content.Passage;
import dev.surprisal.content.Passage.Piece;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.math.Elementary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a formula says of distributions is true: with the numbers that the text has given to its names, and as an identity on drawn
 * distributions. A formula is also held against the number that stands behind it and against the name that the text gives it.
 */
final class EquationRule {

    /** Words that say a formula and what follows are the same. */
    private static final Pattern SAME = Pattern.compile(
            "^\\s*+,?\\s*+(?:(?:is|or|that is|which is|gives|equals|about|exactly|a mild|≈|=),?\\s*+)++$");

    private static final Pattern UNIT = Pattern.compile("^\\s*+(?:nats?|bits?)\\b");
    private static final Pattern DIRECTION = Pattern.compile("\\b(forward|reverse)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!:;](?:\\s|$)");
    private static final Pattern ABOUT = Pattern.compile("\\b(?:about|mild)\\b");
    private static final Pattern AND = Pattern.compile("^,? and $");
    private static final Pattern PROBABILITY = Pattern.compile("\\b[Pp]robability $");
    private static final Pattern POSITIVE = Pattern.compile("^\\s*+is (?:positive|never negative|not negative)\\b");
    private static final Pattern ADD = Pattern.compile("\\b[Aa]dd $");
    private static final Pattern OVER_OUTCOMES = Pattern.compile("^\\s*+over the outcomes: $");
    /** Pieces: no sentence has more in front of a formula. */
    private static final int LOOK_BACK = 60;

    private static final double EXACTLY = 1e-9;
    private static final double ROUGHLY = 1e-3;
    private static final double LN_2 = Elementary.log(2);

    /** Of each question so many variants are tried: a wrong formula is wrong on nearly all. */
    private static final int VARIANTS = 8;

    /** For the numbers of a lesson, or of a question: as much as a lesson may take to be shown. */
    private static final int MOST_WORK = 1_000_000;

    private EquationRule() {}

    /** @param questions of the course, by their ids, as far as they could be read */
    static void check(LessonText text, Map<String, Question> questions, Consumer<Problem> problems) {
        new Reading(text, questions, problems).read();
    }

    /** One page, read from its first passage to its last. */
    private static final class Reading {
        private final LessonText text;
        private final Map<String, Question> questions;
        private final Consumer<Problem> problems;

        /** What has been given to names since the last heading, or in the question around. */
        private Map<String, Term> said = new HashMap<>();

        private Map<String, Term> outside = said;
        private String question = "";
        private List<Bound> known = List.of();
        /** By the question; that of the lesson has no name. */
        private final Map<String, List<Computed>> computed = new HashMap<>();

        private Optional<Term> before = Optional.empty();

        /** What the lines of a derivation have put equal to something that is not read further, such as a loss of parameters. */
        private final Map<String, Term> stated = new HashMap<>();

        private Optional<QuantityName> called = Optional.empty();

        Reading(LessonText text, Map<String, Question> questions, Consumer<Problem> problems) {
            this.text = text;
            this.questions = questions;
            this.problems = problems;
        }

        void read() {
            Optional<Piece> displayed = Optional.empty();
            for (Passage passage : text.passages()) {
                Optional<Piece> above = displayed;
                Attempt.at(text.position(passage), Rule.EQUATION, problems, () -> {
                    enter(passage);
                    above.ifPresent(piece -> named(piece, passage));
                    passage(passage);
                });
                List<Piece> pieces = passage.pieces();
                displayed = pieces.size() == 1 && pieces.getFirst().kind() == Passage.Kind.FORMULA
                        ? Optional.of(pieces.getFirst())
                        : Optional.empty();
            }
        }

        /** A displayed formula, against the name that the passage below gives it. */
        private void named(Piece displayed, Passage below) {
            QuantityName.next(below.text())
                    .flatMap(name -> FormulaReader.read(displayed.text())
                            .flatMap(chain -> name.fault(chain.sides().getLast())))
                    .ifPresent(fault -> report(displayed, fault));
        }

        private void enter(Passage passage) {
            if (!passage.question().equals(question)) {
                if (question.isEmpty()) {
                    outside = said;
                }
                question = passage.question();
                before = Optional.empty();
                said = new HashMap<>(outside);
                if (!question.isEmpty()) {
                    Map<String, Term> all = new HashMap<>();
                    text.passages().stream()
                            .filter(other -> other.question().equals(question))
                            .forEach(other -> given(other).forEach(all::putIfAbsent));
                    said.putAll(all);
                }
            }
            if (passage.level() > 0) {
                said.clear();
                stated.clear();
                before = Optional.empty();
            }
            Map<String, Term> given = given(passage);
            moved(passage, given).forEach(said::remove);
            said.putAll(given);
            known = computed.computeIfAbsent(question, _ -> computed()).stream()
                    .map(numbers -> new Bound(said, numbers))
                    .toList();
        }

        /** The numbers of the lesson, or of some variants of the question around. */
        private List<Computed> computed() {
            Question around = questions.get(question);
            if (around == null) {
                return List.of(new Computed(text.names(), MOST_WORK));
            }
            int[] variants = Variants.some(around, VARIANTS);
            return Arrays.stream(variants)
                    .mapToObj(variant -> new Computed(around.variation().at(variant), MOST_WORK / variants.length))
                    .toList();
        }

        /** The letters that a passage puts equal to something without a value, {@code $a = 1/v$}: they have no known value any more. */
        private static Set<String> moved(Passage passage, Map<String, Term> given) {
            Set<String> moved = new HashSet<>();
            for (Piece piece : passage.pieces()) {
                formula(piece)
                        .filter(chain -> !chain.goesOn()
                                && chain.sides().size() > 1
                                && chain.sides().getFirst() instanceof Term.Letter)
                        .map(chain -> name(chain.sides().getFirst()))
                        .filter(name -> !given.containsKey(name))
                        .ifPresent(moved::add);
            }
            return moved;
        }

        /** What a passage gives to names: {@code $p = (0.7, 0.3)$}, or {@code $a$ is about `0.5 == 1/2`}. */
        private static Map<String, Term> given(Passage passage) {
            Map<String, Term> given = new HashMap<>();
            List<Piece> pieces = passage.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                Optional<Chain> chain = formula(pieces.get(i));
                if (chain.isEmpty() || chain.get().goesOn()) {
                    continue;
                }
                List<Term> sides = chain.get().sides();
                if (sides.size() == 2
                        && isSame(chain.get().relations().getFirst())
                        && Equations.isGiven(sides.get(0), sides.get(1))) {
                    given.put(name(sides.get(0)), sides.get(1));
                } else if (sides.size() == 1 && sides.getFirst() instanceof Term.Letter(var name)) {
                    numberBehind(pieces, i).ifPresent(number -> given.put(name, number));
                }
            }
            return given;
        }

        private static boolean isSame(Relation relation) {
            return relation == Relation.EQUAL || relation == Relation.ABOUT;
        }

        private static String name(Term term) {
            return switch (term) {
                case Term.Probability(var name, var _) -> name;
                case Term.Letter(var name) -> name;
                default -> "";
            };
        }

        private static Optional<Chain> formula(Piece piece) {
            return piece.kind() == Passage.Kind.FORMULA ? FormulaReader.read(piece.text()) : Optional.empty();
        }

        /** The number that stands behind a piece and is said to be the same. */
        private static Optional<Term> numberBehind(List<Piece> pieces, int index) {
            int next = next(pieces, index);
            if (next == pieces.size()
                    || pieces.get(next).kind() != Passage.Kind.CODE
                    || !SAME.matcher(words(pieces, index + 1, next)).find()) {
                return Optional.empty();
            }
            String code = pieces.get(next).text();
            int equals = code.indexOf("==");
            return code.contains("=")
                    ? Optional.of(new Term.Inserted("= "
                            + code.substring(equals < 0 ? code.indexOf('=') + 1 : equals + 2)
                                    .strip()))
                    : Optional.empty();
        }

        /** The next piece that is no text. */
        private static int next(List<Piece> pieces, int index) {
            int next = index + 1;
            while (next < pieces.size() && pieces.get(next).kind() == Passage.Kind.TEXT) {
                next++;
            }
            return next;
        }

        private static String words(List<Piece> pieces, int from, int to) {
            var words = new StringBuilder();
            pieces.subList(from, to).forEach(piece -> words.append(piece.text()));
            return words.toString();
        }

        private void passage(Passage passage) {
            List<Piece> pieces = passage.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                Optional<Chain> read = formula(pieces.get(i));
                if (read.isEmpty()) {
                    continue;
                }
                // Only what stands alone, as the steps of a derivation do: in a list "$> 0$: …" goes on from nothing
                Chain chain = read.get().goesOn() && before.isPresent() && pieces.size() == 1
                        ? read.get().from(before.get())
                        : read.get();
                int index = i;
                Equations.fault(chain, known)
                        .or(() -> pieces.size() == 1 ? ofStated(chain) : Optional.empty())
                        .or(() -> ofNumber(pieces, index, chain))
                        .or(() -> ofName(pieces, index, chain))
                        .or(() -> ofDirection(pieces, index, chain))
                        .or(() -> ofUnit(pieces, index, chain))
                        .or(() -> ofProbability(pieces, index, chain))
                        .or(() -> ofOutcomes(pieces, index, chain))
                        .or(() -> ofSum(chain))
                        .ifPresent(fault -> report(pieces.get(index), fault));
                before = Optional.of(chain.sides().getLast());
            }
        }

        /** Two lines that put the same thing equal to something put these two equal. */
        private Optional<String> ofStated(Chain chain) {
            if (chain.goesOn()
                    || chain.sides().size() < 2
                    || !(chain.sides().getFirst() instanceof Term.Opaque(var name))
                    || chain.relations().getFirst() != Relation.EQUAL) {
                return Optional.empty();
            }
            Term now = chain.sides().get(1);
            Term earlier = stated.put(name, chain.sides().getLast());
            // A sum over samples is only about what it estimates
            return earlier == null || Chain.has(earlier, Term.SampleSum.class) || Chain.has(now, Term.SampleSum.class)
                    ? Optional.empty()
                    : Equations.fault(new Chain(List.of(earlier, now), List.of(Relation.EQUAL)), known)
                            .map(fault -> "a line above puts the same thing equal to something else: " + fault);
        }

        /** Against the number, or the formula, that the text says is the same. */
        private Optional<String> ofNumber(List<Piece> pieces, int index, Chain chain) {
            int next = next(pieces, index);
            Optional<Term> other = numberBehind(pieces, index);
            if (other.isEmpty()
                    && next < pieces.size()
                    && SAME.matcher(words(pieces, index + 1, next)).find()) {
                other = formula(pieces.get(next))
                        .filter(behind -> !behind.goesOn())
                        .map(behind -> behind.sides().getFirst());
            }
            Term side = chain.sides().getLast();
            int sides = chain.sides().size();
            boolean given = sides > 1
                    && (side instanceof Term.Inserted
                            || Equations.isGiven(chain.sides().get(sides - 2), side));
            if (other.isEmpty() || given || side instanceof Term.Letter || side instanceof Term.Numeral) {
                return Optional.empty();
            }
            // "About" what leaves out a little is no mistake
            double slack = ABOUT.matcher(words(pieces, index + 1, next)).find() ? ROUGHLY : EXACTLY;
            for (Bound setting : known) {
                OptionalDouble left = Equations.value(side, setting);
                OptionalDouble right = Equations.value(other.get(), setting);
                if (left.isPresent()
                        && right.isPresent()
                        && !isNear(left.getAsDouble(), right.getAsDouble(), slack)
                        && !isNear(left.getAsDouble() / LN_2, right.getAsDouble(), slack)) {
                    return Optional.of("this is " + Numbers.shown(left.getAsDouble())
                            + ", and what the text says is the same is " + Numbers.shown(right.getAsDouble()));
                }
            }
            return Optional.empty();
        }

        private static boolean isNear(double left, double right, double slack) {
            return Math.abs(left - right) <= slack * Math.max(1, Math.abs(right));
        }

        private Optional<String> ofName(List<Piece> pieces, int index, Chain chain) {
            if (chain.goesOn()) {
                return Optional.empty();
            }
            String wordsBefore = textBefore(pieces, index);
            Optional<QuantityName> name = QuantityName.before(wordsBefore);
            if (name.isEmpty()) {
                int next = next(pieces, index);
                name = QuantityName.after(words(pieces, index + 1, next));
                Optional<String> fault = name.isPresent() && next < pieces.size()
                        ? faultBetween(chain.sides().getFirst(), pieces.get(next))
                        : Optional.empty();
                if (fault.isPresent()) {
                    return fault;
                }
            }
            if (name.isEmpty() && AND.matcher(wordsBefore).find()) {
                name = called; // the costs … and …
            }
            called = name;
            Term side = chain.sides().getFirst();
            return name.flatMap(word -> word.fault(side).or(() -> negative(word.toString(), side)));
        }

        /** What cannot be negative and is, with what is known. */
        private Optional<String> negative(String what, Term side) {
            if (what.contains("likelihood")) {
                return Optional.empty();
            }
            for (Bound setting : known) {
                OptionalDouble value = Equations.value(side, setting);
                if (value.isPresent() && value.getAsDouble() < -1e-9) {
                    return Optional.of("this is " + Numbers.shown(value.getAsDouble()) + ", and the " + what
                            + " is never negative: is a sign wrong?");
                }
            }
            return Optional.empty();
        }

        /** The text before a piece, back to the piece before it. */
        private static String textBefore(List<Piece> pieces, int index) {
            int from = index;
            while (from > 0 && pieces.get(from - 1).kind() == Passage.Kind.TEXT) {
                from--;
            }
            return words(pieces, from, index);
        }

        /** A KL whose letters say which side is which goes the way that the nearest word before it says. */
        private static Optional<String> ofDirection(List<Piece> pieces, int index, Chain chain) {
            if (chain.sides().size() > 1 || !Chain.has(chain.sides().getFirst(), Term.Kl.class)) {
                return Optional.empty();
            }
            var sentence = new StringBuilder();
            for (int i = Math.max(0, index - LOOK_BACK); i < index; i++) {
                sentence.append(
                        pieces.get(i).kind() == Passage.Kind.TEXT
                                ? pieces.get(i).text()
                                : " $ ");
            }
            int start = 0;
            Matcher end = SENTENCE_END.matcher(sentence);
            while (end.find()) {
                start = end.end();
            }
            String word = "";
            Matcher words = DIRECTION.matcher(sentence.substring(start));
            while (words.find()) {
                word = words.group(1).toLowerCase(Locale.ROOT);
            }
            if (word.isEmpty()) {
                return Optional.empty();
            }
            String said = word;
            String[] fault = {""};
            chain.sides().getFirst().walk(part -> {
                if (part instanceof Term.Kl(var p, var q)) {
                    Roles.of(List.of(p, q))
                            .filter(roles -> roles.data().equals(p) != said.equals("forward"))
                            .ifPresent(_ -> fault[0] = "the text calls this the " + said
                                    + " KL, and the formula has the " + (said.equals("forward") ? "model" : "data")
                                    + " on the left");
                }
            });
            return fault[0].isEmpty() ? Optional.empty() : Optional.of(fault[0]);
        }

        /** A probability is one. */
        private Optional<String> ofProbability(List<Piece> pieces, int index, Chain chain) {
            if (chain.sides().size() > 1
                    || !PROBABILITY.matcher(textBefore(pieces, index)).find()) {
                return Optional.empty();
            }
            for (Bound setting : known) {
                OptionalDouble value = Equations.value(chain.sides().getFirst(), setting);
                if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= 1 + EXACTLY)) {
                    return Optional.of(
                            "the text calls this a probability, and it is " + Numbers.shown(value.getAsDouble()));
                }
            }
            return Optional.empty();
        }

        /** "Add $…$ over the outcomes: $…$": the sum of the one is the other. */
        private static Optional<String> ofOutcomes(List<Piece> pieces, int index, Chain chain) {
            int next = next(pieces, index);
            if (next == pieces.size()
                    || !ADD.matcher(textBefore(pieces, index)).find()
                    || !OVER_OUTCOMES.matcher(words(pieces, index + 1, next)).find()) {
                return Optional.empty();
            }
            return faultBetween(new Term.Sum(chain.sides().getFirst()), pieces.get(next));
        }

        /** What is wrong with the statement that a side and the formula in a piece are the same. */
        private static Optional<String> faultBetween(Term side, Piece piece) {
            return formula(piece)
                    .filter(other -> !other.goesOn())
                    .flatMap(other -> Equations.fault(
                            new Chain(List.of(side, other.sides().getFirst()), List.of(Relation.EQUAL)), List.of()));
        }

        /** An amount of nats or bits is not negative, nor is what is said not to be. */
        private Optional<String> ofUnit(List<Piece> pieces, int index, Chain chain) {
            Term side = chain.sides().getLast();
            String behind = words(pieces, index + 1, next(pieces, index));
            if (!(UNIT.matcher(behind).find() || POSITIVE.matcher(behind).find())
                    || !Chain.has(side, Term.Logarithm.class)) {
                return Optional.empty();
            }
            return Chain.letters(side).isEmpty() && !Chain.distributions(side).isEmpty()
                    ? QuantityName.SURPRISE.fault(side)
                    : negative("amount of information", side);
        }

        /** Entropies, means and divergences that are added make something that has a name. */
        private static Optional<String> ofSum(Chain chain) {
            Term side = chain.sides().getFirst();
            if (chain.sides().size() > 1 || !(side instanceof Term.Plus)) {
                return Optional.empty();
            }
            return KnownSums.fault(side);
        }

        private void report(Piece piece, String fault) {
            problems.accept(Problem.of(Rule.EQUATION, piece.position(0), fault));
        }
    }
}
