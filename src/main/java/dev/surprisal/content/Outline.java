package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.DisplayFormula;
import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What a file of a lesson consists of: its pages, and everything in it that has an id. */
final class Outline {

    private final SourceFile file;
    private final Targets targets;
    private final Map<PageKind, List<Node>> pages = new EnumMap<>(PageKind.class);
    private int lastLevel = 1;

    private Outline(SourceFile file, Targets targets) {
        this.file = file;
        this.targets = targets;
    }

    /**
     * Reads the outline, reports what is wrong with ids and headings, and takes the ids out of the headings' text.
     *
     * @param first the page on which the text begins; the overview ends at the first second-level heading
     * @param targets those of the whole lesson, to which this file's are added
     */
    static Outline read(Node document, SourceFile file, PageKind first, Targets targets) {
        var outline = new Outline(file, targets);
        var place = first;
        for (Node node : Nodes.children(document)) {
            if (place == PageKind.OVERVIEW && node instanceof Heading heading && heading.getLevel() == 2) {
                place = PageKind.LESSON;
            }
            outline.pages.computeIfAbsent(place, page -> new ArrayList<>()).add(node);
            PageKind here = place;
            Nodes.walk(node, below -> outline.visit(below, here, below.equals(node)));
        }
        return outline;
    }

    /** What stands on a page of this file, from top to bottom. */
    List<Node> page(PageKind page) {
        return pages.getOrDefault(page, List.of());
    }

    /** Of the whole lesson. */
    Optional<Target> find(String id) {
        return targets.find(id);
    }

    Optional<Target> find(Node node) {
        return targets.find(node);
    }

    /** All ids of the lesson, for suggestions. */
    Set<String> ids() {
        return targets.ids();
    }

    private void visit(Node node, PageKind place, boolean onPage) {
        switch (node) {
            case Heading heading -> heading(heading, place, onPage);
            case DisplayFormula formula -> target(formula.attributes().id(), Target.Kind.EQUATION, place, formula);
            case Container container -> container(container, place);
            default -> {}
        }
    }

    private void heading(Heading heading, PageKind place, boolean onPage) {
        int level = heading.getLevel();
        int offset = Nodes.offset(heading);
        SourceText id = takeId(heading);
        if (!onPage) {
            if (!Nodes.isInBroken(heading)) {
                file.report(Rule.HEADING_LEVEL, offset, "a heading stands by itself, not inside of something");
            } else if (level > 1) {
                target(id, Target.Kind.HEADING, place, heading);
            }
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

    private void container(Container container, PageKind place) {
        if (container.kind().text().equals("part")) {
            return; // Its id is the question's affair
        }
        if (container.kind().text().equals("instructor") || Nodes.isWithin(container, "instructor")) {
            SourceText id = container.attributes().id();
            if (id != null) {
                file.report(
                        Rule.ATTRIBUTES,
                        id.offset(0),
                        "what instructors alone see has no id: learners could not follow a link to it");
            }
            return;
        }
        Target.Kind kind = switch (container.kind().text()) {
            case "question" -> Target.Kind.QUESTION;
            case "widget" -> Target.Kind.WIDGET;
            case "steps" -> Target.Kind.STEPS;
            case "figure" -> Target.Kind.FIGURE;
            case "claim" -> Target.Kind.CLAIM;
            default -> Target.Kind.FOLD;
        };
        boolean needed = kind == Target.Kind.QUESTION
                || kind == Target.Kind.WIDGET
                || kind == Target.Kind.FIGURE
                || kind == Target.Kind.CLAIM;
        if (needed && container.attributes().id() == null && !Nodes.isInBroken(container)) {
            file.report(
                    Rule.MISSING_ID,
                    container.offset(),
                    "a " + container.kind() + " needs an id: :::" + container.kind() + "{#its-id …}");
        }
        target(container.attributes().id(), kind, place, container);
    }

    private void target(@Nullable SourceText id, Target.Kind kind, PageKind place, Node node) {
        if (id != null) {
            var _ = targets.add(id, kind, place, node, file);
        }
    }
}
