package io.cesm.web.demo;

import java.util.List;

import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.customer.DecisionRole;

/**
 * A customer of the demo company with its people.
 *
 * @param team logins of CSR, AR, SR, FR
 * @param products keys of what they use
 */
record Client(String key, CustomerId id, int tier, String trade, boolean buys, List<String> team, List<String> products,
        Mood mood, List<Speaker> people) {

    /** One of the customer's people. */
    record Speaker(ContactId id, DecisionRole part, boolean english) {
    }

    /**
     * Where the customer's satisfaction is lost: points from E to C, C to D and D to P.
     */
    record Mood(int commitment, int delivery, int perception) {
    }

    String csr() {
        return team.get(0);
    }

    String sr() {
        return team.get(2);
    }

    String fr() {
        return team.get(3);
    }

}
