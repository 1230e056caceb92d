package io.cesm.web.people;

import java.util.Arrays;

import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.validation.BindingResult;

/**
 * Does what a form asks for; what the rules refuse is written beside the field, and
 * nothing typed is lost. Who was overtaken sees both versions: on a page of its own, or
 * in the form if it knows how to show them.
 */
public final class FormTry {

    private static final String STALE = "people.stale";

    private FormTry() {
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
            reject(errors, refusal);
        }
        return false;
    }

    /** The same for a form that shows what is stored now beside what was sent. */
    public static boolean succeedsUnlessOvertaken(BindingResult errors, Runnable work) {
        try {
            return succeeds(errors, work);
        }
        catch (StaleVersion | OptimisticLockingFailureException overtaken) {
            errors.reject(STALE);
            return false;
        }
    }

    public static boolean isOvertaken(BindingResult errors) {
        return errors.getGlobalErrors().stream().anyMatch(it -> STALE.equals(it.getCode()));
    }

    private static void reject(BindingResult errors, Refusal refusal) {
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
        return form != null && form.getClass().isRecord()
                && Arrays.stream(form.getClass().getRecordComponents()).anyMatch(it -> it.getName().equals(field));
    }

}
