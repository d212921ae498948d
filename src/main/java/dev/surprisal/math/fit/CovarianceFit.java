package dev.surprisal.math.fit;

import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.information.Divergence;
import java.util.Arrays;

/**
 * The normal vector q of a simpler shape that is closest to a normal vector p, by forward or reverse KL: in closed form, and
 * without other optima. The mean is that of p.
 *
 * <p>With two entries of correlation r, diagonal fits keep the variances v forwards and shrink them to v (1 - r^2) in reverse;
 * both KLs are -ln(1 - r^2)/2 (Bishop 2006, section 10.1.2).
 *
 * @param klNats KL(p||q) of a forward fit, KL(q||p) of a reverse one, in nats
 */
public record CovarianceFit(MultivariateNormal q, double klNats) {

    /** Which covariances q may have. */
    public enum Shape {
        /** Any: the fit is p itself. */
        FULL,
        /** Independent entries. */
        DIAGONAL,
        /** Independent entries with one variance for all. */
        ISOTROPIC
    }

    /**
     * The least KL(p||q): the variances of p's entries if diagonal, their mean if isotropic. Relative errors of the sds below
     * 1e-15 times the dimension.
     */
    public static CovarianceFit forward(MultivariateNormal p, Shape shape) {
        double[] variances = new double[p.dimension()];
        for (int i = 0; i < variances.length; i++) {
            double sd = p.marginal(i).sd();
            variances[i] = sd * sd;
        }
        return switch (shape) {
            case FULL -> new CovarianceFit(p, 0);
            case DIAGONAL -> forward(p, variances);
            case ISOTROPIC -> forward(p, repeated(mean(variances), variances.length));
        };
    }

    /**
     * The least KL(q||p): one over the entries of the diagonal of p's inverse covariance if diagonal, one over their mean if
     * isotropic. Relative errors of the sds below 1e-15 times the covariance's condition number.
     */
    public static CovarianceFit reverse(MultivariateNormal p, Shape shape) {
        double[] precisions = precisions(p);
        double[] variances = new double[precisions.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = 1 / precisions[i];
        }
        return switch (shape) {
            case FULL -> new CovarianceFit(p, 0);
            case DIAGONAL -> reverse(p, variances);
            case ISOTROPIC -> reverse(p, repeated(1 / mean(precisions), variances.length));
        };
    }

    /** The diagonal of the inverse covariance: the squared columns of the inverse of its Cholesky factor. */
    private static double[] precisions(MultivariateNormal p) {
        double[][] inverse = p.relativeFactor(MultivariateNormal.standard(p.dimension()));
        double[] precisions = new double[inverse.length];
        for (int i = 0; i < precisions.length; i++) {
            for (int k = i; k < precisions.length; k++) {
                precisions[i] += inverse[k][i] * inverse[k][i];
            }
        }
        return precisions;
    }

    private static CovarianceFit forward(MultivariateNormal p, double[] variances) {
        MultivariateNormal q = diagonal(p, variances);
        return new CovarianceFit(q, Divergence.klNats(p, q));
    }

    private static CovarianceFit reverse(MultivariateNormal p, double[] variances) {
        MultivariateNormal q = diagonal(p, variances);
        return new CovarianceFit(q, Divergence.klNats(q, p));
    }

    private static MultivariateNormal diagonal(MultivariateNormal p, double[] variances) {
        double[] sds = new double[variances.length];
        for (int i = 0; i < sds.length; i++) {
            sds[i] = Math.sqrt(variances[i]);
        }
        return MultivariateNormal.diagonal(p.mean(), sds);
    }

    private static double[] repeated(double value, int times) {
        double[] result = new double[times];
        Arrays.fill(result, value);
        return result;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
