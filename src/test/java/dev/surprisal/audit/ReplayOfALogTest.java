package dev.surprisal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.check.OwnCourse;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Definitions;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Grounds;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.EventLog.Deed;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerRepository;
import dev.surprisal.learner.LearnerToken;
import dev.surprisal.question.Definition;
import dev.surprisal.question.GeneratedAnswers;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Revision;
import dev.surprisal.store.Kind;
import dev.surprisal.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand events of the whole course, through the database and back. */
class ReplayOfALogTest {
    /** PostgreSQL has a tenth, all of them in the deep run: what differs is how they are stored, not how they are graded. */
    private static int events(Kind kind) {
        return kind == Kind.SQLITE || Boolean.getBoolean("surprisal.deep") ? 10_000 : 1_000;
    }

    private static final int OLDER = 40;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final GeneratedAnswers answers = new GeneratedAnswers(random);
    private final Set<String> types = new HashSet<>();

    /** A question or part with its revision and its definition, which take long to work out. */
    private record Place(Lesson lesson, Question item, String revision, Definition definition) {
        static Place of(Lesson lesson, Question item) {
            return new Place(
                    lesson, item, Revision.of(item), Definition.of(item).orElseThrow());
        }
    }

    private static List<Place> places;

    @BeforeAll
    static void read() {
        places = OwnCourse.checked().course().lessons().stream()
                .flatMap(lesson -> lesson.questions().stream()
                        .flatMap(question -> question.items().stream().map(item -> Place.of(lesson, item))))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyStoredVerdictComesOutAgainAndWhatAnOlderCoreSaidOtherwiseIsReported(Kind kind) throws IOException {
        int events = events(kind);
        try (Store store = Store.open(kind.empty(folder))) {
            var log = new EventLog(store, Clock.systemUTC());
            var kept = new Definitions(store, Clock.systemUTC());
            for (Place place : places) {
                kept.keep(
                        place.definition().id(),
                        place.item().id().value(),
                        place.definition().text());
            }
            var repository = new LearnerRepository(store, Clock.systemUTC());
            List<LearnerId> learners = Stream.of(1, 2, 3, 4, 5)
                    .map(seed -> repository.create(LearnerToken.random(), seed))
                    .toList();
            List<Deed> deeds = new ArrayList<>();
            Set<String> contradicted = new HashSet<>();
            int graded = 0;
            while (deeds.size() < events) {
                Place place = places.get(random.nextInt(places.size()));
                LearnerId learner = learners.get(random.nextInt(learners.size()));
                int variant = random.nextInt(place.item().variation().size());
                Item item =
                        new Item(place.lesson().id().value(), place.item().id().value(), place.revision(), variant);
                if (random.nextInt(10) == 0) {
                    deeds.add(new Deed(learner, new Event.HintShown(item, 1, deeds.size())));
                    continue;
                }
                String id = "attempt-" + deeds.size();
                boolean older = contradicted.size() < OLDER && random.nextInt(100) == 0;
                Optional<Answered> answered = answered(place, item, id, older);
                answered.ifPresent(each -> deeds.add(new Deed(learner, each)));
                graded += answered.isPresent() ? 1 : 0;
                if (older && answered.isPresent() && answered.get().verdict() != Event.Verdict.KEPT) {
                    contradicted.add(id);
                }
            }
            log.appendAll(deeds);

            Replay replay = Replay.of(log.answers(), kept.all());

            assertThat(types)
                    .contains(
                            "SingleChoice",
                            "MultipleChoice",
                            "NumberEntry",
                            "Blanks",
                            "Ordering",
                            "Matching",
                            "Explanation",
                            "WidgetState");
            assertThat(deeds).hasSize(events);
            assertThat(replay.without()).isZero();
            assertThat(replay.same()).isEqualTo(graded - contradicted.size());
            assertThat(replay.differences())
                    .hasSize(contradicted.size())
                    .allSatisfy(difference -> assertThat(difference.toString()).contains("by the core an-older-core"))
                    .extracting(difference -> difference.answered().id())
                    .containsExactlyInAnyOrderElementsOf(contradicted);
        }
    }

    /**
     * An answer with its verdict; nothing for what cannot be read.
     *
     * @param older whether a core graded it that took right for wrong
     */
    private Optional<Answered> answered(Place place, Item item, String id, boolean older) {
        Question question = place.item();
        Map<String, Double> own = answers.own(question);
        String input = answers.input(question, item.variant(), own);
        return Verdicts.stored(Grading.grade(new Posed(question, item.variant(), own), input))
                .map(verdict -> {
                    types.add(question.task().getClass().getSimpleName());
                    Event.Verdict said = switch (verdict) {
                        case RIGHT -> older ? Event.Verdict.WRONG : verdict;
                        case WRONG -> older ? Event.Verdict.RIGHT : verdict;
                        case KEPT -> verdict;
                    };
                    return new Answered(
                            id,
                            item,
                            input,
                            said,
                            older ? "an-older-core" : "this-core",
                            Grounds.of(place.definition().id(), own));
                });
    }
}
