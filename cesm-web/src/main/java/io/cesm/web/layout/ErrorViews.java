package io.cesm.web.layout;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What is refused in front of the controllers looks the same as what they refuse. */
@Component
public class ErrorViews implements ErrorViewResolver {

    /** Request attribute: the key of the sentence that says why. */
    public static final String REFUSAL = "cesm.refusal";

    @Override
    public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
            Map<String, Object> model) {
        var refusal = request.getAttribute(REFUSAL);
        return ErrorPages.page(status, refusal == null ? Map.of() : Map.of("refusal", refusal));
    }

}
