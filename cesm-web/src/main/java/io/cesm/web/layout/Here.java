package io.cesm.web.layout;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.DisconnectedClientHelper;

/** The request that is being answered on this thread. */
final class Here {

    private Here() {
    }

    static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** Whether the browser has gone away meanwhile. */
    static boolean isBroken(IOException failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

}
