package io.cesm.domain.intake;

import java.util.List;

import io.cesm.domain.customer.TakingInCustomers;
import org.springframework.stereotype.Component;

/** Customers, each row with at most one of their people. */
@Component
class CustomersKind implements ImportKind {

    private final TakingInCustomers takingIn;

    private final AlikeCustomers alike;

    CustomersKind(TakingInCustomers takingIn, AlikeCustomers alike) {
        this.takingIn = takingIn;
        this.alike = alike;
    }

    @Override
    public String code() {
        return "customers";
    }

    @Override
    public Label label() {
        return new Label("客户与联系人", "Customers and contacts");
    }

    @Override
    public Label about() {
        return new Label("每行一个客户，可带一位联系人；同一客户的多位联系人写成多行。按外部编号认出已有客户，没有编号时按名称。",
                "One customer per row, with one contact person if you like; several people of a customer are several rows. "
                        + "Known customers are recognised by external key, or by name if there is no key.");
    }

    @Override
    public List<Target> targets() {
        return CustomerTargets.ALL;
    }

    @Override
    public List<Setting> settings() {
        return CustomerTargets.SETTINGS;
    }

    @Override
    public Taking open(ImportPlan plan) {
        return new CustomerTaking(plan, takingIn, alike);
    }

}
