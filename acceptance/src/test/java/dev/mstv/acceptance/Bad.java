package dev.mstv.acceptance;

/**
 * One malformed request.
 *
 * @param expected status, code and fields, as {@link Answer#problem()} gives them
 */
// Nobody compares or changes the bytes.
@SuppressWarnings("ArrayRecordComponent")
record Bad(String name, byte[] bytes, String expected) {

    static Bad of(String name, Request request, String expected) {
        String target = request.method() + " " + shortened(request.path());
        return new Bad(target + " with " + name, request.toBytes(), expected);
    }

    /** A part of a name that people can still read. */
    static String shortened(String text) {
        String visible = text.replaceAll("[^ -~]", "?");
        return visible.length() <= 60 ? visible : visible.substring(0, 57) + "...";
    }
}
