package dev.mstv.platform.events;

/** What came of an operator's decision about a dead letter. */
public enum Treatment {
    DONE,
    /** There is no such letter, or not any more. */
    MISSING,
    /** It is being tried, or waits behind another. */
    NOT_DEAD,
    /** What arrived was no event; it can be discarded and nothing else. */
    UNREADABLE
}
