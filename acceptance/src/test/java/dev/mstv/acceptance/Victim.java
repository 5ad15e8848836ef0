package dev.mstv.acceptance;

/** What may be killed while commands run: a process of the application, or a server it depends on. */
interface Victim {

    /** What sort of thing it is; several may be of one. */
    String kind();

    /** Ends it as a crash of its machine would ({@code kill -9}). */
    void kill();

    /** Starts it again on what it had stored, and returns once it serves. */
    void restart();

    /** A server of the development stack. */
    static Victim of(String kind, Runnable kill, Runnable restart) {
        return new Victim() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void kill() {
                kill.run();
            }

            @Override
            public void restart() {
                restart.run();
            }
        };
    }
}
