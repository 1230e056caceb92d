package io.cesm.domain.topissue;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface TopIssues extends Repository<TopIssue, TopIssueId> {

    TopIssue save(TopIssue issue);

    Optional<TopIssue> findById(TopIssueId id);

    void flush();

}
