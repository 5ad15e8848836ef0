package dev.mstv.auth.application;

import dev.mstv.auth.GetAbilities;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.security.Rule;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the caller what they may do. */
@Singleton
final class GetAbilitiesHandler implements QueryHandler<GetAbilities, List<Rule>> {

    private final Gate gate;

    GetAbilitiesHandler(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<Rule> handle(GetAbilities query) {
        return gate.ability(CallContext.current().caller()).rules();
    }
}
