package dev.surprisal.site;

import dev.surprisal.hosting.Secrets;
import dev.surprisal.learner.Drafts;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Event.Reported;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.TakenBack;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Places;
import dev.surprisal.learner.Timed;
import dev.surprisal.store.ServerKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is kept of a learner, to be taken along: as JSON, as CSV, and as statements in the shape of xAPI. What is made from a key,
 * revisions and definitions, is told by a mark that only says whether two are the same.
 */
@Component
class OwnData {
    private static final List<String> COLUMNS = List.of(
            "time",
            "what",
            "lesson",
            "subject",
            "question_as_of",
            "variant",
            "answer",
            "verdict",
            "confidence_percent",
            "core_version",
            "id");

    private final EventLog log;
    private final Places places;
    private final Drafts drafts;
    private final JsonMapper json = JsonMapper.builder().build();
    private final String key;

    OwnData(EventLog log, Places places, Drafts drafts, ServerKeys keys) {
        this.log = log;
        this.places = places;
        this.drafts = drafts;
        this.key = keys.key("export", Secrets.random());
    }

    /** An event as a row of a table. */
    private record Line(
            Timed timed,
            String what,
            String subject,
            String asOf,
            String variant,
            String answer,
            String verdict,
            String confidence,
            String core) {
        List<String> cells() {
            return List.of(
                    timed.at().toString(),
                    what,
                    timed.event().lesson(),
                    subject,
                    asOf,
                    variant,
                    answer,
                    verdict,
                    confidence,
                    core,
                    id());
        }

        /** That which the browser made; others are made of revisions. */
        private String id() {
            String id = timed.event().id();
            return id.indexOf(':') < 0 ? id : "";
        }
    }

    String asJson(LearnerId learner) {
        List<Map<String, String>> events = new ArrayList<>();
        for (Line line : lines(learner)) {
            Map<String, String> event = new LinkedHashMap<>();
            List<String> cells = line.cells();
            for (int i = 0; i < COLUMNS.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    event.put(COLUMNS.get(i), cells.get(i));
                }
            }
            events.add(event);
        }
        List<Map<String, String>> left = new ArrayList<>();
        List<Map<String, String>> states = new ArrayList<>();
        places.of(learner)
                .forEach(place ->
                        left.add(Map.of("lesson", place.lesson(), "page", place.page(), "section", place.section())));
        drafts.all(learner).forEach((widget, draft) -> states.add(Map.of("widget", widget, "state", draft.state())));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("events", events);
        all.put("left_off", left);
        all.put("widgets", states);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    /** The events, as RFC 4180 has it. */
    String asCsv(LearnerId learner) {
        var csv = new StringBuilder();
        row(COLUMNS, csv);
        lines(learner).forEach(line -> row(line.cells(), csv));
        return csv.toString();
    }

    private static void row(List<String> cells, StringBuilder csv) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quoted = cell.chars().anyMatch(sign -> sign == '"' || sign == ',' || sign == '\n' || sign == '\r');
            csv.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        csv.append('\r').append('\n');
    }

    /**
     * What was opened, answered and asked for, as a list of statements.
     *
     * @param home where the course is, without a slash at its end
     */
    String asStatements(LearnerId learner, String home) {
        Map<String, Object> actor = Map.of(
                "objectType", "Agent", "account", Map.of("homePage", home, "name", mark("learner " + learner.value())));
        List<Map<String, Object>> statements = new ArrayList<>();
        for (Line line : lines(learner)) {
            Map<String, Object> statement = new LinkedHashMap<>();
            Event event = line.timed().event();
            statement.put(
                    "id",
                    UUID.nameUUIDFromBytes((learner.value() + " " + event.id()).getBytes(StandardCharsets.UTF_8))
                            .toString());
            statement.put("actor", actor);
            statement.put("verb", verb(line.what()));
            statement.put("object", object(line, home));
            if (event instanceof Answered answered) {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("response", answered.input());
                if (answered.verdict() != Event.Verdict.KEPT) {
                    result.put("success", answered.verdict() == Event.Verdict.RIGHT);
                }
                if (answered.confidence() > 0) {
                    result.put(
                            "extensions",
                            Map.of("https://w3id.org/surprisal/extensions/confidence", answered.confidence() / 100.0));
                }
                statement.put("result", result);
            }
            statement.put("timestamp", line.timed().at().toString());
            statements.add(statement);
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(statements);
    }

    private static Map<String, Object> verb(String what) {
        String id = switch (what) {
            case "opened" -> "http://adlnet.gov/expapi/verbs/experienced";
            case "answered" -> "http://adlnet.gov/expapi/verbs/answered";
            case "reported" -> "http://adlnet.gov/expapi/verbs/commented";
            default -> "https://w3id.org/surprisal/verbs/" + what.replace(' ', '-');
        };
        return Map.of("id", id, "display", Map.of("en", what));
    }

    private static Map<String, Object> object(Line line, String home) {
        String lesson = line.timed().event().lesson();
        boolean page = line.timed().event() instanceof Visited;
        String address =
                lesson.isEmpty() ? home + "/" : home + "/lesson/" + lesson + (page ? "/" : "#") + line.subject();
        return Map.of("objectType", "Activity", "id", address);
    }

    private List<Line> lines(LearnerId learner) {
        return log.timed(learner).stream().map(this::line).toList();
    }

    private Line line(Timed timed) {
        return switch (timed.event()) {
            case Visited(var _, var page) -> new Line(timed, "opened", page, "", "", "", "", "", "");
            case Answered answered ->
                of(
                        timed,
                        "answered",
                        answered.item(),
                        answered.input(),
                        word(answered.verdict()),
                        answered.confidence() == 0 ? "" : Integer.toString(answered.confidence()),
                        answered.coreVersion());
            case Regraded regraded ->
                of(timed, "regraded", regraded.item(), regraded.attempt(), word(regraded.verdict()), "", "");
            case Assessed assessed ->
                of(timed, "judged", assessed.item(), Integer.toString(assessed.level()), "", "", "");
            case HintShown hint -> of(timed, "hint shown", hint.item(), Integer.toString(hint.number()), "", "", "");
            case SolutionShown shown ->
                of(timed, "solution shown", shown.item(), shown.inReview() ? "in a review" : "", "", "", "");
            case Reviewed reviewed ->
                of(timed, "reviewed", reviewed.item(), reviewed.rating().word(), "", "", "");
            case VariantDrawn drawn -> of(timed, "new numbers", drawn.item(), "", "", "", "");
            case Reported reported -> of(timed, "reported", reported.item(), reported.text(), "", "", "");
            case StartedAgain again -> new Line(timed, "started again", again.question(), "", "", "", "", "", "");
            case TakenBack back -> new Line(timed, "taken back", back.again(), "", "", "", "", "", "");
        };
    }

    private Line of(
            Timed timed, String what, Item item, String answer, String verdict, String confidence, String core) {
        return new Line(
                timed,
                what,
                item.question(),
                mark("question " + item.question() + " " + item.revision()),
                Integer.toString(item.variant()),
                answer,
                verdict,
                confidence,
                core);
    }

    private static String word(Event.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private String mark(String text) {
        return Secrets.signature(key, text).substring(0, 12);
    }
}
