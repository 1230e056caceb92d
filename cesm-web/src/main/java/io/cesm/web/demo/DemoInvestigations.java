package io.cesm.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.cesm.domain.complaint.CauseClass;
import io.cesm.domain.complaint.ComplaintId;
import io.cesm.domain.people.Acting;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.governance.investigation.Findings;
import io.cesm.governance.investigation.InvestigatingComplaints;
import io.cesm.governance.investigation.Investigation;
import io.cesm.governance.investigation.Investigation.ActionKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells one investigation from the first facts to its end. */
@Component
class DemoInvestigations {

    private static final String CASE = "三号机组主轴承温度报警";

    private final InvestigatingComplaints investigating;

    private final Batch batch;

    private final Clock clock;

    private final JdbcClient jdbc;

    DemoInvestigations(InvestigatingComplaints investigating, Batch batch, Clock clock, JdbcClient jdbc) {
        this.investigating = investigating;
        this.batch = batch;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void tell(Cast cast) {
        jdbc.sql("select id from complaint where demo and starts_with(verbatim, ?)")
            .param(CASE)
            .query((rs, i) -> new ComplaintId(rs.getObject(1, UUID.class)))
            .optional()
            .ifPresent(id -> batch.run(() -> tell(id, cast)));
    }

    private void tell(ComplaintId id, Cast cast) {
        var today = CompanyTime.today(clock);
        var fr = cast.member("fr").id();
        at(39, cast, "fr", () -> {
            investigating.write(id, null, findings(cast));
            investigating.plan(id, ActionKind.CORRECTIVE, "三号机组更换大一档冷却器，连续运行七十二小时跟踪轴承温度", "更换大一档冷却器，并跟踪运行七十二小时", fr,
                    today.minusDays(30));
            investigating.plan(id, ActionKind.PREVENTIVE, "选型规范改为按最高月水温校核，合同评审索取近三年月平均水温", "选型一律按最高月水温校核", fr,
                    today.minusDays(20));
            return id;
        });
        at(37, cast, "sr", () -> {
            investigating.confirm(id, of(id).version());
            return id;
        });
        var actions = of(id).actions();
        at(29, cast, "fr", () -> {
            investigating.implemented(id, actions.getFirst().id(), null);
            return id;
        });
        at(25, cast, "sr", () -> {
            investigating.validated(id, actions.getFirst().id(), null, "连续七十二小时轴承温度最高六十八度，报警值八十五度。");
            investigating.implemented(id, actions.getLast().id(), null);
            return id;
        });
        at(18, cast, "sr", () -> {
            investigating.validated(id, actions.getLast().id(), null, "抽查三份新合同，均附有近三年月平均水温。");
            investigating.close(id, of(id).version());
            return id;
        });
    }

    private Findings findings(Cast cast) {
        Set<UUID> team = Set.of(cast.member("fr").id().id(), cast.member("sr").id().id(), cast.member("csr").id().id());
        return new Findings(team, new Findings.Facts("三号机组主轴承温度报警停机", "一、二号机组没有报警，振动正常"),
                new Findings.Facts("驱动端轴承，冷却水进口侧", "非驱动端轴承"), new Findings.Facts("高温季下午两点到五点", "夜间和阴雨天"),
                new Findings.Facts("一台，停机四小时", "同期投运的其余五台"), "降速百分之十五运行，并从区域库调一台冷却泵顶上。", null,
                List.of("轴承温度超过八十五度", "冷却水带走的热量不够", "进水温度三十四度，高于设计的二十八度", "选型按年平均水温校核", "选型规范没有规定用哪个月的水温"),
                CauseClass.DESIGN, List.of("出厂试验在三月进行，水温只有十五度", "试验大纲没有要求换算到最高水温"), CauseClass.PROCESS,
                "选型规范和合同评审检查表同步修订，试验大纲增加换算；对在役同型号机组逐台核查水温。", "感谢小组连续两晚在现场跟踪数据；同型号五台机组核查在年底前完成。",
                new Findings.ForCustomer("三号机组主轴承在高温季下午报警停机四小时。", "当晚到场，降速运行并加装冷却泵，保证产线恢复。",
                        "冷却器按年平均水温选型，夏季进水温度高于设计条件，冷却余量不足。", "选型改为按最高月水温校核，试验时换算到最高水温；贵司其余机组已列入核查。"));
    }

    private Investigation of(ComplaintId id) {
        return investigating.find(id).orElseThrow();
    }

    private <T> T at(int daysAgo, Cast cast, String login, Supplier<T> work) {
        Instant moment = CompanyTime.today(clock)
            .minusDays(daysAgo)
            .atTime(10, 30)
            .atZone(CompanyTime.ZONE)
            .toInstant();
        return ScopedClock.at(moment, () -> Acting.as(cast.member(login).actor(), work));
    }

}
