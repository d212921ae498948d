package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** mpmath at 60 digits of the formulas in the Javadoc, from p and q and from their logarithms. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            js, 0, 0.3, 0.7, 0.04114143925252591856
            tv, 0, 0.3, 0.7, 0.19999999999999998335
            alpha, -1.5, 0.3, 0.7, 0.31865543423062561679
            alpha, -0.4, 0.3, 0.7, 0.21857304568223266143
            alpha, 0.0, 0.3, 0.7, 0.19310850227104250677
            alpha, 1e-09, 0.3, 0.7, 0.19310850221288122658
            alpha, 0.3, 0.3, 0.7, 0.17675498719130778641
            alpha, 0.5, 0.3, 0.7, 0.16696972201766397841
            alpha, 0.75, 0.3, 0.7, 0.15584386609741818246
            alpha, 0.9999999999990905, 0.3, 0.7, 0.14581064188387357312
            alpha, 1.0, 0.3, 0.7, 0.14581064188383889992
            alpha, 1.7, 0.3, 0.7, 0.12250592416248586498
            alpha, 3.0, 0.3, 0.7, 0.092517006802721079329
            js, 0, 0.7, 0.3, 0.04114143925252591856
            tv, 0, 0.7, 0.3, 0.19999999999999998335
            alpha, -1.5, 0.7, 0.3, 0.10244526870998777748
            alpha, -0.4, 0.7, 0.3, 0.13171788917256847585
            alpha, 0.0, 0.7, 0.3, 0.14581064188383889992
            alpha, 1e-09, 0.7, 0.3, 0.14581064192196249218
            alpha, 0.3, 0.7, 0.3, 0.15797722496268672546
            alpha, 0.5, 0.7, 0.3, 0.16696972201766397841
            alpha, 0.75, 0.7, 0.3, 0.17933494347117411255
            alpha, 0.9999999999990905, 0.7, 0.3, 0.1931085022709896094
            alpha, 1.0, 0.7, 0.3, 0.19310850227104250677
            alpha, 1.7, 0.7, 0.3, 0.2409440248820104773
            alpha, 3.0, 0.7, 0.3, 0.38518518518518512981
            js, 0, 0.5, 0.5000000009313226, 2.1684043429515249528e-19
            tv, 0, 0.5, 0.5000000009313226, 4.6566128730773925781e-10
            alpha, -1.5, 0.5, 0.5000000009313226, 8.6736173825766806946e-19
            alpha, -0.4, 0.5, 0.5000000009313226, 8.6736173766528612067e-19
            alpha, 0.0, 0.5, 0.5000000009313226, 8.6736173744987450308e-19
            alpha, 1e-09, 0.5, 0.5000000009313226, 8.6736173744987450254e-19
            alpha, 0.3, 0.5, 0.5000000009313226, 8.6736173728831578994e-19
            alpha, 0.5, 0.5, 0.5000000009313226, 8.673617371806099812e-19
            alpha, 0.75, 0.5, 0.5000000009313226, 8.6736173704597772031e-19
            alpha, 0.9999999999990905, 0.5, 0.5000000009313226, 8.6736173691134545945e-19
            alpha, 1.0, 0.5, 0.5000000009313226, 8.6736173691134545945e-19
            alpha, 1.7, 0.5, 0.5000000009313226, 8.6736173653437512921e-19
            alpha, 3.0, 0.5, 0.5000000009313226, 8.673617358342873737e-19
            js, 0, 0.5, 0.2, 0.033207157191140822995
            tv, 0, 0.5, 0.2, 0.14999999999999999445
            alpha, -1.5, 0.5, 0.2, 0.080159051350051746287
            alpha, -0.4, 0.5, 0.2, 0.10469458684112370261
            alpha, 0.0, 0.5, 0.2, 0.11674185362516897679
            alpha, 1e-09, 0.5, 0.2, 0.11674185365795195989
            alpha, 0.3, 0.5, 0.2, 0.12725504349120245121
            alpha, 0.5, 0.5, 0.2, 0.1350889359326482543
            alpha, 0.75, 0.5, 0.2, 0.14594472328786487824
            alpha, 0.9999999999990905, 0.5, 0.2, 0.15814536593703044794
            alpha, 1.0, 0.5, 0.2, 0.15814536593707751594
            alpha, 1.7, 0.5, 0.2, 0.2013212110634179079
            alpha, 3.0, 0.5, 0.2, 0.33749999999999994588
            js, 0, 1e-300, 0.4, 0.13862943611198906958
            tv, 0, 1e-300, 0.4, 0.2000000000000000111
            alpha, -0.4, 1e-300, 0.4, 4.9510345939654071992e+119
            alpha, 0.0, 1e-300, 0.4, 275.54369486653583536
            alpha, 1e-09, 1e-300, 0.4, 275.54359996094790178
            alpha, 0.3, 1e-300, 0.4, 1.3333333333333334567
            alpha, 0.5, 1e-300, 0.4, 0.80000000000000004441
            alpha, 0.75, 1e-300, 0.4, 0.53333333333333336294
            alpha, 0.9999999999990905, 1e-300, 0.4, 0.40000000000036382009
            alpha, 1.0, 1e-300, 0.4, 0.4000000000000000222
            alpha, 1.7, 1e-300, 0.4, 0.23529411764705884274
            alpha, 3.0, 1e-300, 0.4, 0.13333333333333334073
            js, 0, 0.4, 1e-300, 0.13862943611198906958
            tv, 0, 0.4, 1e-300, 0.2000000000000000111
            alpha, -1.5, 0.4, 1e-300, 0.16000000000000000888
            alpha, -0.4, 0.4, 1e-300, 0.28571428571428572561
            alpha, 0.0, 0.4, 1e-300, 0.4000000000000000222
            alpha, 1e-09, 0.4, 1e-300, 0.4000000004000000226
            alpha, 0.3, 0.4, 1e-300, 0.57142857142857145123
            alpha, 0.5, 0.4, 1e-300, 0.80000000000000004441
            alpha, 0.75, 0.4, 1e-300, 1.6000000000000000888
            alpha, 0.9999999999990905, 0.4, 1e-300, 275.54369478021968617
            alpha, 1.0, 0.4, 1e-300, 275.54369486653583536
            alpha, 1.7, 0.4, 1e-300, 1.7699256528863157028e+209
            js, 0, 2.5, 2.4, 0.0005102395036164940499
            tv, 0, 2.5, 2.4, 0.050000000000000044409
            alpha, -1.5, 2.5, 2.4, 0.0019865991863938529299
            alpha, -0.4, 2.5, 2.4, 0.0020162614560512945741
            alpha, 0.0, 2.5, 2.4, 0.0020272131513876926947
            alpha, 1e-09, 2.5, 2.4, 0.0020272131514151835622
            alpha, 0.3, 2.5, 2.4, 0.0020354856718919159325
            alpha, 0.5, 2.5, 2.4, 0.0020410288672876108738
            alpha, 0.75, 2.5, 2.4, 0.0020479897606252300525
            alpha, 0.9999999999990905, 2.5, 2.4, 0.0020549863006378020688
            alpha, 1.0, 2.5, 2.4, 0.0020549863006378275872
            alpha, 1.7, 2.5, 2.4, 0.0020747681242872248639
            alpha, 3.0, 2.5, 2.4, 0.0021122685185185223756
            js, 0, 0.1, 0.9, 0.18403210358424853701
            tv, 0, 0.1, 0.9, 0.40000000000000000833
            alpha, -1.5, 0.1, 0.9, 5.9199999999999998475
            alpha, -0.4, 0.1, 0.9, 1.6917896727725408212
            alpha, 0.0, 0.1, 0.9, 1.1775021196025974489
            alpha, 1e-09, 0.1, 0.9, 1.1775021186075914396
            alpha, 0.3, 0.1, 0.9, 0.92593489440662905129
            alpha, 0.5, 0.1, 0.9, 0.8000000000000000074
            alpha, 0.75, 0.1, 0.9, 0.67623956929659878444
            alpha, 0.9999999999990905, 0.1, 0.9, 0.58027754226668628587
            alpha, 1.0, 0.1, 0.9, 0.58027754226637806926
            alpha, 1.7, 0.1, 0.9, 0.40460487436911077799
            alpha, 3.0, 0.1, 0.9, 0.25020576131687243263
            js, 0, 3.0, 0.001, 1.0355640773222971964
            tv, 0, 3.0, 0.001, 1.4995
            alpha, -1.5, 3.0, 0.001, 1.1993333349562149852
            alpha, -0.4, 3.0, 0.001, 2.1404297473458015693
            alpha, 0.0, 3.0, 0.001, 2.9909936324323497531
            alpha, 1e-09, 3.0, 0.001, 2.9909936353912924276
            alpha, 0.3, 3.0, 0.001, 4.2364559345125335233
            alpha, 0.5, 3.0, 0.001, 5.7829109769979335524
            alpha, 0.75, 3.0, 0.001, 9.8394130856420782917
            alpha, 0.9999999999990905, 3.0, 0.001, 21.020102702882407303
            alpha, 1.0, 3.0, 0.001, 21.020102702950740168
            alpha, 1.7, 3.0, 0.001, 680.50765213637935731
            alpha, 3.0, 3.0, 0.001, 4499998.500333333146
            """)
    void whatOneOutcomeAdds(String divergence, double a, double p, double q, double expected) {
        AtomSum.Pair term = term(divergence, a);
        LineIntegral.Pair ofLogs = divergence.equals("js") ? Terms::jsOfLogs : Terms.alphaOfLogs(a);

        // a power is the exponential of a logarithm, whose ulp it multiplies
        double size = 1 + 0.1 * (Math.abs(Math.log(p)) + Math.abs(Math.log(q)));
        assertThat(term.of(p, q)).isCloseTo(expected, within(4e-15 * size * expected + 1e-315));
        if (!divergence.equals("tv")) {
            // the logarithms are rounded: an ulp of theirs is what p and q change by
            double rounding = 2e-16 * (1 + Math.abs(Math.log(p)) + Math.abs(Math.log(q)));
            double next = Math.abs(term.of(p, q * (1 + 1e-6)) - term.of(p, q)) * 1e6;
            double other = Math.abs(term.of(p * (1 + 1e-6), q) - term.of(p, q)) * 1e6;
            assertThat(ofLogs.of(Math.log(p), Math.log(q)))
                    .isCloseTo(
                            expected, within((4e-15 + rounding) * expected + 4 * rounding * (next + other) + 1e-305));
        }
    }

    private static AtomSum.Pair term(String divergence, double a) {
        return switch (divergence) {
            case "js" -> Terms::js;
            case "tv" -> Terms::tv;
            default -> Terms.alpha(a);
        };
    }

    @Test
    void zeros() {
        assertThat(Terms.js(0, 0.4)).isCloseTo(0.2 * Math.log(2), within(1e-16));
        assertThat(Terms.js(0.4, 0)).isCloseTo(0.2 * Math.log(2), within(1e-16));
        assertThat(Terms.jsOfLogs(-INFINITY, Math.log(0.4))).isCloseTo(0.2 * Math.log(2), within(1e-16));
        assertThat(Terms.js(0.3, 0.3)).isZero();
        assertThat(Terms.tv(0, 0.4)).isEqualTo(0.2);
        for (double a : new double[] {-0.5, 0, 0.25, 0.5, 0.8, 1, 1.5}) {
            assertThat(Terms.alpha(a).of(0.3, 0.3)).isZero();
            // p^a is 0 for a above 0 and infinite below, q^(1-a) likewise
            double withoutP = a > 0 ? 0.4 / a : INFINITY;
            double withoutQ = a < 1 ? 0.4 / (1 - a) : INFINITY;
            assertMet(Terms.alpha(a).of(0, 0.4), withoutP);
            assertMet(Terms.alpha(a).of(0.4, 0), withoutQ);
            assertMet(Terms.alphaOfLogs(a).of(-INFINITY, Math.log(0.4)), withoutP);
            assertMet(Terms.alphaOfLogs(a).of(Math.log(0.4), -INFINITY), withoutQ);
        }
    }

    private static void assertMet(double actual, double expected) {
        if (expected == INFINITY) {
            assertThat(actual).isEqualTo(INFINITY);
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-15));
        }
    }

    /** Exchanged arguments turn a into 1 - a, to the last bit. */
    @Test
    void exchange() {
        for (double a : new double[] {0.125, 0.25, 0.5, 1, 1.5}) {
            assertThat(Terms.alpha(a).of(0.3, 0.7)).isEqualTo(Terms.alpha(1 - a).of(0.7, 0.3));
            assertThat(Terms.alphaOfLogs(a).of(-1, -2))
                    .isEqualTo(Terms.alphaOfLogs(1 - a).of(-2, -1));
        }
    }
}
