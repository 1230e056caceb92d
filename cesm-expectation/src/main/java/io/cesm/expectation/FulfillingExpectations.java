package io.cesm.expectation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivering what was promised and hearing what the customer says about it. */
@Service
@Transactional
public class FulfillingExpectations {

    private final ExpectationDesk desk;

    private final Account account;

    private final DocumentingExpectations documents;

    private final JdbcClient jdbc;

    FulfillingExpectations(ExpectationDesk desk, Account account, DocumentingExpectations documents, JdbcClient jdbc) {
        this.desk = desk;
        this.account = account;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    public void deliver(ExpectationId id, @Nullable Long version, DeliverExpectation wish) {
        deliver(id, version, wish, List.of());
    }

    /** Says that it is done, with files that prove it. */
    public void deliver(ExpectationId id, @Nullable Long version, DeliverExpectation wish, List<Attachment> evidence) {
        if (!evidence.isEmpty()) {
            documents.attach(id, FilePurpose.EVIDENCE, evidence);
        }
        desk.change(id, version, Verb.DELIVER, null, (expectation, now) -> expectation.deliver(wish, hasEvidence(id),
                account.standard(expectation.customer()).dueToConfirm(now.today()), now));
    }

    /** Records that the customer confirmed; the recorder is kept as their proxy. */
    public void confirm(ExpectationId id, @Nullable Long version, CustomerAnswer said) {
        desk.change(id, version, Verb.CONFIRM, null, (expectation, now) -> {
            requireSpoken(expectation, said);
            expectation.confirm(said, now);
        });
    }

    /**
     * Records that the customer did not get what was promised; the recorder is kept as
     * their proxy.
     */
    public void notMet(ExpectationId id, @Nullable Long version, CustomerAnswer said) {
        desk.change(id, version, Verb.NOT_MEET, null, (expectation, now) -> {
            requireSpoken(expectation, said);
            expectation.notMet(said, account.standard(expectation.customer()).dueToCommit(now.today()), now);
        });
    }

    private void requireSpoken(Expectation expectation, CustomerAnswer said) {
        account.requireContact(expectation.customer(), said.contact());
        if (said.channel() != null) {
            Channel.spoken(said.channel(), "channel");
        }
    }

    private boolean hasEvidence(ExpectationId id) {
        return jdbc
            .sql("select exists(select 1 from expectation_file where expectation_id = :id and purpose = 'EVIDENCE')")
            .param("id", id.id())
            .query(Boolean.class)
            .single();
    }

}
