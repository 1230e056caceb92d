package io.cesm.web.customer;

import java.util.Arrays;

import io.cesm.domain.kernel.Refusal;

import org.springframework.validation.BindingResult;

/**
 * Does what a form asks for; what the rules refuse is written beside the field, and
 * nothing typed is lost. A stale version is not caught here: it has a page of its own.
 */
public final class Tries {

    private Tries() {
    }

    /** Whether it was done. */
    public static boolean succeeds(BindingResult errors, Runnable work) {
        if (errors.hasErrors()) {
            return false;
        }
        try {
            work.run();
            return true;
        }
        catch (Refusal refusal) {
            var field = refusal.field();
            var args = refusal.args().toArray();
            if (field != null && hasField(errors, field)) {
                errors.rejectValue(field, refusal.messageKey(), args, refusal.code());
            }
            else {
                errors.reject(refusal.messageKey(), args, refusal.code());
            }
            return false;
        }
    }

    private static boolean hasField(BindingResult errors, String field) {
        var form = errors.getTarget();
        return form != null && form.getClass().isRecord()
                && Arrays.stream(form.getClass().getRecordComponents()).anyMatch(it -> it.getName().equals(field));
    }

}
