package dev.mstv.platform.mqtt;

import java.util.regex.Pattern;

/** Where an answer may go: nowhere where others believe that it is an event or a command of ours. */
final class ResponseTopics {

    // The first level of what we publish by ourselves, of what we read, and what belongs to the broker.
    private static final Pattern OURS =
            Pattern.compile("(?:users|orders|system|commands)(?:/.*)?|\\$.*", Pattern.DOTALL);

    private ResponseTopics() {}

    static boolean allows(String topic) {
        return !topic.isEmpty()
                && topic.indexOf('+') < 0
                && topic.indexOf('#') < 0
                && !OURS.matcher(topic).matches();
    }
}
