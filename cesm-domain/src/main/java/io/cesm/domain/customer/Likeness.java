package io.cesm.domain.customer;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Weighs what two records have in common. */
record Likeness(int percent, List<Similar.Reason> reasons) {

    /** Less than this is not worth a look. */
    static final int WORTH_A_LOOK = 55;

    static Likeness of(boolean sameName, double name, @Nullable String phone, @Nullable String mail, boolean address,
            boolean sameCustomer) {
        List<Similar.Reason> reasons = new ArrayList<>();
        double apart = 1;
        if (sameName) {
            reasons.add(new Similar.Reason("NAME_EQUAL", ""));
            apart *= sameCustomer ? 0.2 : 0.3;
        }
        else if (name >= 0.3) {
            reasons.add(new Similar.Reason("NAME_SIMILAR", String.valueOf(Math.round(name * 100))));
            apart *= 1 - name * 0.8;
        }
        if (phone != null) {
            reasons.add(new Similar.Reason("PHONE", phone));
            apart *= isPersonal(phone) ? 0.42 : 0.6;
        }
        if (mail != null) {
            reasons.add(new Similar.Reason("MAIL", mail));
            apart *= 0.5;
        }
        if (address) {
            reasons.add(new Similar.Reason("ADDRESS", ""));
            apart *= 0.7;
        }
        if (sameCustomer) {
            reasons.add(new Similar.Reason("SAME_CUSTOMER", ""));
        }
        return new Likeness((int) Math.round((1 - apart) * 100), reasons);
    }

    /** A mobile number belongs to one person, a landline often to a whole house. */
    private static boolean isPersonal(String phone) {
        return PointText.normal(PointKind.PHONE, phone).matches("\\+861\\d{10}");
    }

    boolean isWorthALook() {
        return percent >= WORTH_A_LOOK;
    }

}
