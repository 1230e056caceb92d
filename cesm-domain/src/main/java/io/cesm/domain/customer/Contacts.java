package io.cesm.domain.customer;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** All people at customers. */
interface Contacts extends Repository<Contact, ContactId> {

    Contact save(Contact contact);

    Contact saveAndFlush(Contact contact);

    Optional<Contact> findById(ContactId id);

}
