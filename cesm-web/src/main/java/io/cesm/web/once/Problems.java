package io.cesm.web.once;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** Writes a problem where no controller is at work. */
final class Problems {

    private Problems() {
    }

    static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        var json = "{\"type\":\"about:blank\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}".formatted(status, code,
                detail);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }

}
