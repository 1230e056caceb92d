package io.cesm.domain.people;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may do; on which customers is said by the {@link Scope}. */
public enum Right {

    VIEW, CUSTOMER_EDIT, EXPECTATION_EDIT, EXPECTATION_COMMIT, IMPORT, EXPORT, MERGE, SETTINGS, PEOPLE_ADMIN,
    AUDIT_READ, SURVEY_EDIT, CONFIDENTIAL_READ, COMPLAINT_EDIT;

    /** The rights that come with roles; several roles add up. */
    public static Set<Right> of(Set<Role> roles) {
        var rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(of(role)));
        return rights;
    }

    private static Set<Right> of(Role role) {
        return switch (role) {
            case CSR -> EnumSet.of(VIEW, CUSTOMER_EDIT, EXPECTATION_EDIT, COMPLAINT_EDIT, EXPORT, MERGE);
            case AR, SR, FR ->
                EnumSet.of(VIEW, CUSTOMER_EDIT, EXPECTATION_EDIT, EXPECTATION_COMMIT, COMPLAINT_EDIT, EXPORT);
            case MANAGER -> EnumSet.of(VIEW, CUSTOMER_EDIT, EXPECTATION_EDIT, EXPECTATION_COMMIT, COMPLAINT_EDIT,
                    IMPORT, EXPORT, MERGE, SURVEY_EDIT);
            case OFFICE -> EnumSet.of(VIEW, CUSTOMER_EDIT, EXPECTATION_EDIT, EXPECTATION_COMMIT, COMPLAINT_EDIT, IMPORT,
                    EXPORT, MERGE, SETTINGS, AUDIT_READ, SURVEY_EDIT, CONFIDENTIAL_READ);
            case ADMIN -> EnumSet.of(VIEW, CUSTOMER_EDIT, IMPORT, EXPORT, MERGE, SETTINGS, PEOPLE_ADMIN, AUDIT_READ);
            case AUDITOR -> EnumSet.of(VIEW, EXPORT, AUDIT_READ);
        };
    }

}
