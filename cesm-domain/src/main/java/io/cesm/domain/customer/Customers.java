package io.cesm.domain.customer;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All customers. */
interface Customers extends Repository<Customer, CustomerId> {

    Customer save(Customer customer);

    Customer saveAndFlush(Customer customer);

    Optional<Customer> findById(CustomerId id);

}
