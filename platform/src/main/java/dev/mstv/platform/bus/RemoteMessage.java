package dev.mstv.platform.bus;

/**
 * What another process has to know of a message besides the message.
 *
 * @param module whose process runs it
 * @param name logical name of its use case
 * @param version of its form
 * @param repeatable whether running it twice is as good as once: a query, or a command with an idempotency key
 * @param ordinal which of the commands with that key it is that the sending use case has sent, from 0
 */
public record RemoteMessage(String module, String name, int version, boolean repeatable, int ordinal) {

    @Override
    public String toString() {
        return name;
    }
}
