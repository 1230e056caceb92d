package io.cesm.domain.topissue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cesm.domain.people.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of an issue as they lie in the database, in the order of their days. */
@Component
class TaskRows {

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<IssueTask> of(TopIssueId issue) {
        return jdbc.sql("""
                select k.*, s.name as owner_name,
                       array(select a.after_id from top_issue_task_after a where a.task_id = k.id) as after
                  from top_issue_task k join staff s on s.id = k.owner_id
                 where k.issue_id = ? order by k.starts_on, k.due_on, k.id limit 200""")
            .param(issue.id())
            .query(TaskRows::task)
            .list();
    }

    private static IssueTask task(ResultSet rs, int i) throws SQLException {
        return new IssueTask(rs.getObject("id", UUID.class), rs.getString("title"),
                TaskTerm.valueOf(rs.getString("term")), new StaffId(rs.getObject("owner_id", UUID.class)),
                rs.getString("owner_name"), rs.getObject("starts_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class), rs.getObject("done_on", LocalDate.class),
                rs.getString("result"), rs.getBigDecimal("planned_cost"), rs.getBigDecimal("actual_cost"),
                ids(rs.getArray("after")), rs.getLong("version"));
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((UUID[]) array.getArray()));
    }

}
