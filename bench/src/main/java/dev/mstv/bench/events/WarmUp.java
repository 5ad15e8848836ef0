package dev.mstv.bench.events;

import java.util.function.DoubleSupplier;

/** Lets compilers come to their end: on few cores several JVMs take minutes for that, one takes seconds. */
public final class WarmUp {

    private static final double GAIN = 1.05;

    private WarmUp() {}

    /**
     * Repeats until it gets no faster.
     *
     * @param most how often at most
     * @param withoutGain how many rounds in a row have to find no more than before
     * @param round says how much was done in a second
     */
    public static void of(int most, int withoutGain, DoubleSupplier round) {
        double best = 0;
        for (int done = 0, without = 0; done < most && without < withoutGain; done++) {
            double found = round.getAsDouble();
            without = found > best * GAIN ? 0 : without + 1;
            best = Math.max(best, found);
        }
    }
}
