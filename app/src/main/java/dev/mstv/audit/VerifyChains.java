package dev.mstv.audit;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;

/** Whether the event stores of the modules in audit's process are as they were written. Reads all of them. */
@UseCase(value = "audit.verify_chains", action = "verify", subject = "AuditEntry")
public record VerifyChains() implements Query<Verification> {}
