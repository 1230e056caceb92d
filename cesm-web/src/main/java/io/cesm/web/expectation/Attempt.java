package io.cesm.web.expectation;

import java.util.Arrays;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.validation.BindingResult;

/**
 * Tries what a form asks for; what the rules refuse becomes an error of the form, so that
 * nothing typed is lost.
 */
final class Attempt {

    static final String STALE = "expectation.stale";

    private Attempt() {
    }

    /** Whether it was done. */
    static boolean succeeds(BindingResult errors, Runnable work) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            work.run();
            return true;
        }
        catch (Refusal refusal) {
            reject(errors, refusal);
        }
        catch (StaleVersion | OptimisticLockingFailureException overtaken) {
            errors.reject(STALE);
        }
        return false;
    }

    static boolean isStale(BindingResult errors) {
        return errors.getGlobalErrors().stream().anyMatch(it -> STALE.equals(it.getCode()));
    }

    static void reject(BindingResult errors, Refusal refusal) {
        var field = refusal.field();
        var args = refusal.args().toArray();
        if (field != null && hasField(errors, field)) {
            errors.rejectValue(field, refusal.messageKey(), args, refusal.code());
        }
        else {
            errors.reject(refusal.messageKey(), args, refusal.code());
        }
    }

    private static boolean hasField(BindingResult errors, String field) {
        var form = errors.getTarget();
        return form != null && form.getClass().isRecord() && Arrays.stream(form.getClass().getRecordComponents())
            .anyMatch(component -> component.getName().equals(field));
    }

}
