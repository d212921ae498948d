package dev.surprisal.math.variational;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * A student that learns the probabilities of a teacher, both softened by a temperature: softmax(z/T). Hinton, Vinyals and Dean,
 * "Distilling the knowledge in a neural network", 2015.
 */
public final class Distillation {

    private Distillation() {}

    /**
     * KL(teacher_T||student_T) in nats; swap the arguments for the reverse. Computed from the logits, so that it stays
     * finite where a probability underflows. 0 where the logits differ by a constant. Error below 1e-12 max(1,
     * |result|).
     *
     * @param teacher at least one finite logit
     * @param student as many
     * @param temperature T, finite and {@code > 0}
     */
    public static double klNats(double[] teacher, double[] student, double temperature) {
        double[] from = logProbabilities("teacher", teacher, temperature);
        double[] to = logProbabilities("student", student, temperature);
        requireSameLength(teacher, student);
        Sum sum = new Sum();
        for (int k = 0; k < from.length; k++) {
            // p ln(p/q) - p + q with ln q - ln p = d: p (e^d - 1 - d)
            double p = Elementary.exp(from[k]);
            double q = Elementary.exp(to[k]);
            sum.add(q > 1e-290 && p > 1e-290 ? LogRatio.gain(p, q) : p == 0 ? q : p * (from[k] - to[k]) - p + q);
        }
        return Math.max(sum.value(), 0);
    }

    /**
     * The derivative of {@link #klNats} in each logit of the student: (student_T - teacher_T)/T; sums to 0. Error below
     * 1e-12 max(1, |result|).
     *
     * @param teacher at least one finite logit
     * @param student as many
     * @param temperature T, finite and {@code > 0}
     */
    public static double[] gradient(double[] teacher, double[] student, double temperature) {
        double[] from = logProbabilities("teacher", teacher, temperature);
        double[] result = logProbabilities("student", student, temperature);
        requireSameLength(teacher, student);
        for (int k = 0; k < result.length; k++) {
            result[k] = (Elementary.exp(result[k]) - Elementary.exp(from[k])) / temperature;
        }
        return result;
    }

    /**
     * -ln softmax(z)_y, the loss of the student on the true class alone, in nats. Error below 1e-12 max(1, |result|).
     *
     * @param student at least one finite logit
     * @param trueClass y, 0-based
     */
    public static double hardLossNats(double[] student, int trueClass) {
        double[] logs = logProbabilities("student", student, 1);
        if (trueClass < 0 || trueClass >= logs.length) {
            throw new IllegalArgumentException(
                    "trueClass must lie between 0 and " + (logs.length - 1) + ", got " + trueClass);
        }
        return logs[trueClass] == 0 ? 0 : -logs[trueClass];
    }

    private static double[] logProbabilities(String name, double[] logits, double temperature) {
        Require.positive("temperature", temperature);
        Require.count("number of logits of " + name, logits.length, 1);
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            largest = Math.max(largest, Require.finite(name + "[" + k + "]", logits[k]));
        }
        double[] scaled = new double[logits.length];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = (logits[k] - largest) / temperature;
        }
        return LogSpace.logSoftmax(scaled);
    }

    private static void requireSameLength(double[] teacher, double[] student) {
        if (teacher.length != student.length) {
            throw new IllegalArgumentException("teacher and student must have the same number of logits, got "
                    + teacher.length + " and " + student.length);
        }
    }
}
