package io.cesm.web.demo;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells what earlier parts have left: expectations that ended long ago. */
@Component
@Order(60)
class DemoPast implements DemoPart {

    @Override
    public void tell(DemoWorld world) {
        world.finish();
    }

}
