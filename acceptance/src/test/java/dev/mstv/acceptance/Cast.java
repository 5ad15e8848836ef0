package dev.mstv.acceptance;

import java.util.List;

/** Who takes part in a case, and what they have done before, by whichever protocol. */
final class Cast {

    static final String NOT_THERE = "0190a0a0-0000-7000-8000-00000000000f";

    private final RunningApp app = World.app();
    private final Account ada = Account.registered(app);
    private final Account eve = Account.registered(app);
    private final Account admin = Account.administrator(app);

    /** Somebody to whom nothing happens that lasts. */
    Account ada() {
        return ada;
    }

    /** Another one. */
    Account eve() {
        return eve;
    }

    /** Somebody new, who may be changed. */
    Account someone() {
        return Account.registered(app);
    }

    String admin() {
        return admin.accessToken();
    }

    String orderOf(Account buyer) {
        Request place = buyer.post("/orders", Orders.inEach(List.of("EUR")));
        return app.send(place).expect(201).at("/id");
    }

    /** Someone whose version is no longer the first. */
    Account renamed() {
        Account account = someone();
        app.send(account.patch(account.path(), "{\"name\":\"Grace\"}")).expect(200);
        return account;
    }

    /** The token of somebody else for another secret. */
    String forged() {
        return Jwt.access(NOT_THERE, "admin", NOT_THERE)
                .signed("HmacSHA256", "some-other-secret-0123456789-0123456789");
    }
}
