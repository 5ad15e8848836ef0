package dev.mstv.platform.push;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Whom a push is for. Who may belong to an audience is decided where somebody asks to.
 *
 * @param name up to 128 characters
 */
public record Audience(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:/._-]{1,128}");

    public Audience {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of an audience");
        }
    }

    /** Those who may hear everything of a channel. */
    public static Audience all(String channel) {
        return new Audience(channel);
    }

    /** One user, of what a channel says about them. */
    public static Audience of(String channel, UUID user) {
        return new Audience(channel + '/' + user);
    }

    /** Whoever wants to know what happens to a user's account, and may. */
    public static Audience account(UUID user) {
        return room("user", user);
    }

    /** Those in a room, such as that of one order. */
    public static Audience room(String kind, UUID id) {
        return new Audience(kind + ':' + id);
    }
}
