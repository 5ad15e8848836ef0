package dev.mstv.notifications.domain;

import java.time.Instant;

/**
 * What the link of a mail is made of.
 *
 * @param token encrypted; opened when the mail is written and kept nowhere
 * @param address keyed digest of the only e-mail address, in lower case, to which it may go
 * @param validUntil when there is no sense in mailing it any more
 */
public record SealedLink(String token, String address, Instant validUntil) {

    @Override
    public String toString() {
        return "SealedLink[…]";
    }
}
