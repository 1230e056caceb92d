package io.cesm.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.UUID;

import io.cesm.domain.notice.NoticeBook;
import io.cesm.domain.notice.Notices;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.timeline.Subject;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class NoticePageTests {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private People people;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeBook book;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whatIsSaidOfOneRecordStandsTogetherAndIsReadTogether() {
        var me = people.hire(Role.CSR);
        var one = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            tell(me, one, "C-1", i);
        }
        tell(me, UUID.randomUUID(), "C-2", 0);
        assertThat(web.get().uri("/notices").header("Accept-Language", "zh").with(SignedIn.as(me))).hasStatusOk()
            .bodyText()
            .contains("更早的 2 条");

        var newest = book.of(me, 10, null)
            .items()
            .stream()
            .filter(it -> one.equals(it.subjectId()))
            .toList()
            .getFirst();
        assertThat(web.post()
            .uri("/notices/read")
            .param("id", newest.id().toString())
            .with(csrf())
            .with(SignedIn.as(me))
            .exchange()).hasStatus3xxRedirection();
        assertThat(book.unread(me)).as("of the other record").isEqualTo(1);
    }

    @Test
    void noticesOfOthersStayUnread() {
        var me = people.hire(Role.CSR);
        var other = people.hire(Role.CSR);
        var record = UUID.randomUUID();
        tell(me, record, "C-1", 0);
        tell(other, record, "C-1", 0);
        var theirs = book.of(other, 10, null).items().getFirst().id();
        notices.readAbout(me, theirs);
        notices.readAbout(me, book.of(me, 10, null).items().getFirst().id());
        assertThat(book.unread(me)).isZero();
        assertThat(book.unread(other)).isEqualTo(1);
    }

    private void tell(StaffId staff, UUID record, String name, int key) {
        transaction.executeWithoutResult(status -> notices.tell(staff, "COMPLAINT_ASSIGNED",
                new Subject("COMPLAINT", record, name, null), Map.of(), record + "/" + key));
    }

}
