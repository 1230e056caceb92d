package io.cesm.web.dashboard;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.time.CompanyTime;
import io.cesm.governance.report.CountingReports;
import io.cesm.governance.report.MonthFigures;
import io.cesm.governance.report.ReadingDashboards;
import io.cesm.governance.report.ReportFigures;
import io.cesm.governance.report.Standing;
import io.cesm.satisfaction.analysis.Claim;
import io.cesm.satisfaction.figures.Comparing;
import io.cesm.satisfaction.figures.Comparison;
import io.cesm.satisfaction.figures.Confidence;
import io.cesm.satisfaction.figures.Figure;
import io.cesm.satisfaction.figures.Share;
import io.cesm.web.level.Link;
import io.cesm.web.panel.Panel.Cell;
import io.cesm.web.panel.Panel;
import io.cesm.web.panel.Say;
import io.cesm.web.report.PackWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The tiles of each role, made of the last ninety days, the time before and twelve
 * months.
 */
@Component
class DashboardTiles {

    static final int DAYS = 90;

    private final CountingReports counting;

    private final ReadingDashboards reading;

    private final CurrentActor current;

    private final MessageSource messages;

    private final Clock clock;

    DashboardTiles(CountingReports counting, ReadingDashboards reading, CurrentActor current, MessageSource messages,
            Clock clock) {
        this.counting = counting;
        this.reading = reading;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whose dashboard it is. */
    enum Board {

        TEAM, MANAGER, OFFICE

    }

    /**
     * A dashboard.
     *
     * @param says what changed, and whether it is real
     * @param panels the table behind the trends, and the control chart of complaints
     */
    record Shown(Board board, List<String> says, List<Tile> tiles, List<Panel> panels) {
    }

    /** The board of the reader's roles. */
    Board mine() {
        var roles = current.actor().roles();
        if (roles.contains(Role.MANAGER)) {
            return Board.MANAGER;
        }
        return roles.stream().anyMatch(EnumSet.of(Role.CSR, Role.AR, Role.SR, Role.FR)::contains) ? Board.TEAM
                : Board.OFFICE;
    }

    Shown of(Board board, @Nullable UnitId unit, Locale locale) {
        var say = new Say(messages, locale);
        var today = CompanyTime.today(clock);
        var figures = counting.brief(unit, today.minusDays(DAYS - 1L), today);
        var months = reading.months(unit);
        var now = reading.standing(unit);
        var says = new ArrayList<>(PackWriter.indexSays(figures, say));
        says.addAll(PackWriter.complaintSays(figures, say).subList(0, 1));
        return new Shown(board, says, tiles(board, figures, months, now, unit, say),
                List.of(RateChart.of(months, now.customers(), say), table(months, say)));
    }

    private static List<Tile> tiles(Board board, ReportFigures figures, List<MonthFigures> months, Standing now,
            @Nullable UnitId unit, Say say) {
        Set<String> wanted = switch (board) {
            case TEAM ->
                Set.of("complaints", "late", "followups", "clarify", "commitments", "ontime", "intime", "level");
            case MANAGER ->
                Set.of("level", "ontime", "intime", "received", "complaints", "commitments", "heard", "reached");
            case OFFICE -> Set.of("level", "answers", "reached", "followups", "heard", "received", "ontime", "drafts");
        };
        var tiles = new ArrayList<Tile>();
        tiles.add(share("level", figures.level(), figures.levelChange(), 1, "",
                trend(months, it -> it.level().n() == 0 ? null : it.level().mean()), "/levels", say));
        tiles.add(share("ontime", figures.now().commitmentsOnTime(), figures.onTimeChange(), 0, "%",
                trend(months, it -> percent(it.onTime(), it.due())), "/insights/expectations", say));
        tiles.add(share("intime", figures.now().resolvedInTime(), figures.inTimeChange(), 0, "%",
                trend(months, it -> percent(it.inTime(), it.timed())),
                link("/complaints", unit).with("view", "all").toString(), say));
        tiles.add(share("reached", figures.now().followedUpInTimeShare(), reached(figures), 0, "%",
                trend(months, it -> percent(it.followedUpInTime(), it.followedUp())), "/follow-ups?view=closed", say));
        tiles.add(share("heard", Share.of(now.heardTopCustomers(), now.topCustomers()), null, 0, "%", List.of(),
                "/insights/expectations/uncovered", say));
        tiles.add(received(figures, months, link("/complaints", unit).with("view", "all").toString(), say));
        tiles.add(count("complaints", now.complaints(), say.say("dashboard.of.grave", now.graveComplaints()),
                now.graveComplaints() > 0, link("/complaints", unit).toString(), List.of(), say));
        tiles.add(count("late", now.lateComplaints(), say.say("dashboard.of.late"), now.lateComplaints() > 0,
                link("/complaints", unit).with("view", "late").toString(), List.of(), say));
        tiles.add(count("followups", now.followUps(), say.say("dashboard.of.overdue", now.lateFollowUps()),
                now.lateFollowUps() > 0, link("/follow-ups", unit).toString(), List.of(), say));
        tiles.add(count("clarify", now.toClarify(), say.say("dashboard.of.clarify"), false,
                link("/expectations", unit).with("state", "CAPTURED").toString(), List.of(), say));
        tiles.add(count("commitments", now.lateCommitments(), say.say("dashboard.of.commitments"),
                now.lateCommitments() > 0, link("/expectations", unit).with("overdue", "true").toString(), List.of(),
                say));
        tiles.add(count("answers", figures.now().answers(), say.say("dashboard.of.answers", figures.before().answers()),
                false, "/surveys", trend(months, it -> (double) it.answers()), say));
        tiles.add(count("drafts", now.drafts(), say.say("dashboard.of.drafts"), false, "/reports", List.of(), say));
        return tiles.stream().filter(it -> wanted.contains(it.key())).toList();
    }

    private static Tile share(String key, Figure figure, @Nullable Comparison change, int digits, String unit,
            List<@Nullable Double> trend, String href, Say say) {
        var claim = Claim.of(change);
        var moved = (change == null || claim == Claim.NONE) ? ""
                : claim.isReal() ? say.say("analysis.card.moved", Say.signed(change.difference(), digits))
                        : say.say("dashboard.change." + claim);
        var under = figure.known()
                ? say.say("analysis.card.under", Say.interval(figure.interval(), digits), String.valueOf(figure.n()))
                : "";
        return new Tile(key, say.say("dashboard.tile." + key),
                figure.known() ? Say.number(figure.value(), digits) + unit : "–", figure.value(), under, moved,
                "claim claim-" + claim + " " + Say.style(figure), trend, href, false);
    }

    private static Tile count(String key, long n, String under, boolean urgent, String href,
            List<@Nullable Double> trend, Say say) {
        return new Tile(key, say.say("dashboard.tile." + key), String.valueOf(n), (double) n, under, "", "", trend,
                href, urgent && n > 0);
    }

    private static Tile received(ReportFigures figures, List<MonthFigures> months, String href, Say say) {
        var moved = figures.complaintsMoved();
        var change = say.say("dashboard.received."
                + ((moved == null) ? "few" : (moved > 0) ? "more" : (moved < 0) ? "fewer" : "same"));
        return new Tile("received", say.say("dashboard.tile.received"), String.valueOf(figures.now().complaints()),
                (double) figures.now().complaints(), say.say("dashboard.of.before", figures.before().complaints()),
                change, "claim", trend(months, it -> (double) it.complaints()), href, moved != null && moved > 0);
    }

    private static Comparison reached(ReportFigures it) {
        return Comparing.shares(it.now().followedUpInTime(), it.now().followedUp(), it.before().followedUpInTime(),
                it.before().followedUp(), Confidence.NINETY_FIVE);
    }

    private static Panel table(List<MonthFigures> months, Say say) {
        var panel = Panel.build("months", say.say("dashboard.months"))
            .head(say.say("analysis.column.month"))
            .num(say.say("dashboard.tile.level"))
            .num("n")
            .num(say.say("dashboard.tile.ontime"))
            .num("n")
            .num(say.say("dashboard.tile.received"))
            .num(say.say("dashboard.tile.intime"))
            .num("n")
            .num(say.say("dashboard.tile.reached"))
            .num("n")
            .num(say.say("dashboard.tile.answers"));
        for (var it : months) {
            Double level = (it.level().n() == 0) ? null : it.level().mean();
            panel.row(List.of(Cell.text(it.month().toString().substring(0, 7)).as("short"),
                    Cell.of(Say.number(level, 1), level), n(it.level().n()), percentCell(it.onTime(), it.due()),
                    n(it.due()), n(it.complaints()), percentCell(it.inTime(), it.timed()), n(it.timed()),
                    percentCell(it.followedUpInTime(), it.followedUp()), n(it.followedUp()), n(it.answers())));
        }
        return panel.note(say.say("dashboard.note", DAYS)).panel();
    }

    private static Cell n(long n) {
        return Cell.of(String.valueOf(n), n);
    }

    private static Cell percentCell(long part, long whole) {
        var percent = percent(part, whole);
        return Cell.of((percent == null) ? "–" : Say.number(percent, 0) + "%", percent);
    }

    private static @Nullable Double percent(long part, long whole) {
        return (whole == 0) ? null : 100.0 * part / whole;
    }

    private static List<@Nullable Double> trend(List<MonthFigures> months,
            Function<MonthFigures, @Nullable Double> what) {
        var trend = new ArrayList<@Nullable Double>();
        months.forEach(it -> trend.add(what.apply(it)));
        return trend;
    }

    private static Link link(String path, @Nullable UnitId unit) {
        return Link.to(path).with("unit", unit);
    }

}
