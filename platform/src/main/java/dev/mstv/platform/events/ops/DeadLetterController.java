package dev.mstv.platform.events.ops;

import dev.mstv.platform.events.DeadLetter;
import dev.mstv.platform.events.DeadLetters;
import dev.mstv.platform.events.Treatment;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Input;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;

/** Dead letters over REST. */
@Controller("/ops/dead-letters")
@Edge
class DeadLetterController {

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    /** Oldest first. */
    @Get
    DeadLetterListing list(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        Page<DeadLetter> page = letters.page(Input.limit(limit), Input.cursor(cursor));
        return new DeadLetterListing(page.items(), Cursor.encode(page.next()));
    }

    /** Has it tried once more. */
    @Post("/{id}/replay")
    HttpResponse<Void> replay(String id) {
        return answer(letters.replay(Input.id("id", id)), HttpResponse.accepted());
    }

    /** Gives it up, and lets its stream go on. */
    @Post("/{id}/discard")
    HttpResponse<Void> discard(String id) {
        return answer(letters.discard(Input.id("id", id)), HttpResponse.noContent());
    }

    private static HttpResponse<Void> answer(Treatment treatment, HttpResponse<Void> done) {
        return switch (treatment) {
            case DONE -> done;
            case MISSING ->
                throw refusal(ProblemKind.NOT_FOUND, "dead_letter_not_found", "There is no such dead letter.");
            case NOT_DEAD ->
                throw refusal(ProblemKind.CONFLICT, "not_dead", "This event is being tried or waits; it is not dead.");
            case UNREADABLE ->
                throw refusal(ProblemKind.CONFLICT, "not_replayable", "What arrived is no event; discard it.");
        };
    }

    private static Refusal refusal(ProblemKind kind, String code, String detail) {
        return Problem.of(kind, code, detail).refusal();
    }
}
