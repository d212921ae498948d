package dev.surprisal.widget.information;

import dev.surprisal.widget.Unit;
import java.util.Random;

/** Seeded states of every kind: 2 to 26 outcomes, even, lopsided and sparse, tiny and round numbers, some not normalised. */
final class StatesOfKlDiscrete {

    private StatesOfKlDiscrete() {}

    static KlDiscrete.State random(Random random) {
        int size = random.nextBoolean() ? 2 + random.nextInt(3) : 2 + random.nextInt(25);
        Unit unit = random.nextInt(4) == 0 ? Unit.BITS : Unit.NATS;
        Probabilities p = vector(random, size);
        return new KlDiscrete.State(p, random.nextInt(10) == 0 ? p : vector(random, size), unit);
    }

    private static Probabilities vector(Random random, int size) {
        var values = new double[size];
        double steepness = 30 * random.nextDouble() * random.nextDouble();
        boolean sparse = random.nextInt(4) == 0;
        double sum = 0;
        for (int k = 0; k < size; k++) {
            values[k] = sparse && random.nextBoolean() ? 0 : Math.pow(random.nextDouble(), 1 + steepness);
            sum += values[k];
        }
        if (sum == 0) {
            values[0] = sum = 1;
        }
        boolean round = random.nextInt(3) == 0;
        for (int k = 0; k < size; k++) {
            values[k] = Math.min(1, values[k] / sum);
            values[k] = round ? Math.round(values[k] * 100) / 100.0 : values[k];
        }
        if (random.nextInt(20) == 0) {
            values[random.nextInt(size)] = 1e-300 * random.nextDouble();
        }
        var vector = Probabilities.of(values);
        boolean asItIs = vector.sumsToOne() || vector.sum() == 0 || random.nextInt(10) == 0;
        return asItIs ? vector : vector.normalised();
    }
}
