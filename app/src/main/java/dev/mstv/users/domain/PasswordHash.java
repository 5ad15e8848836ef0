package dev.mstv.users.domain;

/** A password that nobody can read any more: Argon2 in PHC string format, or imported bcrypt. */
public record PasswordHash(String value) {

    public PasswordHash {
        if (!value.startsWith("$argon2") && !value.startsWith("$2")) {
            throw new IllegalArgumentException("Not a password hash");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
