package dev.surprisal.math.fit;

import dev.surprisal.math.distribution.Mixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The targets of {@code kl_fits.json} with their forward fit and the stationary points of the reverse fit. */
final class KlFits {

    record Point(double mean, double sd, double kl, boolean minimum, double smallCurvature, double largeCurvature) {}

    record Target(String name, Mixture p, Point forward, double entropy, List<Point> reverse) {
        @Override
        public String toString() {
            return name;
        }
    }

    private KlFits() {}

    /** JSON is YAML. */
    static List<Target> targets() {
        try (var in = Objects.requireNonNull(KlFits.class.getResourceAsStream("kl_fits.json"))) {
            var root = (Map<?, ?>)
                    Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
            List<Target> targets = new ArrayList<>();
            root.forEach((name, entry) -> targets.add(target((String) name, (Map<?, ?>) entry)));
            return targets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Target target(String name) {
        return targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Target target(String name, Map<?, ?> entry) {
        Mixture p = Mixture.ofNormals(numbers(entry, "weights"), numbers(entry, "means"), numbers(entry, "sds"));
        var forward = (Map<?, ?>) member(entry, "forward");
        List<Point> reverse = new ArrayList<>();
        for (Object item : (List<?>) member(entry, "reverse")) {
            var point = (Map<?, ?>) item;
            double[] curvatures = numbers(point, "hessian_eigenvalues_mu_lnsigma");
            reverse.add(new Point(
                    number(member(point, "mu")),
                    number(member(point, "sigma")),
                    number(member(point, "kl")),
                    member(point, "kind").equals("min"),
                    curvatures[0],
                    curvatures[1]));
        }
        return new Target(
                name,
                p,
                new Point(
                        number(member(forward, "mu")),
                        number(member(forward, "sigma")),
                        number(member(forward, "kl")),
                        true,
                        0,
                        0),
                number(member(forward, "entropy")),
                reverse);
    }

    private static Object member(Map<?, ?> entry, String name) {
        return Objects.requireNonNull(entry.get(name), name);
    }

    private static double[] numbers(Map<?, ?> entry, String name) {
        return ((List<?>) member(entry, name))
                .stream().mapToDouble(KlFits::number).toArray();
    }

    /** A number, or text such as "0.5" or "1/3". */
    private static double number(Object value) {
        String text = value.toString();
        int slash = text.indexOf('/');
        return slash < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
    }
}
