package io.cesm.governance.workorder;

import io.cesm.domain.customer.FollowingTable;
import io.cesm.domain.customer.MergeFollower;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work orders follow when their customer is merged into another. */
@Configuration(proxyBeanMethods = false)
class WorkOrdersFollow {

    @Bean
    MergeFollower workOrdersOfCustomersFollow(JdbcClient jdbc) {
        return FollowingTable.ofCustomer(jdbc, "work_orders", "work_order", "customer_id");
    }

}
