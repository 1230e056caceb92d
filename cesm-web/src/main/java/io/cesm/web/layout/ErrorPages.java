package io.cesm.web.layout;

import java.util.Map;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.NotAllowed;
import io.cesm.web.database.DatabaseAway;
import io.cesm.web.strict.UnexpectedParameter;
import io.cesm.web.strict.UnsoundText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says on a page what went wrong when a controller did not: what it was, what to do, and
 * under which number it is found in the log. Never a stack trace.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Overtaken overtaken;

    ErrorPages(Overtaken overtaken) {
        this.overtaken = overtaken;
    }

    @ExceptionHandler
    ModelAndView unknown(UnknownThing unknown) {
        return page(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed refused) {
        return page(HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT).addObject("refusal", refusal.messageKey())
            .addObject("refusalArgs", refusal.args().toArray());
    }

    @ExceptionHandler({ StaleVersion.class, OptimisticLockingFailureException.class })
    ModelAndView overtaken(HttpServletRequest request) {
        return page(HttpStatus.CONFLICT).addAllObjects(overtaken.by(request));
    }

    @ExceptionHandler
    ModelAndView clashes(DataIntegrityViolationException clash) {
        LOG.info("refused by the database: {}", clash.getMostSpecificCause().getMessage());
        return page(HttpStatus.CONFLICT);
    }

    @ExceptionHandler
    ModelAndView unexpected(UnexpectedParameter unexpected) {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler({ UnsoundText.class, MultipartException.class })
    ModelAndView unreadable() {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView unreadable(BindException unreadable) {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView mismatch(MethodArgumentTypeMismatchException mismatch) {
        return page(mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ? HttpStatus.NOT_FOUND
                : HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView unconvertible(ConversionFailedException failure) {
        return page(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge) {
        return page(HttpStatus.CONTENT_TOO_LARGE);
    }

    @ExceptionHandler
    ModelAndView any(Exception failure, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException && isSignedIn()) {
            return page(HttpStatus.FORBIDDEN); // here, because the frame knows who it is
        }
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known) {
            return page(known.getStatusCode());
        }
        if (failure instanceof java.io.IOException broken && Here.isBroken(broken)) {
            return new ModelAndView();
        }
        if (DatabaseAway.isWhy(failure)) {
            LOG.warn("a page waits for the database", failure);
            response.setHeader("Retry-After", "2");
            // the frame of who is signed in would ask the database again
            return page(HttpStatus.SERVICE_UNAVAILABLE).addObject("signedIn", false);
        }
        LOG.error("a page failed", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ModelAndView page(HttpStatusCode status) {
        return page(status, Map.of());
    }

    static ModelAndView page(HttpStatusCode status, Map<String, ? extends @Nullable Object> model) {
        var page = new ModelAndView("error/page", status);
        page.addAllObjects(model);
        page.addObject("signedIn", isSignedIn());
        page.addObject("status", status.value());
        page.addObject("kind", ErrorKind.of(status.value()));
        return page;
    }

    private static boolean isSignedIn() {
        try {
            var who = SecurityContextHolder.getContext().getAuthentication();
            return who != null && who.getAuthorities().stream().anyMatch(it -> "VIEW".equals(it.getAuthority()));
        }
        catch (RuntimeException ex) {
            return false; // who it is cannot be found out while the database is away
        }
    }

}
