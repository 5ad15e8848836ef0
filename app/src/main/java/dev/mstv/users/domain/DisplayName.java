package dev.mstv.users.domain;

import java.util.regex.Pattern;

/** What a person wants to be called: 1 to 100 characters of any script, at least one of them visible. */
public record DisplayName(String value) {

    public static final String FORMAT = "(?=.*[^\\p{Z}\\p{C}])[^\\p{Cc}\\p{Cs}\\p{Cn}]{1,100}";

    private static final Pattern VALID = Pattern.compile(FORMAT);

    public DisplayName {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a name");
        }
    }
}
