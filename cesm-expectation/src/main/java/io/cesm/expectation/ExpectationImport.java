package io.cesm.expectation;

import java.util.List;

import io.cesm.domain.customer.ContactByText;
import io.cesm.domain.dimension.DimensionBook;
import io.cesm.domain.intake.CustomerByText;
import io.cesm.domain.intake.ImportKind;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.Label;
import io.cesm.domain.intake.Setting;
import io.cesm.domain.intake.Target;
import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.StaffBook;
import org.springframework.stereotype.Component;

/** Expectations that stood elsewhere: one row is one thing a customer said. */
@Component
class ExpectationImport implements ImportKind {

    private final TakingInExpectations takingIn;

    private final CustomerByText customers;

    private final ContactByText contacts;

    private final StaffBook staff;

    private final DimensionBook dimensions;

    private final CurrentActor current;

    ExpectationImport(TakingInExpectations takingIn, CustomerByText customers, ContactByText contacts, StaffBook staff,
            DimensionBook dimensions, CurrentActor current) {
        this.takingIn = takingIn;
        this.customers = customers;
        this.contacts = contacts;
        this.staff = staff;
        this.dimensions = dimensions;
        this.current = current;
    }

    @Override
    public String code() {
        return "expectations";
    }

    @Override
    public Label label() {
        return new Label("期望", "Expectations");
    }

    @Override
    public Label about() {
        return new Label("每行一条期望：哪个客户的哪位联系人说了什么。联系人可用姓名、任一电话或邮箱指明；带外部编号的行再次导入时只更新变化。",
                "One expectation per row: who at which customer said what. The contact may be named, or given by any of "
                        + "their phones or mail addresses; a row with an external key is recognised when it comes again.");
    }

    @Override
    public List<Target> targets() {
        return ExpectationColumns.ALL;
    }

    @Override
    public List<Setting> settings() {
        return ExpectationColumns.SETTINGS;
    }

    @Override
    public void judge(ImportPlan plan) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        var customer = plan.setting("customer");
        if (customer != null) {
            customers.require(customer);
        }
        else if (!plan.maps("customer")) {
            throw new FieldRefusal("mapping", "import.target_missing", ExpectationColumns.ALL.get(1).label());
        }
    }

    @Override
    public Taking open(ImportPlan plan) {
        current.actor().requireMay(Right.EXPECTATION_EDIT);
        return new ExpectationTaking(plan, takingIn, customers, contacts, staff, dimensions.active());
    }

}
