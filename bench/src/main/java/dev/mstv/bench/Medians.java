package dev.mstv.bench;

import java.util.Arrays;

/** The figure in the middle. */
final class Medians {

    private Medians() {}

    /** Of one figure at least, in any order. */
    static double of(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
