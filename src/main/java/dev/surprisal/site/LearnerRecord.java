package dev.surprisal.site;

import dev.surprisal.content.CourseModule;
import dev.surprisal.content.Heading;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Option;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Progress.QuestionProgress;
import dev.surprisal.learner.Timed;
import dev.surprisal.learner.Tries;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.site.Status.Mark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What a learner has read, tried and solved, lesson by lesson, as the model of the page {@code progress.mustache}: the pages, each
 * question with where it stands, and every answer that was given to it as it is asked now.
 */
record LearnerRecord(String title, String words, boolean started, List<OfLesson> lessons) {

    /** How far a question is, from the best to the least. */
    enum Standing {
        /** Answered rightly, or judged by the learner where nobody else can. */
        RIGHT("right"),
        AIDED("with help"),
        /** A text that the learner found not yet all there. */
        JUDGED("not all there by your own judgement"),
        TRIED("tried"),
        OPEN("open");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** Of a question: the standing of the part that is least far. */
        static Standing of(Question question, Progress progress) {
            return question.items().stream()
                    .map(item -> ofItem(item, progress))
                    .max(Comparator.naturalOrder())
                    .orElse(OPEN);
        }

        /** Of what is answered by itself: the best that was reached on any of its variants. */
        private static Standing ofItem(Question item, Progress progress) {
            String id = item.id().value();
            boolean tried = progress.tried(id);
            return IntStream.range(0, item.variation().size())
                    .mapToObj(variant -> of(progress.question(id, variant), tried))
                    .min(Comparator.naturalOrder())
                    .orElse(OPEN);
        }

        private static Standing of(QuestionProgress progress, boolean tried) {
            if (tried && progress.aided()) {
                return AIDED;
            }
            if (progress.level() > 0 && progress.level() < Assessed.MOST) {
                return JUDGED;
            }
            if (tried && progress.closed()) {
                return RIGHT;
            }
            return progress.attempts() > 0 || progress.hints() > 0 ? TRIED : OPEN;
        }
    }

    /**
     * A lesson; the outcomes, sections and questions of one that was not begun are not listed.
     *
     * @param module with whose marks the lesson begins; null for all but its first
     */
    record OfLesson(
            @Nullable OfModule module,
            String id,
            String href,
            String title,
            Mark mark,
            String words,
            @Nullable Items<Mastery.OfOutcome> outcomes,
            List<OfPage> pages,
            @Nullable Items<OfSection> sections,
            @Nullable Items<OfQuestion> questions,
            boolean begun,
            boolean done) {}

    record OfModule(String title, String words) {}

    record OfSection(String html, String words) {}

    record OfPage(String href, String title, boolean visited) {}

    record OfQuestion(
            String href,
            String label,
            String section,
            String standing,
            String words,
            @Nullable Attempts attempts) {}

    /** The answers, newest last, under what was asked. */
    record Attempts(String summary, String stem, List<Attempt> items) {}

    record Attempt(String iso, String time, String answer, boolean right, String verdict) {}

    record Items<T>(List<T> items) {}

    private record Answer(Instant at, Answered answered) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    /**
     * @param yardstick what of the answers still means something; the others are left out
     */
    static LearnerRecord of(
            String root,
            List<CourseModule> modules,
            Progress progress,
            List<Timed> events,
            Progress.Yardstick yardstick) {
        List<Answer> answers = new ArrayList<>();
        for (Timed timed : Progress.counted(events, yardstick)) {
            if (timed.event() instanceof Answered answered) {
                answers.add(new Answer(timed.at(), answered));
            }
        }
        Tries tries = Tries.of(events, yardstick);
        List<OfLesson> each = new ArrayList<>();
        for (CourseModule module : modules) {
            OfModule heading = new OfModule(module.title(), tally(questions(module.lessons()), progress));
            for (Lesson lesson : module.lessons()) {
                each.add(lesson(root, heading, lesson, progress, tries, answers));
                heading = null;
            }
        }
        List<Question> questions = modules.stream()
                .flatMap(module -> questions(module.lessons()).stream())
                .toList();
        String words = events.isEmpty()
                ? "Nothing yet. The pages that you open and the questions that you answer will be listed here."
                : tally(questions, progress) + ".";
        return new LearnerRecord("Your progress", words, !events.isEmpty(), each);
    }

    private static List<Question> questions(List<Lesson> lessons) {
        return lessons.stream().flatMap(lesson -> lesson.questions().stream()).toList();
    }

    private static OfLesson lesson(
            String root,
            @Nullable OfModule module,
            Lesson lesson,
            Progress progress,
            Tries tries,
            List<Answer> answers) {
        List<OfPage> pages = new ArrayList<>();
        for (PageKind kind : lesson.pages().keySet()) {
            boolean visited = progress.visited(lesson.id().value(), kind.word());
            pages.add(new OfPage(root + kind.address(lesson.id()), kind.title(), visited));
        }
        List<OfQuestion> questions = QuestionPlace.of(lesson).stream()
                .map(place -> question(root, lesson, place, progress, answers))
                .toList();
        Mark mark = Marks.of(lesson, progress);
        boolean listed = !questions.isEmpty() && !mark.state().equals("new");
        List<Mastery.OfOutcome> outcomes = Mastery.of(lesson, tries);
        return new OfLesson(
                module,
                lesson.id().value(),
                root + PageKind.OVERVIEW.address(lesson.id()),
                lesson.title(),
                mark,
                questions.isEmpty() ? "" : tally(lesson.questions(), progress),
                listed && !outcomes.isEmpty() ? new Items<>(outcomes) : null,
                pages,
                listed ? new Items<>(sections(lesson, progress)) : null,
                listed ? new Items<>(questions) : null,
                lesson.questions().stream().anyMatch(question -> Standing.of(question, progress) != Standing.OPEN),
                !lesson.questions().isEmpty()
                        && lesson.questions().stream().allMatch(question -> Marks.isDone(question, progress)));
    }

    private static List<OfSection> sections(Lesson lesson, Progress progress) {
        Map<String, List<Question>> sections = new LinkedHashMap<>();
        for (QuestionPlace place : QuestionPlace.of(lesson)) {
            String section =
                    place.section().map(Heading::html).orElse(place.page().title());
            sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(place.question());
        }
        return sections.entrySet().stream()
                .map(section -> new OfSection(section.getKey(), tally(section.getValue(), progress)))
                .toList();
    }

    private static OfQuestion question(
            String root, Lesson lesson, QuestionPlace place, Progress progress, List<Answer> answers) {
        Question question = place.question();
        Standing standing = Standing.of(question, progress);
        List<Attempt> attempts = new ArrayList<>();
        int shown = 0;
        for (Answer answer : answers) {
            for (Question item : question.items()) {
                if (answer.answered().item().question().equals(item.id().value())) {
                    attempts.add(attempt(item, answer, progress));
                    shown = answer.answered().item().variant();
                }
            }
        }
        return new OfQuestion(
                root + place.page().address(lesson.id()) + "#" + question.id(),
                place.page().title() + ", question " + place.number(),
                place.section().map(heading -> heading.html()).orElse(""),
                standing.name().toLowerCase(Locale.ROOT),
                standing.words,
                attempts.isEmpty()
                        ? null
                        : new Attempts(
                                count(attempts), Posed.of(question, shown).html(question.stem()), attempts));
    }

    private static String count(List<Attempt> attempts) {
        return attempts.size() == 1 ? "1 attempt" : attempts.size() + " attempts";
    }

    private static Attempt attempt(Question item, Answer answer, Progress progress) {
        Answered answered = answer.answered();
        String verdict = switch (answered.verdict()) {
            case RIGHT -> "right";
            case WRONG -> "not yet";
            case KEPT -> "kept";
        };
        return new Attempt(
                answer.at().toString(),
                TIME.format(answer.at()),
                given(Posed.of(item, answered.item().variant()), answered.input()),
                answered.verdict() == Verdict.RIGHT,
                isInForce(item, answered, progress) ? verdict : verdict + ", put away");
    }

    /** Whether it was not put away since, by starting again. */
    private static boolean isInForce(Question item, Answered answered, Progress progress) {
        int variant = item.variation().place(answered.item().variant());
        return progress.question(item.id().value(), variant).answers().stream()
                .anyMatch(answer -> answer.id().equals(answered.id()));
    }

    /** What was chosen, put in order or typed, as HTML. */
    static String given(Posed posed, String input) {
        List<String> keys = List.of(input.split(Grading.SEPARATOR, -1));
        return switch (posed.item().task()) {
            case Task.SingleChoice(var options) -> chosen(posed, options, keys);
            case Task.MultipleChoice(var options) -> chosen(posed, options, keys);
            case Task.Ordering(var items) ->
                keys.stream()
                        .flatMap(key -> items.stream().filter(item -> item.key().equals(key)))
                        .map(item -> posed.html(item.text()))
                        .collect(Collectors.joining("; "));
            case Task.Matching matching -> matched(posed, matching, input);
            case Task.Blanks _ -> HtmlUtils.htmlEscape(input.replace(Grading.NEXT_BLANK, "; "), "UTF-8");
            case Task.WidgetState _ -> "a state of the calculator";
            case Task.NumberEntry _, Task.Explanation _, Task.Parts _ -> HtmlUtils.htmlEscape(input, "UTF-8");
        };
    }

    private static String matched(Posed posed, Task.Matching matching, String input) {
        Map<String, String> partners = Grading.partners(input);
        return matching.pairs().stream()
                .flatMap(pair -> matching.choices().stream()
                        .filter(choice ->
                                choice.key().equals(partners.get(pair.left().key())))
                        .map(choice -> posed.html(pair.left().text()) + " → " + posed.html(choice.text())))
                .collect(Collectors.joining("; "));
    }

    private static String chosen(Posed posed, List<Option> options, List<String> keys) {
        String chosen = options.stream()
                .filter(option -> keys.contains(option.key()))
                .map(option -> posed.html(option.text()))
                .collect(Collectors.joining("; "));
        return chosen.isEmpty() ? "none of them" : chosen;
    }

    private static String tally(List<Question> questions, Progress progress) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        for (Question question : questions) {
            counts.merge(Standing.of(question, progress), 1, Integer::sum);
        }
        String words = counts.getOrDefault(Standing.RIGHT, 0) + " of " + questions.size()
                + (questions.size() == 1 ? " question right" : " questions right");
        for (Standing further : List.of(Standing.AIDED, Standing.JUDGED, Standing.TRIED)) {
            words += counts.containsKey(further) ? ", " + counts.get(further) + " " + further.words : "";
        }
        return words;
    }
}
