package dev.mstv.platform.problem;

/** The kinds of problem: the one table from which each edge takes its protocol's status. */
public enum ProblemKind {
    INVALID(400, "Bad Request", 3),
    UNAUTHENTICATED(401, "Unauthorized", 16),
    FORBIDDEN(403, "Forbidden", 7),
    NOT_FOUND(404, "Not Found", 5),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", 12),
    NOT_ACCEPTABLE(406, "Not Acceptable", 3),
    CONFLICT(409, "Conflict", 10),
    /** A conflict with something that is there already and will be again. */
    EXISTS(409, "Conflict", 6),
    STALE(412, "Precondition Failed", 10),
    TOO_LARGE(413, "Content Too Large", 8),
    URI_TOO_LONG(414, "URI Too Long", 3),
    UNSUPPORTED_MEDIA(415, "Unsupported Media Type", 3),
    UNPROCESSABLE(422, "Unprocessable Content", 9),
    TOO_MANY(429, "Too Many Requests", 8),
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large", 8),
    INTERNAL(500, "Internal Server Error", 13),
    UNAVAILABLE(503, "Service Unavailable", 14),
    TOO_LATE(504, "Gateway Timeout", 4);

    private final int httpStatus;
    private final String title;
    private final int grpcStatus;

    ProblemKind(int httpStatus, String title, int grpcStatus) {
        this.httpStatus = httpStatus;
        this.title = title;
        this.grpcStatus = grpcStatus;
    }

    /** The HTTP status, as in RFC 9110. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The status' own phrase; the same for every problem of this kind, as RFC 9457 wants of a title. */
    public String title() {
        return title;
    }

    /** The canonical status code of gRPC, as in google.rpc.Code. */
    public int grpcStatus() {
        return grpcStatus;
    }
}
