package io.cesm.web.answer;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/** The network a request comes from: one IPv4 address, or 64 bits of an IPv6 one. */
final class RespondentNetwork {

    private RespondentNetwork() {
    }

    static String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", Arrays.copyOf(parts, 4));
    }

}
