package dev.mstv.platform.problem;

/** A case of an outcome that says no, and by which problem: the same at every edge. */
public interface Refusing {

    /** What an edge throws that has no word of its own for the case. */
    Refusal refusal();
}
