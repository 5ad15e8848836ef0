package dev.mstv.audit.interfaces.rest;

import dev.mstv.audit.AuditEntry;
import dev.mstv.audit.ListEntries;
import dev.mstv.audit.Verification;
import dev.mstv.audit.VerifyChains;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Input;
import dev.mstv.platform.web.Listing;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail over REST. */
@Tag(name = "audit")
@Controller("/audit")
@Edge
class AuditController {

    private final Bus bus;

    AuditController(Bus bus) {
        this.bus = bus;
    }

    @Get
    @Operation(summary = "Lists what has happened, newest first")
    Listing<AuditEntry> list(
            @Nullable @QueryValue String subject,
            @Nullable @QueryValue String actor,
            @Nullable @QueryValue String type,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String limit,
            @Nullable @QueryValue String cursor) {
        Page<AuditEntry> page = bus.ask(new ListEntries(
                subject == null ? null : Input.id("subject", subject),
                actor,
                type,
                Input.time("from", from),
                Input.time("to", to),
                Input.limit(limit),
                Input.cursor(cursor)));
        return new Listing<>(page.items(), Cursor.encode(page.next()));
    }

    @Get("/verify")
    @Operation(summary = "Tells whether the event stores are as they were written")
    Verification verify() {
        return bus.ask(new VerifyChains());
    }
}
