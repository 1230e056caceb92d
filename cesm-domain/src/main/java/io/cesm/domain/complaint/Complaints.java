package io.cesm.domain.complaint;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Complaints extends Repository<Complaint, ComplaintId> {

    Complaint save(Complaint complaint);

    Optional<Complaint> findById(ComplaintId id);

    void flush();

}
