package dev.mstv.platform.edge;

import java.util.concurrent.CompletionStage;

/** Counts requests by caller. Does not block. */
interface Allowances {

    /** Counts a request. */
    CompletionStage<Allowance> take(String caller);
}
