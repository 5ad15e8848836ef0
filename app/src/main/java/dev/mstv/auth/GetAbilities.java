package dev.mstv.auth;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.security.Rule;
import java.util.List;

/** The rules that apply to the caller, for a front end that decides by them what to show. */
@UseCase(value = "auth.get_abilities", action = "read", subject = "Ability")
public record GetAbilities() implements Query<List<Rule>> {}
