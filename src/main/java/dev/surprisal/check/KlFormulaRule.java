package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Passage.Piece;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula that writes out {@code KL(p || q) = …} averages under p and has the logarithm of p over q: published texts forget the
 * logarithm, turn the ratio round, or average under the other distribution.
 */
final class KlFormulaRule implements PassageRule {

    private static final Pattern LEFT = Pattern.compile(
            "(?<!-)(?:\\\\mathrm\\{KL\\}|\\\\operatorname\\{KL\\}|\\\\text\\{KL\\}|\\bKL|\\bD(?:_\\{?(?:\\\\mathrm\\{KL\\}|\\\\text\\{KL\\}|KL)\\}?)?)"
                    + "(?:\\\\left)?\\(([^()|]{1,40}?)(?:\\\\\\||\\\\Vert|\\\\parallel|\\|\\|)([^()|]{1,40}?)(?:\\\\right)?\\)=");

    private static final Pattern RATIO = Pattern.compile("\\\\[dt]?frac\\{([^{}]{1,40})\\}\\{([^{}]{1,40})\\}");
    private static final Pattern LOGARITHM =
            Pattern.compile("\\\\(?:log|ln)(?:_\\{?\\w+\\}?)?(?:\\\\left|\\\\[bB]igg?l?)?[(\\[]?$");
    private static final Pattern EXPECTATION =
            Pattern.compile("\\\\mathbb\\{E\\}_\\{([^{}]{1,40})\\}|\\\\mathbb\\{E\\}_(\\\\?\\w+)");

    @Override
    public Rule rule() {
        return Rule.KL_FORMULA;
    }

    @Override
    public void check(Passage passage, Consumer<Problem> problems) {
        for (Piece piece : passage.pieces()) {
            if (piece.kind() == Passage.Kind.FORMULA) {
                check(piece, problems);
            }
        }
    }

    private static void check(Piece piece, Consumer<Problem> problems) {
        String text = compact(piece.text());
        Matcher left = LEFT.matcher(text);
        if (!left.find()) {
            return;
        }
        String p = left.group(1);
        String q = left.group(2);
        String right = text.substring(left.end());
        Matcher ratio = RATIO.matcher(right);
        if (!ratio.find() || p.equals(q)) {
            return;
        }
        boolean inOrder = isOf(ratio.group(1), p) && isOf(ratio.group(2), q);
        boolean turned = isOf(ratio.group(1), q) && isOf(ratio.group(2), p);
        String before = right.substring(0, ratio.start());
        boolean logarithm = LOGARITHM.matcher(before).find();
        String fault = null;
        if ((inOrder || turned) && !logarithm) {
            fault = "there is no logarithm of this ratio: KL is the mean of \\log \\frac{p}{q}";
        } else if (turned && !before.contains("-")) {
            fault = "this ratio is turned round: KL(p || q) has p above q, or a minus sign in front";
        } else if (inOrder && before.startsWith("-")) {
            fault = "this is minus the divergence: with p above q there is no minus sign in front";
        } else if ((inOrder || turned) && averagesUnder(before, q) && !averagesUnder(before, p)) {
            fault = "this averages under the distribution on the right; KL(p || q) averages under p";
        }
        if (fault != null) {
            problems.accept(Problem.of(Rule.KL_FORMULA, piece.position(0), fault));
        }
    }

    private static boolean averagesUnder(String before, String name) {
        Matcher expectation = EXPECTATION.matcher(before);
        if (expectation.find()) {
            String under = expectation.group(1) == null ? expectation.group(2) : expectation.group(1);
            String last =
                    under.substring(Math.max(under.lastIndexOf("\\sim"), 0)).replace("\\sim", "");
            return isOf(last, name);
        }
        int at = before.indexOf(name);
        while (at >= 0) {
            boolean whole = at == 0 || !Character.isLetter(before.charAt(at - 1));
            if (whole && isOf(before.substring(at), name)) {
                return true;
            }
            at = before.indexOf(name, at + 1);
        }
        return false;
    }

    /** Whether something is the distribution by itself or its value somewhere: {@code p}, {@code p(x)}, {@code p_k}. */
    private static boolean isOf(String text, String name) {
        if (!text.startsWith(name)) {
            return false;
        }
        return text.length() == name.length() || "(_\\^".indexOf(text.charAt(name.length())) >= 0;
    }

    /** Without spaces, those of LaTeX among them. */
    private static String compact(String latex) {
        return latex.replaceAll("\\\\[,;:! ]|\\\\q?quad|\\s+", "");
    }
}
