package dev.mstv.users.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, kept as typed and compared without regard to case. */
public record Email(String value) {

    /** What browsers accept (HTML Living Standard, 4.10.5.1.5), with a dot in the domain. */
    public static final String FORMAT = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    public static final int MAX_LENGTH = 254;

    private static final Pattern VALID = Pattern.compile(FORMAT);

    public Email {
        if (value.length() > MAX_LENGTH || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** The address that the text is; empty if it is none. */
    public static Optional<Email> parse(String text) {
        return text.length() <= MAX_LENGTH && VALID.matcher(text).matches()
                ? Optional.of(new Email(text))
                : Optional.empty();
    }

    /** Equal for addresses that differ in case only. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
