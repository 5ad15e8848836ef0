package dev.mstv.users.domain;

import java.util.regex.Pattern;

/** A password that nobody can read any more: Argon2 in PHC string format, or imported bcrypt. */
public record PasswordHash(String value) {

    private static final Pattern VALID = Pattern.compile(
            "\\$argon2(?:id|i|d)\\$v=19\\$m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+|\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    public PasswordHash {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a password hash");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
