package dev.mstv.acceptance;

/** A process that sends mails, with a database and a mail server of its own; all end with this JVM. */
final class MailWorld {

    private static final Postbox POSTBOX = new Postbox();
    private static final String DATABASE = "mails";
    private static final Launch LAUNCH = POSTBOX.of(World.ownDatabase(DATABASE));
    private static final RunningApp APP = LAUNCH.start();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            APP.close();
            POSTBOX.close();
        }));
    }

    private MailWorld() {}

    static RunningApp app() {
        return APP;
    }

    static Postbox postbox() {
        return POSTBOX;
    }

    static Launch anotherProcess() {
        return LAUNCH;
    }

    static Sql database() {
        return World.database(DATABASE);
    }
}
