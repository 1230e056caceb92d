package io.cesm.web.answer;

import jakarta.servlet.http.HttpServletRequest;
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

    public static String network(HttpServletRequest request) {
        return RespondentNetwork.of(request);
    }

}
