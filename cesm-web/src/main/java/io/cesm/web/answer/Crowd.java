package io.cesm.web.answer;

import io.cesm.web.security.Network;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many answers one network may send by links that many have. */
@Component
public class Crowd {

    private static final int DEVICES = 4;

    private final RobotGuard guard;

    Crowd(RobotGuard guard) {
        this.guard = guard;
    }

    /** Counts an answer a device sends. */
    public boolean mayAnswer(HttpServletRequest request) {
        return guard.mayAnswer(request, DEVICES);
    }

    /** What a form that anybody may send carries to show when it was made. */
    public String mark(String secret) {
        return guard.mark(secret);
    }

    /**
     * Why such a form is not taken yet.
     * @param site what stands in the field people do not see
     * @return key of the sentence, null if it is taken
     */
    public @Nullable String objection(String secret, @Nullable String site, @Nullable String mark,
            HttpServletRequest request) {
        return guard.objection(secret, site, mark == null ? "" : mark, "", request);
    }

    /** The network a request comes from. */
    public static String network(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr());
    }

}
