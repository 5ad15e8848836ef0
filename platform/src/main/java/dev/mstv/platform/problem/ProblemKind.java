package dev.mstv.platform.problem;

/** The kinds of problem: the one table from which each edge takes its protocol's status. */
public enum ProblemKind {
    INVALID(400, "Bad Request"),
    UNAUTHENTICATED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    NOT_ACCEPTABLE(406, "Not Acceptable"),
    CONFLICT(409, "Conflict"),
    STALE(412, "Precondition Failed"),
    TOO_LARGE(413, "Content Too Large"),
    URI_TOO_LONG(414, "URI Too Long"),
    UNSUPPORTED_MEDIA(415, "Unsupported Media Type"),
    UNPROCESSABLE(422, "Unprocessable Content"),
    TOO_MANY(429, "Too Many Requests"),
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large"),
    INTERNAL(500, "Internal Server Error"),
    UNAVAILABLE(503, "Service Unavailable"),
    TOO_LATE(504, "Gateway Timeout");

    private final int httpStatus;
    private final String title;

    ProblemKind(int httpStatus, String title) {
        this.httpStatus = httpStatus;
        this.title = title;
    }

    /** The HTTP status, as in RFC 9110. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The status' own phrase; the same for every problem of this kind, as RFC 9457 wants of a title. */
    public String title() {
        return title;
    }
}
