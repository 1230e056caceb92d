package io.cesm.web.desk;

import java.time.LocalDate;
import java.util.List;

import io.cesm.domain.kernel.Round;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** All that lies on a desk, asked for in one round however many features bring it. */
@Component
class Desk {

    private final List<WorkSource> sources;

    private final NamedParameterJdbcOperations jdbc;

    Desk(List<WorkSource> sources, NamedParameterJdbcOperations jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
    }

    List<WorkSource.Pile> piles(LocalDate today) {
        var round = new Round();
        var answers = sources.stream().map(it -> it.ask(round, today)).toList();
        round.go(jdbc);
        return answers.stream().flatMap(it -> it.get().stream()).toList();
    }

}
