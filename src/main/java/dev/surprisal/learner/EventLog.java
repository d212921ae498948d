package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.Grounds;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Event.Reported;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.TakenBack;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.recall.Rating;
import dev.surprisal.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log of what learners did, append-only. {@link #append} returns after the commit: what it has taken survives the death
 * of the process.
 */
@Repository
public class EventLog {
    private static final int AT_ONCE = 200;

    private final Store store;
    private final Clock clock;

    /** The log of an open database; the application gets its own from Spring. */
    public EventLog(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Appends an event, unless the learner already has one with its id.
     *
     * @return the event that the log holds under this id: the given one, or the earlier one
     */
    public Event append(LearnerId learner, Event event) {
        return store.write(jdbc -> append(jdbc, learner, event, clock.millis()));
    }

    /** Whether a learner has an event of this id. */
    public boolean has(LearnerId learner, String id) {
        return !store.read()
                .sql("select 1 from event where learner = :learner and id = :id")
                .param("learner", learner.value())
                .param("id", id)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /**
     * Appends many at once, some hundreds in a transaction; what was there already is not appended again, and nothing of learners who
     * have been erased or merged since the deeds were thought of.
     */
    public void appendAll(List<Deed> deeds) {
        long now = clock.millis();
        for (int start = 0; start < deeds.size(); start += AT_ONCE) {
            List<Deed> some = deeds.subList(start, Math.min(start + AT_ONCE, deeds.size()));
            store.write(jdbc -> {
                some.forEach(deed -> next(jdbc, deed.learner())
                        .ifPresent(sequence -> append(jdbc, deed.learner(), sequence, deed.event(), now)));
                return some.size();
            });
        }
    }

    /** An event with whose it is to be. */
    public record Deed(LearnerId learner, Event event) {}

    private static Event append(JdbcClient jdbc, LearnerId learner, Event event, long now) {
        long sequence = next(jdbc, learner)
                .orElseThrow(() -> new EmptyResultDataAccessException("the learner is known no longer", 1));
        return append(jdbc, learner, sequence, event, now);
    }

    private static Event append(JdbcClient jdbc, LearnerId learner, long sequence, Event event, long now) {
        Row row = Row.of(event);
        int rows = jdbc.sql("""
                        insert into event (learner, sequence, id, kind, lesson, subject, revision, variant, input, verdict, core_version, definition, given, confidence, at)
                        values (:learner, :sequence, :id, :kind, :lesson, :subject, :revision, :variant, :input, :verdict, :core, :definition, :given, :confidence, :at)
                        on conflict (learner, id) do nothing
                        """)
                .param("learner", learner.value())
                .param("sequence", sequence)
                .param("id", row.id())
                .param("kind", row.kind())
                .param("lesson", row.lesson())
                .param("subject", row.subject())
                .param("revision", row.revision())
                .param("variant", row.variant())
                .param("input", row.input())
                .param("verdict", row.verdict())
                .param("core", row.coreVersion())
                .param("definition", row.grounds().definition())
                .param("given", row.grounds().given())
                .param("confidence", row.confidence())
                .param("at", now)
                .update();
        return rows == 1 ? event : get(jdbc, learner, row.id());
    }

    /**
     * The number of the next event. Until the commit nobody else gets one for this learner, so numbers follow the order of commits
     * however many nodes write; an event that was there already leaves a gap. Nobody gets one for a learner who is gone.
     */
    private static Optional<Long> next(JdbcClient jdbc, LearnerId learner) {
        return jdbc.sql("update learner set last_event = last_event + 1 where id = :learner returning last_event")
                .param("learner", learner.value())
                .query(Long.class)
                .optional();
    }

    /** All events of a learner with where they are, as a transaction sees them. */
    static List<Merged.Entry> entries(JdbcClient jdbc, LearnerId learner) {
        return jdbc.sql("select * from event where learner = :learner order by sequence")
                .param("learner", learner.value())
                .query((row, number) -> new Merged.Entry(
                        learner, row.getLong("sequence"), Instant.ofEpochMilli(row.getLong("at")), read(row, number)))
                .list();
    }

    /** All events of a learner, in the order in which they happened; after two logs became one, as {@link Merged} has ordered them. */
    public List<Event> events(LearnerId learner) {
        return store.read()
                .sql("select * from event where learner = :learner order by sequence")
                .param("learner", learner.value())
                .query(EventLog::read)
                .list();
    }

    /** The same with the time of each. */
    public List<Timed> timed(LearnerId learner) {
        return store.read()
                .sql("select * from event where learner = :learner order by sequence")
                .param("learner", learner.value())
                .query((row, number) -> new Timed(Instant.ofEpochMilli(row.getLong("at")), read(row, number)))
                .list();
    }

    /** The number of a learner's last event: as long as it is the same, so is the log. */
    public long last(LearnerId learner) {
        return store.read()
                .sql("select last_event from learner where id = :id")
                .param("id", learner.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** By which revisions and definitions the answers to each question were graded last, each once. */
    public List<Graded> graded() {
        return store.read()
                .sql("""
                        select distinct answer.subject, coalesce(again.revision, answer.revision) as revision,
                            coalesce(again.definition, answer.definition) as definition
                        from event answer
                        left join (
                            select learner, input, max(sequence) as sequence
                            from event where kind = 'regrade' group by learner, input
                        ) latest on latest.learner = answer.learner and latest.input = answer.id
                        left join event again on again.learner = latest.learner and again.sequence = latest.sequence
                        where answer.kind = 'answer'
                        """)
                .query((row, number) ->
                        new Graded(row.getString("subject"), row.getString("revision"), row.getString("definition")))
                .list();
    }

    /**
     * Some answers to a question or part were graded last by a definition.
     *
     * @param revision of the question that had it then
     * @param definition its id; empty where nobody has kept it
     */
    public record Graded(String question, String revision, String definition) {}

    /** All answers of all learners, each learner's in their order, with what they were regraded to. */
    public List<Given> answers() {
        List<Given> answers = new ArrayList<>();
        Map<String, List<Regraded>> regraded = new HashMap<>();
        store.read()
                .sql("select * from event where kind in ('answer', 'regrade') order by learner, sequence")
                .query(row -> {
                    var learner = new LearnerId(row.getString("learner"));
                    Event event = read(row, 0);
                    if (event instanceof Regraded again) {
                        regraded.computeIfAbsent(learner + " " + again.attempt(), _ -> new ArrayList<>())
                                .add(again);
                    } else if (event instanceof Answered answered) {
                        answers.add(new Given(learner, answered));
                    }
                });
        return answers.stream()
                .map(given -> new Given(
                        given.learner(),
                        given.answered(),
                        regraded.getOrDefault(
                                given.learner() + " " + given.answered().id(), List.of())))
                .toList();
    }

    /** What learners have reported, the newest first; whose it was is nobody's business. */
    public List<Timed> reports() {
        return store.read()
                .sql("select * from event where kind = 'report' order by at desc")
                .query((row, number) -> new Timed(Instant.ofEpochMilli(row.getLong("at")), read(row, number)))
                .list();
    }

    /**
     * An answer with whose it is.
     *
     * @param regraded what it was regraded to since, the last one last
     */
    public record Given(LearnerId learner, Answered answered, List<Regraded> regraded) {
        public Given {
            regraded = List.copyOf(regraded);
        }

        public Given(LearnerId learner, Answered answered) {
            this(learner, answered, List.of());
        }
    }

    private static Event get(JdbcClient jdbc, LearnerId learner, String id) {
        return jdbc.sql("select * from event where learner = :learner and id = :id")
                .param("learner", learner.value())
                .param("id", id)
                .query(EventLog::read)
                .single();
    }

    private static Event read(ResultSet row, int number) throws SQLException {
        return new Row(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("lesson"),
                        row.getString("subject"),
                        row.getString("revision"),
                        row.getInt("variant"),
                        row.getString("input"),
                        row.getString("verdict"),
                        row.getString("core_version"),
                        new Grounds(row.getString("definition"), row.getString("given")),
                        row.getInt("confidence"))
                .toEvent();
    }

    /** An event as the columns of its table. */
    private record Row(
            String id,
            String kind,
            String lesson,
            String subject,
            @Nullable String revision,
            int variant,
            @Nullable String input,
            @Nullable String verdict,
            @Nullable String coreVersion,
            Grounds grounds,
            int confidence) {
        private static final String IN_REVIEW = "review";

        static Row of(Event event) {
            return switch (event) {
                case Visited(var lesson, var page) ->
                    new Row(event.id(), "visit", lesson, page, null, 0, null, null, null, Grounds.NONE, 0);
                case Answered(var id, var item, var input, var verdict, var core, var grounds, var confidence) ->
                    row(id, "answer", item, input, verdict.name(), core, grounds, confidence);
                case Regraded(var item, var attempt, var verdict, var definition, var _) ->
                    row(event.id(), "regrade", item, attempt, verdict.name(), null, new Grounds(definition, ""), 0);
                case Assessed(var id, var item, var level) -> row(id, "assessment", item, Integer.toString(level));
                case HintShown(var item, var number, var _) -> row(event.id(), "hint", item, Integer.toString(number));
                case SolutionShown(var item, var _, var inReview) ->
                    row(event.id(), "solution", item, inReview ? IN_REVIEW : null);
                case StartedAgain(var id, var lesson, var question) ->
                    new Row(id, "again", lesson, question, null, 0, null, null, null, Grounds.NONE, 0);
                case TakenBack(var lesson, var again) ->
                    new Row(event.id(), "undo", lesson, again, null, 0, null, null, null, Grounds.NONE, 0);
                case Reported(var id, var item, var text) -> row(id, "report", item, text);
                case VariantDrawn(var id, var item) -> row(id, "variant", item, null);
                case Reviewed(var item, var _, var rating) -> row(event.id(), "review", item, rating.word());
            };
        }

        private static Row row(String id, String kind, Item item, @Nullable String input) {
            return row(id, kind, item, input, null, null, Grounds.NONE, 0);
        }

        private static Row row(
                String id,
                String kind,
                Item item,
                @Nullable String input,
                @Nullable String verdict,
                @Nullable String core,
                Grounds grounds,
                int confidence) {
            return new Row(
                    id,
                    kind,
                    item.lesson(),
                    item.question(),
                    item.revision(),
                    item.variant(),
                    input,
                    verdict,
                    core,
                    grounds,
                    confidence);
        }

        Event toEvent() {
            return switch (kind) {
                case "visit" -> new Visited(lesson, subject);
                case "answer" ->
                    new Answered(
                            id,
                            item(),
                            given(input),
                            Verdict.valueOf(given(verdict)),
                            given(coreVersion),
                            grounds,
                            confidence);
                case "regrade" ->
                    new Regraded(
                            item(),
                            given(input),
                            Verdict.valueOf(given(verdict)),
                            grounds.definition(),
                            Event.Round.of(id));
                case "assessment" -> new Assessed(id, item(), Integer.parseInt(given(input)));
                case "hint" -> new HintShown(item(), Integer.parseInt(given(input)), Event.Round.of(id));
                case "solution" -> new SolutionShown(item(), Event.Round.of(id), IN_REVIEW.equals(input));
                case "again" -> new StartedAgain(id, lesson, subject);
                case "undo" -> new TakenBack(lesson, subject);
                case "report" -> new Reported(id, item(), given(input));
                case "variant" -> new VariantDrawn(id, item());
                case "review" -> new Reviewed(item(), Reviewed.turn(id), Rating.of(given(input)));
                default -> throw new IllegalStateException("event " + id + " is of the unknown kind " + kind);
            };
        }

        private Item item() {
            return new Item(lesson, subject, given(revision), variant);
        }

        private String given(@Nullable String column) {
            if (column == null) {
                throw new IllegalStateException("event " + id + " of kind " + kind + " lacks a column");
            }
            return column;
        }
    }
}
