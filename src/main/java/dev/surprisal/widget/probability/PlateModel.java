package dev.surprisal.widget.probability;

import java.util.ArrayList;
import java.util.List;

/**
 * A model whose plate diagram is to be drawn.
 *
 * @param word its name in content
 * @param whenRight what the right diagram says
 */
record PlateModel(String word, String label, List<Node> nodes, List<Arrow> arrows, String whenRight) {

    static final PlateModel COIN = new PlateModel(
            "coin",
            "tosses of one coin",
            List.of(
                    Node.shared(
                            "p",
                            "the chance of heads",
                            150,
                            100,
                            "then every toss has a coin of its own, and no toss says anything about the next one."),
                    Node.seen("Y", "the result of a toss", 270, 100, true, "then there is one toss only.")),
            List.of(new Arrow(0, 1, true)),
            "One coin for all tosses, outside; a result for each, inside. The tosses are IID given *p*.");

    static final PlateModel SUPERVISED = new PlateModel(
            "supervised",
            "labels that follow from inputs",
            List.of(
                    Node.shared(
                            "θ",
                            "the weights",
                            150,
                            60,
                            "then each example has weights of its own, and nothing that is learned serves for a new one."),
                    Node.seen("x", "the input", 150, 140, false, "then all labels belong to one and the same input."),
                    Node.seen("Y", "the label", 270, 100, true, "then many inputs have a single label between them.")),
            List.of(new Arrow(0, 2, true), new Arrow(1, 2, true)),
            "The weights are shared, outside; each label has its own input, inside. Given both, the labels are independent.");

    static final PlateModel VAE = new PlateModel(
            "vae",
            "a variational autoencoder",
            List.of(
                    Node.shared("θ", "the decoder’s weights", 150, 60, "then each picture has a decoder of its own."),
                    Node.shared(
                            "φ",
                            "the encoder’s weights",
                            150,
                            140,
                            "then each picture has an encoder of its own. That can be done, but the point of a VAE is to"
                                    + " share one."),
                    Node.hidden(
                            "z",
                            "the code",
                            220,
                            140,
                            "then all pictures share one code, and only noise tells them apart."),
                    Node.seen("x", "the picture", 290, 100, true, "then there is one picture only.")),
            List.of(new Arrow(0, 3, true), new Arrow(2, 3, true), new Arrow(1, 2, false)),
            "Both networks are shared, outside; each picture has its own code, inside. The pale arrow belongs to the encoder,"
                    + " which guesses the code and generates nothing.");

    private static final List<PlateModel> ALL = List.of(COIN, SUPERVISED, VAE);

    PlateModel {
        nodes = List.copyOf(nodes);
        arrows = List.copyOf(arrows);
    }

    /**
     * @param generated whether the model says how it comes about
     * @param repeated whether there is one for each observation
     * @param x where it stands inside the plate, y too; outside it stands at the left edge
     * @param complaint what it would mean if it stood on the wrong side
     */
    record Node(
            String name,
            String meaning,
            boolean observed,
            boolean generated,
            boolean repeated,
            int x,
            int y,
            String complaint) {
        private static Node shared(String name, String meaning, int x, int y, String complaint) {
            return new Node(name, meaning, false, false, false, x, y, complaint);
        }

        private static Node hidden(String name, String meaning, int x, int y, String complaint) {
            return new Node(name, meaning, false, true, true, x, y, complaint);
        }

        private static Node seen(String name, String meaning, int x, int y, boolean generated, String complaint) {
            return new Node(name, meaning, true, generated, true, x, y, complaint);
        }
    }

    /** @param generates whether it is part of the model; else of what guesses its hidden quantities */
    record Arrow(int from, int to, boolean generates) {}

    static List<PlateModel> all() {
        return ALL;
    }

    static PlateModel named(String word) {
        for (PlateModel model : ALL) {
            if (model.word.equals(word)) {
                return model;
            }
        }
        throw new IllegalArgumentException("there is no model " + word);
    }

    static List<String> words() {
        var words = new ArrayList<String>();
        for (PlateModel model : ALL) {
            words.add(model.word);
        }
        return words;
    }
}
