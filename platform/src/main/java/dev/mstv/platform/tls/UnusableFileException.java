package dev.mstv.platform.tls;

/** A file that a variable names cannot be used; the message says why in plain words and shows nothing of its content. */
final class UnusableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String variable;
    private final String what;

    UnusableFileException(String variable, String what) {
        super(variable + ": " + what);
        this.variable = variable;
        this.what = what;
    }

    String variable() {
        return variable;
    }

    String what() {
        return what;
    }
}
