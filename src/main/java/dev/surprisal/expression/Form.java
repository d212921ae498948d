package dev.surprisal.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a tree has a form, in which each name stands for any part of it. */
final class Form {

    private Form() {}

    /** What the names of the form stand for; empty where the tree has another form. */
    static Optional<Map<String, Node>> match(Node form, Node tree) {
        Map<String, Node> parts = new HashMap<>();
        return matches(form, tree, parts) ? Optional.of(parts) : Optional.empty();
    }

    /** The template with what its names stand for. */
    static Node filled(Node template, Map<String, Node> parts) {
        return template.mapped(
                node -> node instanceof Node.Name(var name, var _) ? parts.getOrDefault(name, node) : node);
    }

    private static boolean matches(Node form, Node tree, Map<String, Node> parts) {
        return switch (form) {
            case Node.Name(var name, var _)
            when Vocabulary.constant(name) == null -> {
                Node known = parts.putIfAbsent(name, tree);
                yield known == null || Printer.print(known).equals(Printer.print(tree));
            }
            case Node.Name _, Node.Literal _, Node.Text _, Node.Word _ ->
                Printer.print(form).equals(Printer.print(tree));
            case Node.Call call ->
                tree instanceof Node.Call other
                        && call.operation().name().equals(other.operation().name())
                        && all(call.arguments(), other.arguments(), parts);
            case Node.Field(var target, var field, var _) ->
                tree instanceof Node.Field other
                        && field.equals(other.field())
                        && matches(target, other.target(), parts);
            case Node.Listing(var elements, var _) ->
                tree instanceof Node.Listing other && all(elements, other.elements(), parts);
            case Node.Negation(var operand, var _) ->
                tree instanceof Node.Negation other && matches(operand, other.operand(), parts);
            case Node.Not(var operand, var _) ->
                tree instanceof Node.Not other && matches(operand, other.operand(), parts);
            case Node.Power(var base, var exponent, var _) ->
                tree instanceof Node.Power other
                        && matches(base, other.base(), parts)
                        && matches(exponent, other.exponent(), parts);
            case Node.Chain chain -> tree instanceof Node.Chain other && chain(chain, other, parts);
        };
    }

    private static boolean all(List<Node> forms, List<Node> trees, Map<String, Node> parts) {
        if (forms.size() != trees.size()) {
            return false;
        }
        for (int i = 0; i < forms.size(); i++) {
            if (!matches(forms.get(i), trees.get(i), parts)) {
                return false;
            }
        }
        return true;
    }

    private static boolean chain(Node.Chain form, Node.Chain tree, Map<String, Node> parts) {
        List<Operator> operators = operators(form);
        if (!operators.equals(operators(tree))) {
            return false;
        }
        Map<String, Node> before = Map.copyOf(parts);
        if (all(operands(form), operands(tree), parts)) {
            return true;
        }
        boolean twoSided = operators.equals(List.of(Operator.PLUS)) || operators.equals(List.of(Operator.TIMES));
        if (twoSided) {
            parts.clear();
            parts.putAll(before);
        }
        return twoSided && all(operands(form), operands(tree).reversed(), parts);
    }

    private static List<Operator> operators(Node.Chain chain) {
        return chain.rest().stream().map(Node.Link::operator).toList();
    }

    private static List<Node> operands(Node.Chain chain) {
        List<Node> operands = new ArrayList<>(List.of(chain.first()));
        chain.rest().forEach(link -> operands.add(link.operand()));
        return operands;
    }
}
