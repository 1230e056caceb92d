package io.cesm.web.demo;

import java.util.List;

import io.cesm.domain.people.Acting;
import io.cesm.web.views.Register;
import io.cesm.web.views.SavedViews;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tabs that people of the demo company have named, for themselves and for their units.
 */
@Component
@Order(95)
class DemoViews implements DemoPart {

    private final SavedViews views;

    private final Batch batch;

    DemoViews(SavedViews views, Batch batch) {
        this.views = views;
        this.batch = batch;
    }

    @Override
    public void tell(DemoWorld world) {
        keep(world, "office", Register.CUSTOMERS, "一级客户", "tier=1", true);
        keep(world, "office", Register.FOLLOW_UPS, "逾期未回访", "overdue=true", true);
        keep(world, "manager", Register.EXPECTATIONS, "本区逾期承诺", "overdue=true&state=COMMITTED", true);
        keep(world, "manager", Register.COMPLAINTS, "三级以上升级", "level=3", true);
        keep(world, "csr", Register.EXPECTATIONS, "等客户确认", "owner=me&state=DELIVERED", false);
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("saved_view", "staff_id in (select id from staff where demo)"));
    }

    private void keep(DemoWorld world, String who, Register register, String name, String query, boolean shared) {
        Acting.as(world.cast().member(who).actor(), () -> batch.run(() -> views.keep(register, name, query, shared)));
    }

}
