package dev.surprisal.widget.information;

import dev.surprisal.math.coding.Huffman;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;

/** Huffman's tree as a picture, whole or as far as it has grown. */
final class CodeTree {

    private final Probabilities p;
    private final Role role;
    private final List<Huffman.Merge> merges;
    private final List<String> words;
    private final int[] levels;

    CodeTree(Probabilities p, Role role) {
        this.p = p;
        this.role = role;
        var huffman = Huffman.of(p.toArray());
        merges = huffman.merges();
        words = huffman.code().words();
        levels = new int[p.size() + merges.size()];
        for (int i = 0; i < merges.size(); i++) {
            Huffman.Merge merge = merges.get(i);
            levels[p.size() + i] = 1 + Math.max(levels[merge.likelier()], levels[merge.other()]);
        }
    }

    List<Huffman.Merge> merges() {
        return merges;
    }

    List<String> words() {
        return words;
    }

    /** @param count how many of the merges have been made */
    Picture picture(int count) {
        var order = new ArrayList<Integer>();
        collect(p.size() + merges.size() - 1, order);
        boolean whole = count == merges.size();
        var leaves = new ArrayList<Picture.Leaf>();
        var places = new int[levels.length];
        var alternative = new StringBuilder(whole ? "Huffman’s tree." : "Huffman’s tree, not yet whole.");
        for (int outcome : order) {
            places[outcome] = leaves.size();
            String word = whole ? words.get(outcome) : "";
            leaves.add(new Picture.Leaf(Probabilities.letter(outcome), role, p.get(outcome), word));
        }
        var joins = new ArrayList<Picture.Join>();
        for (int i = 0; i < count; i++) {
            Huffman.Merge merge = merges.get(i);
            int node = p.size() + i;
            places[node] = node;
            joins.add(new Picture.Join(
                    places[merge.likelier()], places[merge.other()], levels[node], merge.probability()));
            alternative
                    .append(' ')
                    .append(name(merge.likelier()))
                    .append(" and ")
                    .append(name(merge.other()));
            alternative
                    .append(" make ")
                    .append(Figures.ratio(merge.probability()))
                    .append('.');
        }
        return new Picture.Tree(leaves, joins, levels[levels.length - 1], alternative.toString());
    }

    /** The outcomes below a node, as their letters: ACD. */
    String name(int node) {
        var outcomes = new ArrayList<Integer>();
        collect(node, outcomes);
        var name = new StringBuilder();
        outcomes.forEach(outcome -> name.append(Probabilities.letter(outcome)));
        return name.toString();
    }

    private void collect(int node, List<Integer> outcomes) {
        if (node < p.size()) {
            outcomes.add(node);
        } else {
            collect(merges.get(node - p.size()).likelier(), outcomes);
            collect(merges.get(node - p.size()).other(), outcomes);
        }
    }
}
