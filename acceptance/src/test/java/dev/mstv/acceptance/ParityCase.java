package dev.mstv.acceptance;

import static dev.mstv.acceptance.Speaker.NOBODY;
import static dev.mstv.acceptance.Speaker.NO_KEY;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** What clients do, and the one code with which it ends over every protocol. */
// What is done in a case is a function that keeps nothing.
@SuppressWarnings("ImmutableEnumChecker")
enum ParityCase {
    REGISTER("register", "ok", (they, cast) -> they.register(World.newEmail(), Account.PASSWORD)),
    REGISTER_TAKEN(
            "register an address that is taken",
            "email_taken",
            (they, cast) -> they.register(cast.ada().email(), Account.PASSWORD)),
    REGISTER_INVALID(
            "register with a short password",
            "validation_failed",
            (they, cast) -> they.register(World.newEmail(), "x")),
    LOGIN("sign in", "ok", (they, cast) -> they.login(cast.ada().email(), Account.PASSWORD)),
    LOGIN_WRONG(
            "sign in with a wrong password",
            "invalid_credentials",
            (they, cast) -> they.login(cast.someone().email(), "not it at all")),
    READ_OWN("read oneself", "ok", (they, cast) -> {
        Account ada = cast.ada();
        return they.read(ada.accessToken(), ada.id());
    }),
    READ_OTHER(
            "read another user",
            "forbidden",
            (they, cast) -> they.read(cast.ada().accessToken(), cast.eve().id())),
    READ_WITHOUT_TOKEN(
            "read without a token",
            "unauthenticated",
            (they, cast) -> they.read(NOBODY, cast.ada().id())),
    READ_FORGED(
            "read with a forged token",
            "invalid_token",
            (they, cast) -> they.read(cast.forged(), cast.ada().id())),
    READ_AFTER_LOGOUT("read after signing out", "token_revoked", (they, cast) -> {
        Account ada = cast.someone();
        they.logout(ada);
        return they.read(ada.accessToken(), ada.id());
    }),
    READ_UNKNOWN(
            "read who is not there, as administrator",
            "user_not_found",
            (they, cast) -> they.read(cast.admin(), Cast.NOT_THERE)),
    READ_BAD_ID("read by what is no id", "validation_failed", (they, cast) -> they.read(cast.admin(), "nonsense")),
    CREATE(
            "create a user, as administrator",
            "ok",
            (they, cast) -> they.create(cast.admin(), World.newEmail(), NO_KEY)),
    CREATE_FORBIDDEN(
            "create a user, as user",
            "forbidden",
            (they, cast) -> they.create(cast.ada().accessToken(), World.newEmail(), NO_KEY)),
    CREATE_TWICE("create again with the same key", "same", (they, cast) -> {
        String email = World.newEmail();
        String key = UUID.randomUUID().toString();
        Outcome first = they.create(cast.admin(), email, key);
        return they.create(cast.admin(), email, key).comparedTo(first);
    }),
    CREATE_ANOTHER("create another with the same key", "idempotency_key_reused", (they, cast) -> {
        String key = UUID.randomUUID().toString();
        Outcome unused = they.create(cast.admin(), World.newEmail(), key);
        return they.create(cast.admin(), World.newEmail(), key);
    }),
    RENAME_SEEN("rename whose version one has seen", "ok", (they, cast) -> {
        Account ada = cast.someone();
        return they.rename(ada.accessToken(), ada.id(), "Grace", 1);
    }),
    RENAME_STALE("rename who has changed since", "stale_version", (they, cast) -> {
        Account ada = cast.renamed();
        return they.rename(ada.accessToken(), ada.id(), "Eve", 1);
    }),
    PLACE("place an order", "ok", (they, cast) -> they.place(cast.ada().accessToken(), List.of("EUR", "EUR"), NO_KEY)),
    PLACE_NOTHING(
            "place an order of nothing",
            "validation_failed",
            (they, cast) -> they.place(cast.ada().accessToken(), List.of(), NO_KEY)),
    PLACE_MIXED(
            "place an order in two currencies",
            "mixed_currencies",
            (they, cast) -> they.place(cast.ada().accessToken(), List.of("EUR", "USD"), NO_KEY)),
    PLACE_TWICE("place it again with the same key", "same", (they, cast) -> {
        String ada = cast.ada().accessToken();
        String key = UUID.randomUUID().toString();
        Outcome first = they.place(ada, List.of("EUR"), key);
        return they.place(ada, List.of("EUR"), key).comparedTo(first);
    }),
    ORDER_OWN("read one's order", "ok", (they, cast) -> {
        Account ada = cast.ada();
        return they.order(ada.accessToken(), cast.orderOf(ada));
    }),
    ORDER_OF_OTHER(
            "read another's order",
            "order_not_found",
            (they, cast) -> they.order(cast.ada().accessToken(), cast.orderOf(cast.eve()))),
    CANCEL_TWICE("cancel an order twice", "ok", (they, cast) -> {
        Account ada = cast.ada();
        String order = cast.orderOf(ada);
        Outcome first = they.cancel(ada.accessToken(), order);
        return first.code().equals(Outcome.OK) ? they.cancel(ada.accessToken(), order) : first;
    }),
    CANCEL_OF_OTHER(
            "cancel another's order",
            "order_not_found",
            (they, cast) -> they.cancel(cast.ada().accessToken(), cast.orderOf(cast.eve()))),
    DELETE_OTHER(
            "delete another user",
            "forbidden",
            (they, cast) -> they.delete(cast.ada().accessToken(), cast.eve().id())),
    DELETE("delete oneself", "ok", (they, cast) -> {
        Account ada = cast.someone();
        return they.delete(ada.accessToken(), ada.id());
    }),
    READ_ERASED("read who has deleted themselves, as administrator", "user_not_found", (they, cast) -> {
        Account ada = cast.someone();
        Outcome unused = they.delete(ada.accessToken(), ada.id());
        return they.read(cast.admin(), ada.id());
    }),
    LOGIN_ERASED("sign in after deleting oneself", "invalid_credentials", (they, cast) -> {
        Account ada = cast.someone();
        Outcome unused = they.delete(ada.accessToken(), ada.id());
        return they.login(ada.email(), Account.PASSWORD);
    }),
    TOO_OFTEN("read oneself too often", "rate_limited", (they, cast) -> {
        Account ada = cast.someone();
        Outcome last = they.read(ada.accessToken(), ada.id());
        for (int i = 0; i < ParityCase.RATE_LIMIT; i++) {
            last = they.read(ada.accessToken(), ada.id());
        }
        return last;
    });

    /** How often one may ask where {@link #isAboutLimits} is tried. */
    static final int RATE_LIMIT = 5;

    private final String description;
    private final String code;
    private final BiFunction<Speaker, Cast, Outcome> doing;

    ParityCase(String description, String code, BiFunction<Speaker, Cast, Outcome> doing) {
        this.description = description;
        this.code = code;
        this.doing = doing;
    }

    String code() {
        return code;
    }

    /** Whether it needs a process that does not take much. */
    boolean isAboutLimits() {
        return this == TOO_OFTEN;
    }

    /** With which code it ends over this protocol. */
    String tried(Speaker they, Cast cast) {
        return doing.apply(they, cast).code();
    }

    @Override
    public String toString() {
        return description;
    }
}
