package dev.mstv.notifications;

/** What came of marking a notification as read. */
public sealed interface ReadMark {

    record Marked() implements ReadMark {}

    /** There is no such notification, or none that the caller may mark. */
    record NotificationMissing() implements ReadMark {}
}
