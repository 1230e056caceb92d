package io.cesm.web.layout;

/** Which text an error page has; several statuses share one. */
enum ErrorKind {

    BAD, FORBIDDEN, UNKNOWN, METHOD, CONFLICT, LARGE, REFUSED, OFTEN, FAILED, BUSY;

    static ErrorKind of(int status) {
        return switch (status) {
            case 401, 403 -> FORBIDDEN;
            case 404, 410 -> UNKNOWN;
            case 405 -> METHOD;
            case 409, 412 -> CONFLICT;
            case 413 -> LARGE;
            case 422 -> REFUSED;
            case 429 -> OFTEN;
            case 503 -> BUSY;
            default -> status >= 500 ? FAILED : BAD;
        };
    }

}
