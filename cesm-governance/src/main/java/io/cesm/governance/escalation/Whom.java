package io.cesm.governance.escalation;

import java.util.Optional;

import io.cesm.domain.people.Role;

/** Who is meant by a level. */
public enum Whom {

    /** Who has the complaint. */
    OWNER,
    /** Roles in the customer's account team. */
    CSR, FR, SR, AR,
    /** The head of the customer's unit, or of the nearest one above that has one. */
    UNIT_HEAD,
    /** The head of the unit above that. */
    HEAD_ABOVE,
    /** The team on duty of the customer's unit or region. */
    UNIT_DUTY,
    /** The team on duty of the company. */
    COMPANY_DUTY,
    /** The office that runs customer satisfaction. */
    OFFICE;

    /** The role in the account team, if it is one. */
    Optional<Role> role() {
        return switch (this) {
            case CSR -> Optional.of(Role.CSR);
            case FR -> Optional.of(Role.FR);
            case SR -> Optional.of(Role.SR);
            case AR -> Optional.of(Role.AR);
            default -> Optional.empty();
        };
    }

    /** The role somebody gets a complaint in when it is locked onto them. */
    Role lockRole() {
        return role().orElse(this == OFFICE || this == COMPANY_DUTY ? Role.OFFICE : Role.MANAGER);
    }

}
