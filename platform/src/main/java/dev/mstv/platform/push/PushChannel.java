package dev.mstv.platform.push;

/**
 * A stream of news that clients ask for by its name; a bean of a module's edges. Who may do the action on every subject
 * hears all of it, who may do it on some hears what concerns them, and who may not is refused.
 *
 * @param name such as {@code user-events}
 * @param action as in the policy files
 * @param subject as in the policy files
 * @param own whether everybody hears only what concerns them, whatever they may do
 */
public record PushChannel(String name, String action, String subject, boolean own) {}
