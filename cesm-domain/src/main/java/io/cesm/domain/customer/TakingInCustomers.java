package io.cesm.domain.customer;

import java.util.List;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers and people come in by the thousand: found again by their external key, judged
 * row by row, written set by set. The same rows a second time change nothing. A dry run
 * is the same call in a transaction that is rolled back.
 */
@Service
@Transactional
public class TakingInCustomers {

    /** How many rows one call should bring, so that memory stays flat. */
    public static final int BATCH = 1_000;

    private final CustomerIntake customers;

    private final ContactIntake contacts;

    private final CurrentActor current;

    TakingInCustomers(CustomerIntake customers, ContactIntake contacts, CurrentActor current) {
        this.customers = customers;
        this.contacts = contacts;
        this.current = current;
    }

    /** Takes customers in; one answer per row, in their order. */
    public List<TakenIn> customers(List<IncomingCustomer> rows) {
        current.actor().requireMay(Right.IMPORT);
        return contacts.takeFrontDesks(rows, customers.take(rows));
    }

    /** Takes people in; one answer per row, in their order. */
    public List<TakenIn> contacts(List<IncomingContact> rows) {
        current.actor().requireMay(Right.IMPORT);
        return contacts.take(rows);
    }

}
