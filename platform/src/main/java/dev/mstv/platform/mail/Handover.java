package dev.mstv.platform.mail;

/** What came of handing a mail over. */
public sealed interface Handover {

    /** It was taken; whether it arrives is out of our hands. */
    record Taken() implements Handover {}

    /** This mail will never be taken, such as when there is no such mailbox. */
    record Refused(String reason) implements Handover {}

    /** It was not taken now; another attempt makes sense. */
    record Failed(String reason) implements Handover {}
}
