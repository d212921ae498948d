package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Event.Reported;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.TakenBack;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.recall.Rating;
import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Kind;
import dev.surprisal.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Moving a record to another device, and erasing it, on both kinds of database. */
@ParameterizedClass
@EnumSource(Kind.class)
class OwnRecordTest {
    private static final Item WHICH = new Item("kl", "which", "r1", 0);
    private static final Item CARD = new Item("kl", "card-entropy", "", 0);

    /** Nothing was edited. */
    static final Progress.Yardstick ALL = new Progress.Yardstick() {
        @Override
        public boolean isPresent(Item item) {
            return true;
        }

        @Override
        public boolean isPresent(Regraded regraded) {
            return true;
        }

        @Override
        public boolean stands(Answered answer) {
            return true;
        }
    };

    private static final String TYPED = "zwiebelfisch in the night";

    @TempDir
    Path folder;

    private final Kind kind;
    private final Hands clock = new Hands();
    private DatabaseAddress address;
    private Store store;
    private LearnerRepository learners;
    private EventLog log;
    private Devices devices;

    OwnRecordTest(Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        address = kind.empty(folder);
        store = Store.open(address);
        learners = new LearnerRepository(store, clock);
        log = new EventLog(store, clock);
        devices = new Devices(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCodeIsGoodOnceHoweverItIsTyped() {
        LearnerId learner = learners.create(LearnerToken.random(), 1);
        String code = devices.newCode(learner);

        assertThat(code).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(devices.redeem("ZZZZ-ZZZZ")).isEmpty();
        assertThat(devices.redeem(" " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .contains(learner);
        assertThat(devices.redeem(code)).isEmpty();
    }

    @Test
    void aCodeIsGoodForTenMinutesAndUntilTheNextOne() {
        LearnerId learner = learners.create(LearnerToken.random(), 1);
        String first = devices.newCode(learner);
        String second = devices.newCode(learner);

        assertThat(devices.redeem(first)).isEmpty();
        clock.now = clock.now.plus(Devices.GOOD_FOR);
        assertThat(devices.redeem(second)).isEmpty();
    }

    @Test
    void aNewDeviceIsTheLearnersToo() {
        LearnerToken token = LearnerToken.random();
        LearnerId learner = learners.create(LearnerToken.random(), 1);

        devices.add(learner, token);

        assertThat(learners.find(token)).contains(learner);
    }

    @Test
    void twoRecordsBecomeOneInTheOrderInWhichThingsHappened() {
        LearnerToken phone = LearnerToken.random();
        LearnerToken desk = LearnerToken.random();
        LearnerId from = learners.create(phone, 1);
        LearnerId into = learners.create(desk, 2);
        log.append(into, new Visited("kl", "lesson"));
        later();
        log.append(from, new Visited("kl", "lesson"));
        Answered onThePhone = new Answered("attempt-phone", WHICH, "1", Verdict.WRONG, "1.0");
        log.append(from, onThePhone);
        later();
        Answered atTheDesk = new Answered("attempt-desk", WHICH, "2", Verdict.RIGHT, "1.0");
        log.append(into, atTheDesk);

        devices.merge(from, into);

        assertThat(log.events(into)).containsExactly(new Visited("kl", "lesson"), onThePhone, atTheDesk);
        assertThat(learners.find(phone)).contains(into);
        assertThat(learners.find(desk)).contains(into);
        assertThat(log.append(into, new HintShown(WHICH, 1))).isEqualTo(new HintShown(WHICH, 1));
        assertThat(log.events(into)).hasSize(4);
    }

    @Test
    void startingAgainOnOneDeviceLeavesTheWorkOfTheOther() {
        LearnerId phone = learners.create(LearnerToken.random(), 1);
        LearnerId desk = learners.create(LearnerToken.random(), 2);
        happens(phone, answer("phone-before"));
        happens(desk, answer("desk-before"));
        happens(desk, new StartedAgain("desk-again", "kl", "which"));
        happens(desk, answer("desk-after"));
        happens(phone, new StartedAgain("phone-undone", "", ""));
        happens(phone, new TakenBack("", "phone-undone"));
        happens(phone, new StartedAgain("phone-again", "", ""));
        happens(phone, answer("phone-after"));

        devices.merge(phone, desk);

        assertThat(standing(desk)).containsExactly("desk-after", "phone-after");
        assertThat(Progress.of(1, log.events(desk), ALL).question("which", 0).answers())
                .extracting(Answered::id)
                .containsExactly("desk-after", "phone-after");
        assertThat(log.events(desk)).as("nothing is lost").hasSize(8);
        happens(desk, new StartedAgain("both-again", "", ""));
        assertThat(standing(desk)).isEmpty();
    }

    @Test
    void ofWhatBothHaveDoneTheOneThatStandsCounts() {
        LearnerId phone = learners.create(LearnerToken.random(), 1);
        LearnerId desk = learners.create(LearnerToken.random(), 2);
        happens(desk, new SolutionShown(WHICH));
        happens(desk, new StartedAgain("desk-again", "", ""));
        happens(phone, new SolutionShown(WHICH));
        happens(phone, answer("phone-after"));

        devices.merge(phone, desk);

        assertThat(log.events(desk))
                .containsExactly(
                        new StartedAgain("desk-again", "", ""), new SolutionShown(WHICH), answer("phone-after"));
        assertThat(Progress.of(1, log.events(desk), ALL).question("which", 0).aided())
                .isTrue();
    }

    @Test
    void ratingsOfTheSameCardOnBothDevicesAreDifferentReviews() {
        LearnerId phone = learners.create(LearnerToken.random(), 1);
        LearnerId desk = learners.create(LearnerToken.random(), 2);
        happens(phone, new Reviewed(CARD, 0, Rating.GOOD));
        happens(desk, new Reviewed(CARD, 0, Rating.AGAIN));
        happens(phone, new Reviewed(CARD, 1, Rating.EASY));

        devices.merge(phone, desk);

        assertThat(log.events(desk))
                .containsExactly(
                        new Reviewed(CARD, 0, Rating.GOOD),
                        new Reviewed(CARD, 1, Rating.AGAIN),
                        new Reviewed(CARD, 2, Rating.EASY));
        int turns = Reviews.of(log.timed(desk), ALL).turns(CARD.question());
        happens(desk, new Reviewed(CARD, turns, Rating.HARD));
        assertThat(log.events(desk)).as("the next review is kept").hasSize(4);
    }

    private void happens(LearnerId learner, Event event) {
        later();
        log.append(learner, event);
    }

    private static Answered answer(String id) {
        return new Answered(id, WHICH, "1", Verdict.RIGHT, "1.0");
    }

    /** The ids of the answers that were not put away. */
    private List<String> standing(LearnerId learner) {
        return Judged.of(log.timed(learner), ALL).stream()
                .map(timed -> timed.event().id())
                .toList();
    }

    @Test
    void whatIsErasedIsInNoTableAndNotInTheFileAnyMore() throws IOException {
        LearnerToken token = LearnerToken.random();
        LearnerId learner = learners.create(token, 1);
        LearnerId other = learners.create(LearnerToken.random(), 2);
        log.append(other, new Visited("kl", "lesson"));
        for (int i = 0; i < 50; i++) {
            log.append(learner, new Answered("attempt-" + i, WHICH, TYPED + " " + i, Verdict.KEPT, "1.0"));
        }
        log.append(learner, new Reported("attempt-report", WHICH, TYPED));
        var reports = new Reports(store, log, clock);
        assertThat(reports.open()).isOne();
        reports.mark("attempt-report", true);
        assertThat(reports.open()).isZero();
        new Places(store, clock).keep(learner, new Place("kl", "lesson", ""));
        new Drafts(store, clock).keep(learner, "kl", "bench", new Drafts.Draft("1~a", "1~b"));
        devices.add(learner, LearnerToken.random());
        devices.newCode(learner);
        assertThat(kind == Kind.SQLITE && bytes().contains(TYPED)).isEqualTo(kind == Kind.SQLITE);

        new Erasure(store).erase(learner);

        assertThat(learners.find(token)).isEmpty();
        for (String table : store.tablesWith("learner")) {
            assertThat(store.read()
                            .sql("select count(*) from " + table + " where learner = :learner")
                            .param("learner", learner.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(store.tablesWith("learner")).contains("event", "place", "draft", "device", "moving_code");
        assertThat(new Reports(store, log, clock).all()).isEmpty();
        assertThat(log.events(other)).hasSize(1);
        assertThat(bytes()).doesNotContain(TYPED, learner.value());
    }

    /** What lies in the files of the database; nothing where it has none of its own. */
    private String bytes() throws IOException {
        var text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private void later() {
        clock.now = clock.now.plus(Duration.ofSeconds(1));
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-14T15:09:26Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
