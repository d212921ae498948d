package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1+2*3; 1 + 2 * 3",
                "(1+2)*3; (1 + 2) * 3",
                "((1)); 1",
                "1-(2-3); 1 - (2 - 3)",
                "(1-2)-3; (1 - 2) - 3",
                "-(2^2); -2^2",
                "(-2)^2; (-2)^2",
                "2^(3^2); 2^3^2",
                "(2^3)^2; (2^3)^2",
                "2^(-1); 2^-1",
                "-(1+2); -(1 + 2)",
                "0.50; 0.5",
                "1e3; 1000",
                "1E-7; 1e-7",
                "max( 1,[ 2 ,3])  ; max(1, [2, 3])",
                "(state).p; state.p",
                "1e9.p; (1000000000).p",
                "[1].p; [1].p",
                "∞; infinity",
                "1≤2; 1 <= 2",
                "mle( normal,[1,2] ); mle(normal, [1, 2])",
                "not (1<2 and 2<3); not (1 < 2 and 2 < 3)",
                "(not 1<2) and 2<3; not 1 < 2 and 2 < 3",
            })
    void spacesBracketsAndDigitsDoNotMatter(String source, String canonical) {
        assertThat(Expression.parse(source)).hasToString(canonical);
    }

    @Test
    void printedTreesParseToThemselves() {
        var random = new Random(20_260_101);
        for (int i = 0; i < 3_000; i++) {
            Node tree = number(random, 4);

            String printed = Printer.print(tree);
            Node again = Parser.parse(printed, Vocabulary.FULL);

            assertThat(shape(again)).as(printed).isEqualTo(shape(tree));
            assertThat(Printer.print(again)).isEqualTo(printed);
        }
    }

    private static Node number(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(8)) {
            case 0 ->
                new Node.Literal(random.nextBoolean() ? random.nextInt(100) : Math.exp(60 * random.nextGaussian()), 0);
            case 1 -> new Node.Name(List.of("p", "q", "pi", "x1").get(random.nextInt(4)), 0);
            case 2 -> new Node.Negation(number(random, depth - 1), 0);
            case 3 -> new Node.Power(number(random, depth - 1), number(random, depth - 1), 0);
            case 4 -> chain(random, depth, Operator.PLUS, Operator.MINUS);
            case 5 -> chain(random, depth, Operator.TIMES, Operator.OVER);
            case 6 -> new Node.Field(new Node.Name("state", 0), "p", 0);
            default ->
                new Node.Call(
                        Objects.requireNonNull(Vocabulary.FULL.find("max")),
                        List.of(
                                number(random, depth - 1),
                                new Node.Text("it's", 0),
                                new Node.Listing(List.of(condition(random, depth - 1)), 0)),
                        0,
                        0);
        };
    }

    private static Node condition(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> chain(random, 1, Operator.LESS, Operator.EQUAL);
            case 1 -> new Node.Not(condition(random, depth - 1), 0);
            case 2 ->
                new Node.Chain(
                        condition(random, depth - 1),
                        List.of(new Node.Link(Operator.AND, 0, condition(random, depth - 1))));
            default ->
                new Node.Chain(
                        condition(random, depth - 1),
                        List.of(new Node.Link(Operator.OR, 0, condition(random, depth - 1))));
        };
    }

    private static Node chain(Random random, int depth, Operator one, Operator other) {
        List<Node.Link> rest = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            rest.add(new Node.Link(random.nextBoolean() ? one : other, 0, number(random, depth - 1)));
        }
        return new Node.Chain(number(random, depth - 1), rest);
    }

    /** The tree without positions, every node in its own brackets. */
    private static String shape(Node node) {
        return switch (node) {
            case Node.Literal literal -> Double.toString(literal.value());
            case Node.Text text -> Value.quoted(text.text());
            case Node.Name name -> name.name();
            case Node.Word word -> word.family().word;
            case Node.Call call -> call.operation().name() + shapes(call.arguments());
            case Node.Field field -> "{" + shape(field.target()) + " . " + field.field() + "}";
            case Node.Listing listing -> shapes(listing.elements());
            case Node.Negation negation -> "{- " + shape(negation.operand()) + "}";
            case Node.Not not -> "{not " + shape(not.operand()) + "}";
            case Node.Power power -> "{" + shape(power.base()) + " ^ " + shape(power.exponent()) + "}";
            case Node.Chain chain -> {
                var out = new StringBuilder("{").append(shape(chain.first()));
                chain.rest().forEach(link -> out.append(link.operator()).append(shape(link.operand())));
                yield out.append('}').toString();
            }
        };
    }

    private static String shapes(List<Node> nodes) {
        return nodes.stream().map(PrinterTest::shape).toList().toString();
    }
}
