package io.cesm.governance.lesson;

import java.util.List;
import java.util.Set;

import io.cesm.domain.topissue.TopIssueBook;
import io.cesm.domain.topissue.TopIssueDetails;
import io.cesm.domain.topissue.TopIssueMoved;
import io.cesm.domain.topissue.TopIssueState;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was learnt from a TOP issue becomes a lesson when it is closed, at once and in the
 * name of who closes it: a draft that somebody else reads before it is offered to others.
 */
@Component
class LessonsFollowTopIssues {

    private static final int TITLE = 160;

    private final WritingLessons writing;

    private final LinkingLessons linking;

    private final TopIssueBook issues;

    private final JdbcClient jdbc;

    LessonsFollowTopIssues(WritingLessons writing, LinkingLessons linking, TopIssueBook issues, JdbcClient jdbc) {
        this.writing = writing;
        this.linking = linking;
        this.issues = issues;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(TopIssueMoved fact) {
        if (fact.to() == TopIssueState.CLOSED && !isKept(fact)) {
            var issue = issues.require(fact.issue());
            if (issue.lesson() != null) {
                var lesson = writing.write(contentOf(issue, issue.lesson()), null, isDemo(fact));
                linking.link(lesson, LessonLinkKind.TOP_ISSUE, issue.id().id(), issue.number());
            }
        }
    }

    private static LessonContent contentOf(TopIssueDetails issue, String lesson) {
        var owner = issue.owner();
        return new LessonContent(LessonKind.LESSON, cut(issue.title()), null, happened(issue), null, issue.cause(),
                issue.rootCause(), null, lesson, null, issue.heading().dimension(), issue.heading().flow(), null, null,
                List.of(), Set.of(), owner == null ? null : owner.id(), null, null);
    }

    private static String happened(TopIssueDetails issue) {
        var statement = issue.statement();
        return statement == null ? issue.problem() : statement;
    }

    private static String cut(String title) {
        return title.length() <= TITLE ? title : title.substring(0, TITLE);
    }

    private boolean isKept(TopIssueMoved fact) {
        return is("select exists (select 1 from lesson_link where record_id = :id)", fact);
    }

    private boolean isDemo(TopIssueMoved fact) {
        return is("select demo from top_issue where id = :id", fact);
    }

    private boolean is(String question, TopIssueMoved fact) {
        return jdbc.sql(question).param("id", fact.issue().id()).query((rs, i) -> rs.getBoolean(1)).single();
    }

}
