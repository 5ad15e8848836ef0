package dev.mstv.orders.application;

import dev.mstv.orders.domain.Buyers;
import dev.mstv.platform.bus.Bus;
import dev.mstv.users.GetUsers;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** Says who may order: those of whom we have heard, and those whom the users' module knows though we have not yet. */
@Singleton
final class Admission {

    private final Buyers buyers;
    private final Bus bus;

    Admission(Buyers buyers, Bus bus) {
        this.buyers = buyers;
        this.bus = bus;
    }

    /**
     * Whether they may, until the end of the transaction, which begins here.
     *
     * @throws dev.mstv.platform.problem.Refusal if we have not heard of them and nobody can be asked
     */
    boolean admits(UUID userId) {
        boolean heardOf =
                switch (buyers.standing(userId)) {
                    case KNOWN -> true;
                    case ERASED -> false;
                    // Before the transaction begins: no connection is held while another process answers.
                    case UNHEARD_OF -> !bus.ask(new GetUsers(Set.of(userId))).isEmpty();
                };
        return heardOf && buyers.admit(userId);
    }
}
