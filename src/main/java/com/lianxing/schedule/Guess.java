package com.lianxing.schedule;

import java.util.random.RandomGenerator;

/**
 * Something not known yet, as three guesses; it is taken to be distributed as a triangle that begins at the optimistic one,
 * has its top at the likely one, and is not above the third in four of five cases.
 *
 * @param optimistic if all goes well
 * @param p80 in four of five cases it is not more
 */
public record Guess(long optimistic, long likely, long p80) {

    public Guess {
        if (likely < optimistic || p80 < likely) {
            throw new IllegalArgumentException("not in order: %s, %s, %s".formatted(optimistic, likely, p80));
        }
    }

    /**
     * The most that it can be: where a fifth of the triangle lies above {@code p80}. The likely value itself, if nobody
     * guessed more than that.
     */
    public double most() {
        if (p80 == likely) {
            return likely;
        }
        // (m - p80)² = 0.2 (m - optimistic)(m - likely), the greater m
        double b = 0.2 * (optimistic + likely) - 2 * p80;
        double c = (double) p80 * p80 - 0.2 * optimistic * likely;
        return (-b + Math.sqrt(b * b - 4 * 0.8 * c)) / (2 * 0.8);
    }

    public double mean() {
        return (optimistic + likely + most()) / 3;
    }

    /** One of the values that it may have. */
    double draw(RandomGenerator random) {
        double most = most();
        double width = most - optimistic;
        if (width == 0) {
            return likely;
        }
        double u = random.nextDouble();
        return u < (likely - optimistic) / width
                ? optimistic + Math.sqrt(u * width * (likely - optimistic))
                : most - Math.sqrt((1 - u) * width * (most - likely));
    }
}
