package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.DisplayFormula;
import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What a lesson consists of: its pages, and everything in it that has an id. */
final class Outline {

    /** Ids of the page around the lesson. */
    private static final Set<String> TAKEN = Set.of("main", "contents", "outcomes", "before", "outlet");

    private final SourceFile file;
    private final List<Node> overview = new ArrayList<>();
    private final List<Node> lesson = new ArrayList<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final IdentityHashMap<Node, Target> byNode = new IdentityHashMap<>();
    private final Map<Target.Kind, Integer> counts = new EnumMap<>(Target.Kind.class);
    private int lastLevel = 1;

    private Outline(SourceFile file) {
        this.file = file;
    }

    /** Reads the outline, reports what is wrong with ids and headings, and takes the ids out of the headings' text. */
    static Outline read(Node document, SourceFile file) {
        var outline = new Outline(file);
        var place = Target.Place.OVERVIEW;
        for (Node node : Nodes.children(document)) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                place = Target.Place.LESSON;
            }
            (place == Target.Place.OVERVIEW ? outline.overview : outline.lesson).add(node);
            Target.Place here = place;
            Nodes.walk(node, below -> outline.visit(below, here, below.equals(node)));
        }
        return outline;
    }

    List<Node> overview() {
        return overview;
    }

    List<Node> lesson() {
        return lesson;
    }

    Optional<Target> find(String id) {
        return Optional.ofNullable(targets.get(id));
    }

    Optional<Target> find(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    /** All ids, for suggestions. */
    Set<String> ids() {
        return targets.keySet();
    }

    List<Target> targets() {
        return List.copyOf(targets.values());
    }

    /** Where the id of a question or widget is written. */
    int idOffset(Target target) {
        SourceText id = target.node() instanceof Container container
                ? container.attributes().id()
                : null;
        return id == null ? Nodes.offset(target.node()) : id.offset(0);
    }

    private void visit(Node node, Target.Place place, boolean onPage) {
        switch (node) {
            case Heading heading -> heading(heading, place, onPage);
            case DisplayFormula formula -> target(formula.attributes().id(), Target.Kind.EQUATION, place, formula);
            case Container container -> container(container, place);
            default -> {}
        }
    }

    private void heading(Heading heading, Target.Place place, boolean onPage) {
        int level = heading.getLevel();
        int offset = Nodes.offset(heading);
        SourceText id = takeId(heading);
        if (!onPage) {
            file.report(Rule.HEADING_LEVEL, offset, "a heading stands by itself, not inside of something");
            return;
        }
        if (level == 1) {
            file.report(
                    Rule.HEADING_LEVEL,
                    offset,
                    "the title of the lesson stands in its front matter; headings start with ##");
        } else if (level > lastLevel + 1) {
            file.report(
                    Rule.HEADING_LEVEL,
                    offset,
                    "a heading of level " + level + " follows one of level " + lastLevel + " (did you mean "
                            + "#".repeat(lastLevel + 1) + "?)");
        }
        lastLevel = level;
        if (hasLink(heading)) {
            file.report(Rule.LINK, offset, "a heading has no links: it is one itself");
            return;
        }
        if (id == null && level == 2) {
            file.report(Rule.MISSING_ID, offset, "a second-level heading needs an id: ## Title {#title}");
        }
        if (level > 1) {
            target(id, Target.Kind.HEADING, place, heading);
        }
    }

    private static boolean hasLink(Heading heading) {
        var links = new ArrayList<Node>();
        Nodes.walk(heading, node -> {
            if (node instanceof Link) {
                links.add(node);
            }
        });
        return !links.isEmpty();
    }

    /** The id in the braces that end a heading, which are no part of its text. */
    private @Nullable SourceText takeId(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text)) {
            return null;
        }
        var found = Attributes.takeAtEnd(text);
        if (found.isEmpty()) {
            return null;
        }
        var attributes = found.get();
        attributes.faults().forEach(fault -> file.report(Rule.ATTRIBUTES, fault.offset(), fault.message()));
        for (Attributes.Entry entry : attributes.entries()) {
            file.report(Rule.UNKNOWN_KEY, entry.name().offset(0), "a heading has an id and nothing else");
        }
        return attributes.id();
    }

    private void container(Container container, Target.Place place) {
        Target.Kind kind = switch (container.kind().text()) {
            case "question" -> Target.Kind.QUESTION;
            case "widget" -> Target.Kind.WIDGET;
            case "steps" -> Target.Kind.STEPS;
            default -> Target.Kind.FOLD;
        };
        boolean needed = kind == Target.Kind.QUESTION || kind == Target.Kind.WIDGET;
        if (needed && container.attributes().id() == null) {
            file.report(
                    Rule.MISSING_ID,
                    container.offset(),
                    "a " + container.kind() + " needs an id: :::" + container.kind() + "{#its-id …}");
        }
        target(container.attributes().id(), kind, place, container);
    }

    private void target(@Nullable SourceText id, Target.Kind kind, Target.Place place, Node node) {
        if (id == null) {
            return;
        }
        String name = id.text();
        int offset = id.offset(0);
        if (!Slug.isSlug(name)) {
            file.report(Rule.ID_FORM, offset, Slug.complaint(name));
        } else if (TAKEN.contains(name) || name.startsWith(Footnotes.PREFIX)) {
            file.report(Rule.DUPLICATE_ID, offset, "the id " + name + " is one of the page's own");
        } else if (targets.containsKey(name)) {
            file.report(
                    Rule.DUPLICATE_ID,
                    offset,
                    "the id " + name + " is taken in line "
                            + file.position(Nodes.offset(targets.get(name).node()))
                                    .line());
        } else {
            var target = new Target(name, kind, place, counts.merge(kind, 1, Integer::sum), node);
            targets.put(name, target);
            byNode.put(node, target);
        }
    }
}
