package dev.mstv.platform.bus;

import org.jspecify.annotations.Nullable;

/**
 * From where a call came.
 *
 * @param address IP address, as text
 * @param userAgent as the client says; null if it does not
 */
public record Client(String address, @Nullable String userAgent) {

    static final Client NONE = new Client("local", null);
}
