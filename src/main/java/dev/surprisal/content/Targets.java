package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;

/** Everything in the pages of a lesson that has an id, each of which stands in the lesson once. */
final class Targets {

    /** Ids of the page around the text. */
    private static final Set<String> TAKEN = Set.of("main", "contents", "outcomes", "before", "outlet", Cards.LIST);

    private record Place(PageKind page, Target.Kind kind) {}

    private final Map<String, Target> byId = new LinkedHashMap<>();
    private final IdentityHashMap<Node, Target> byNode = new IdentityHashMap<>();
    private final Map<Place, Integer> counts = new HashMap<>();

    /** Adds what stands at {@code node}; an id that cannot be used is reported instead. */
    boolean add(SourceText id, Target.Kind kind, PageKind page, Node node, SourceFile file) {
        String name = id.text();
        int offset = id.offset(0);
        Target other = byId.get(name);
        if (!Slug.isSlug(name)) {
            file.report(Rule.ID_FORM, offset, Slug.complaint(name));
        } else if (isPages(name)) {
            file.report(Rule.DUPLICATE_ID, offset, "the id " + name + " is one of the page's own");
        } else if (other != null) {
            SourcePosition taken = other.file().position(other.offset());
            String place = other.file() == file ? "line " + taken.line() : taken.file() + ":" + taken.line();
            file.report(Rule.DUPLICATE_ID, offset, "the id " + name + " is taken in " + place);
        } else {
            int number = counts.merge(new Place(page, kind), 1, Integer::sum);
            var target = new Target(name, kind, page, number, node, file, offset);
            byId.put(name, target);
            byNode.put(node, target);
            return true;
        }
        return false;
    }

    private static boolean isPages(String name) {
        return TAKEN.contains(name)
                || name.startsWith(Footnotes.PREFIX)
                || name.startsWith(Citations.PREFIX)
                || name.startsWith(Terms.PREFIX)
                || name.startsWith(BlockRenderer.FORMULA_PREFIX);
    }

    Optional<Target> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Target> find(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    /** All ids, for suggestions. */
    Set<String> ids() {
        return byId.keySet();
    }

    List<Target> all() {
        return List.copyOf(byId.values());
    }
}
