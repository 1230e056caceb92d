package io.cesm.web.topissue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cesm.domain.customer.CustomerCard;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.topissue.TopIssueFilter;
import io.cesm.domain.topissue.TopIssueOrder;
import io.cesm.domain.topissue.TopIssueRegister;
import io.cesm.domain.topissue.TopIssueState;
import io.cesm.web.customer.CustomerPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The TOP issues of a customer on the customer's page, and what waits there. */
@Component
class CustomerTopIssues implements CustomerPanel {

    private static final int PAGE = 25;

    private static final int COUNTED = 100;

    private final TopIssueRegister register;

    private final Clock clock;

    CustomerTopIssues(TopIssueRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "top-issues";
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public String fragment() {
        return "topissue/panel :: panel";
    }

    @Override
    public Map<String, Object> content(CustomerCard customer, @Nullable String cursor) {
        return Map.of("topIssues",
                register.slice(TopIssueFilter.ALL.of(customer.id()), TopIssueOrder.NEWEST, PAGE, cursor), "today",
                CompanyTime.today(clock));
    }

    @Override
    public List<Waiting> waiting(CustomerId customer) {
        var here = "/top-issues?customer=" + customer;
        var all = TopIssueFilter.ALL.of(customer);
        return List.of(
                new Waiting(here + "&untold=true", "topissue.now.untold",
                        register.tally(all.open().tellBefore(CompanyTime.today(clock)), COUNTED), true),
                new Waiting(here + "&state=SUBMITTED", "topissue.now.waiting",
                        register.tally(all.in(Set.of(TopIssueState.SUBMITTED)), COUNTED), false),
                new Waiting(here, "topissue.now.open", register.tally(all.open(), COUNTED), false));
    }

}
