package dev.surprisal.content;

import dev.surprisal.content.markdown.Markdown;
import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** The cards of {@code cards.yaml} as they were read. */
final class Cards {

    static final String FILE = "cards.yaml";
    static final String LIST = "flashcards";
    static final String TITLE = "Flashcards";

    private static final int MOST = 200;

    private record Read(
            String id, Node front, Node back, @Nullable SourceText of) {}

    private final LessonSource source;
    private final List<Read> cards;

    private Cards(LessonSource source, List<Read> cards) {
        this.source = source;
        this.cards = cards;
    }

    static Cards read(SourceFile file, LessonSource lesson, Targets targets) {
        var document = new Document();
        var cards = new ArrayList<Read>();
        for (YamlMapping yaml : YamlMapping.readList(file)) {
            if (cards.size() == MOST) {
                file.report(Rule.TOO_MUCH, yaml.offset(), "a lesson has at most " + MOST + " cards");
                break;
            }
            var id = yaml.neededText("id");
            var front = side(yaml, "front", file);
            var back = side(yaml, "back", file);
            var of = yaml.text("of");
            yaml.rejectOthers();
            if (id.isEmpty() || front.isEmpty() || back.isEmpty()) {
                continue;
            }
            document.appendChild(front.get());
            document.appendChild(back.get());
            if (targets.add(id.get(), Target.Kind.CARD, PageKind.PRACTICE, front.get(), file)) {
                cards.add(new Read(id.get().text(), front.get(), back.get(), of.orElse(null)));
            }
        }
        return new Cards(LessonSource.of(file, document, lesson, targets), cards);
    }

    private static Optional<Node> side(YamlMapping yaml, String key, SourceFile file) {
        return yaml.neededText(key).flatMap(text -> {
            Node paragraph = Markdown.parse(text.text(), text.offset(0)).getFirstChild();
            if (paragraph instanceof Paragraph && paragraph.getNext() == null) {
                return Optional.of(paragraph);
            }
            file.report(Rule.VALUE, text.offset(0), key + " must be one paragraph of text");
            return Optional.empty();
        });
    }

    LessonSource source() {
        return source;
    }

    /** @param citations to which the cards add what they cite */
    List<Card> render(LessonFiles files, Resources resources, Citations citations) {
        var inline = new InlineRenderer(files, source, resources);
        var where = Where.cards(PageKind.PRACTICE, citations);
        return cards.stream()
                .map(card -> new Card(
                        new CardId(card.id()),
                        inline.html(card.front(), where),
                        inline.html(card.back(), where),
                        card.of() == null ? null : question(card.of(), files)))
                .toList();
    }

    private @Nullable QuestionId question(SourceText of, LessonFiles files) {
        List<String> questions = files.targets().all().stream()
                .filter(target -> target.kind() == Target.Kind.QUESTION)
                .map(Target::id)
                .toList();
        if (!questions.contains(of.text())) {
            source.file().reportUnknown(Rule.DEAD_LINK, of.offset(0), "question", of.text(), questions);
            return null;
        }
        return new QuestionId(of.text());
    }

    /** Turning a card shows the answer of its question on the numbers drawn, so there must be others left for the page. */
    void check(List<Question> questions) {
        for (Read card : cards) {
            SourceText of = card.of();
            if (of != null
                    && questions.stream()
                            .filter(question -> question.id().value().equals(of.text()))
                            .anyMatch(question -> !question.variation().varies())) {
                source.file()
                        .report(
                                Rule.VALUE,
                                of.offset(0),
                                "the question " + of.text()
                                        + " has no vary:, so turning the card would show its answer;"
                                        + " let it vary, or ask without of");
            }
        }
    }

    /** The cards as they stand on the page, folded up: they turn without any script. */
    static String html(List<Card> cards) {
        var out = new HtmlWriter()
                .open("section", "class", "cards", "aria-labelledby", LIST)
                .open("h2", "id", LIST)
                .text(TITLE)
                .close("h2")
                .open("p", "class", "cards-note")
                .text("Answer in your head, then turn the card.")
                .close("p")
                .open("ul")
                .line();
        for (Card card : cards) {
            out.open("li")
                    .open("details", "class", "card", "id", card.id().value())
                    .open("summary")
                    .open("span", "class", "card-front")
                    .html(card.frontHtml())
                    .close("span")
                    .close("summary")
                    .open("p", "class", "card-back")
                    .html(card.backHtml())
                    .close("p")
                    .close("details")
                    .close("li")
                    .line();
        }
        return out.close("ul").close("section").line().toString();
    }
}
