package io.cesm.web.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

import io.cesm.domain.intake.ImportKinds;
import io.cesm.domain.intake.ImportPlan;
import io.cesm.domain.intake.ImportRow;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import io.cesm.domain.time.CompanyTime;
import io.cesm.domain.time.ScopedClock;
import io.cesm.satisfaction.measure.CodebookFile;
import io.cesm.satisfaction.measure.KeepingSeries;
import io.cesm.satisfaction.measure.SeriesBook;
import io.cesm.satisfaction.measure.SeriesWish;
import io.cesm.satisfaction.measure.index.IndexWish;
import io.cesm.satisfaction.measure.index.KeepingIndices;
import io.cesm.satisfaction.measure.index.WaveWish;
import io.cesm.satisfaction.measure.scorecard.Cadence;
import io.cesm.satisfaction.measure.scorecard.KeepingScorecards;
import io.cesm.satisfaction.measure.scorecard.Marks;
import io.cesm.satisfaction.measure.scorecard.Outcome;
import io.cesm.satisfaction.measure.scorecard.PeriodDetails;
import io.cesm.satisfaction.measure.scorecard.ReceiveMarks;
import io.cesm.satisfaction.measure.scorecard.ReceivingScorecards;
import io.cesm.satisfaction.measure.scorecard.ScorecardBook;
import io.cesm.satisfaction.measure.scorecard.ScorecardId;
import io.cesm.satisfaction.measure.scorecard.ScorecardWish;
import io.cesm.satisfaction.questionnaire.Anonymity;
import io.cesm.satisfaction.questionnaire.SurveyKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What others measured about the demo company: an agency, three customers, a publisher.
 */
@Component
@Order(90)
class DemoMeasures implements DemoPart {

    private static final String CODEBOOK = """
            column,item,kind,label,min,max,reversed,codes,none,dimension,role,rival
            编号,,KEY
            区域,region,SEGMENT,区域
            行业,industry,SEGMENT,行业
            Q1,overall,CSAT,总体上，您对供应商有多满意？,1,10,,1=非常不满意|10=非常满意,99,,OVERALL,
            Q1_北辰,overall,CSAT,总体上，您对供应商有多满意？,1,10,,,99,,,北辰重工
            Q1_Brenvik,overall,CSAT,总体上，您对供应商有多满意？,1,10,,,99,,,Brenvik Drives
            Q2,delivery,RATING,交付准时,1,10,,,99=说不清,delivery,DRIVER,
            Q3,quality,RATING,产品可靠,1,10,,,99=说不清,product_quality,DRIVER,
            Q4,service,RATING,服务响应,1,10,,,99=说不清,service_response,DRIVER,
            Q5,price,RATING,性价比,1,10,,,99=说不清,commercial,DRIVER,
            Q6,nps,NPS,您有多大可能把我们推荐给同行？,0,10,,,99,,LOYALTY,
            Q7,reason,TEXT,为什么这样打分？
            权重,,WEIGHT
            """;

    private static final int RESPONDENTS = 160;

    private static final List<String> REASONS = List.of("交货总要催", "设备稳定，少停机", "服务工程师来得快", "备件价格偏高", "技术支持专业",
            "图纸改了没及时告知");

    private final KeepingSeries series;

    private final SeriesBook book;

    private final ImportKinds kinds;

    private final KeepingScorecards scorecards;

    private final ReceivingScorecards receiving;

    private final ScorecardBook cards;

    private final KeepingIndices indices;

    private final Batch batch;

    private final JdbcClient jdbc;

    private final Clock clock;

    DemoMeasures(KeepingSeries series, SeriesBook book, ImportKinds kinds, KeepingScorecards scorecards,
            ReceivingScorecards receiving, ScorecardBook cards, KeepingIndices indices, Batch batch, JdbcClient jdbc,
            Clock clock) {
        this.series = series;
        this.book = book;
        this.kinds = kinds;
        this.scorecards = scorecards;
        this.receiving = receiving;
        this.cards = cards;
        this.indices = indices;
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void tell(DemoWorld world) {
        tell(world.clients(), world.cast(), world.dice(4));
    }

    @Override
    public List<Root> roots() {
        return List.of(new Root("agency_series", "demo"), new Root("index_series", "demo"),
                new Root("scorecard", "customer_id in (select id from customer where demo)"));
    }

    private void tell(List<Client> clients, Cast cast, Dice dice) {
        var today = CompanyTime.today(clock);
        Acting.as(Actor.system(DemoCompany.MAKER), () -> {
            batch.run(() -> waves(dice, today));
            batch.run(() -> index(today));
            return true;
        });
        rate(clients.stream().filter(it -> it.buys() && it.tier() <= 2).limit(3).toList(), cast, today);
        jdbc.sql("update scorecard set demo = true where customer_id in (select id from customer where demo)").update();
    }

    private void waves(Dice dice, LocalDate today) {
        var id = series.begin(new SeriesWish("装备行业客户满意度调查（第三方）", "正和市场研究", "zh", SurveyKind.COMPETITIVENESS,
                Anonymity.CONFIDENTIAL, false), CodebookFile.read(CODEBOOK));
        jdbc.sql("update agency_series set demo = true where id = ?").param(id.id()).update();
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            var kind = kinds.require(book.require(id).importKind());
            var header = List.of("编号", "区域", "行业", "Q1", "Q1_北辰", "Q1_Brenvik", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7",
                    "权重");
            var mapping = kind.guess(header);
            var plan = new ImportPlan(UUID.randomUUID(), "demo", header, mapping,
                    Map.of("wave", String.valueOf(year), "from", year + "-05-06", "readOn", year + "-06-14"));
            kind.judge(plan);
            kind.open(plan).take(respondents(mapping, year - today.getYear(), dice), false);
        }
        jdbc.sql(
                "update questionnaire set demo = true where id = (select questionnaire_id from agency_series where id = ?)")
            .param(id.id())
            .update();
    }

    private static List<ImportRow> respondents(Map<Integer, String> mapping, int shift, Dice dice) {
        List<ImportRow> rows = new ArrayList<>();
        var regions = List.of("华东", "华南", "华北", "西南", "海外");
        var trades = List.of("水务", "冶金", "数据中心", "化工");
        for (int i = 1; i <= RESPONDENTS; i++) {
            int mood = 7 + shift + dice.between(-2, 2);
            var cells = List.of("R%04d".formatted(i), dice.pick(regions), dice.pick(trades), mark(mood, dice),
                    dice.chance(70) ? mark(7, dice) : "", dice.chance(45) ? mark(8, dice) : "99", mark(mood - 1, dice),
                    mark(mood + 1, dice), mark(mood, dice), dice.chance(8) ? "99" : mark(mood - 1, dice),
                    mark(mood, dice), dice.chance(35) ? dice.pick(REASONS) : "", dice.chance(50) ? "0.85" : "1.15");
            Map<String, List<String>> values = new HashMap<>();
            mapping.forEach((column, target) -> {
                if (!cells.get(column).isEmpty()) {
                    values.put(target, List.of(cells.get(column)));
                }
            });
            rows.add(new ImportRow(i + 1, values));
        }
        return rows;
    }

    private static String mark(int around, Dice dice) {
        return String.valueOf(Math.clamp(around + dice.between(-1, 1), 1, 10));
    }

    private void index(LocalDate today) {
        var id = indices.begin(new IndexWish("装备制造业用户满意度指数", "全国质量用户委员会（演示）", "工业驱动与泵阀", "衡岚装备", BigDecimal.ZERO,
                BigDecimal.valueOf(100)));
        jdbc.sql("update index_series set demo = true where id = ?").param(id.id()).update();
        var scores = List.of("衡岚装备=77.4\n北辰重工=79.6\n华拓机电=76.9\nBrenvik Drives=82.1\n东湾动力=75.2",
                "衡岚装备=78.8\n北辰重工=79.9\n华拓机电=77.3\nBrenvik Drives=81.7\n东湾动力=74.8",
                "衡岚装备=80.3\n北辰重工=79.2\n华拓机电=78.1\nBrenvik Drives=81.9\n东湾动力=76.0",
                "衡岚装备=80.9\n北辰重工=79.5\n华拓机电=77.0\nBrenvik Drives=80.9\n东湾动力=76.4");
        for (int i = 0; i < scores.size(); i++) {
            int year = today.getYear() - scores.size() + i;
            indices.publish(id,
                    new WaveWish(String.valueOf(year), LocalDate.of(year, 11, 20), WaveWish.scores(scores.get(i))));
        }
    }

    private void rate(List<Client> clients, Cast cast, LocalDate today) {
        var scales = List.of(new Marks(null, null, Marks.letters("A = 100\nB = 80\nC = 60\nD = 30")),
                Marks.numbers(BigDecimal.ZERO, BigDecimal.valueOf(100)),
                Marks.numbers(BigDecimal.valueOf(500), BigDecimal.ZERO));
        var titles = List.of("供应商季度评级", "供应商绩效评分卡", "来料不良率考核（ppm）");
        var criteria = List.of("准时交付; 40; delivery\n质量; 40; product_quality\n响应; 20; service_response",
                "交付; 35; delivery\n质量; 35; product_quality\n商务配合; 30; commercial", "不良率; 1; product_quality");
        var marks = List.of(List.of("B,B,C", "B,A,B", "C,B,B", "A,B,B", "A,A,B", "A,A,B"),
                List.of("78,85,80", "74,86,82", "69,84,80", "80,88,82", "83,90,84", "86,91,85"),
                List.of("180", "150", "", "95", "110", "60"));
        var start = Cadence.QUARTER.start(today).minusMonths(18);
        for (int i = 0; i < clients.size(); i++) {
            var client = clients.get(i);
            int at = i;
            var id = step(today.minusDays(20), client, cast,
                    () -> scorecards
                        .begin(new ScorecardWish(client.id(), titles.get(at), scales.get(at), Cadence.QUARTER, 15, 30,
                                "采购部", start, null, ScorecardWish.criteria(criteria.get(at)), null)));
            for (int q = 0; q < 6; q++) {
                enter(id, q, marks.get(i).get(q), client, cast, today.minusDays(19 - q));
            }
            if (i == 0) {
                dispute(id, client, cast, today);
            }
        }
    }

    private void enter(ScorecardId id, int quarter, String marks, Client client, Cast cast, LocalDate day) {
        step(day, client, cast, () -> {
            var it = period(id, quarter);
            if (marks.isEmpty()) {
                receiving.notReceived(id, it.id(), it.version(), "催过两次，客户换了采购负责人，这一季度没有评。");
            }
            else {
                var received = it.dueOn().minusDays(3);
                receiving.receive(id, it.id(), it.version(), new ReceiveMarks(received, null, given(id, marks), null));
            }
            return true;
        });
    }

    private void dispute(ScorecardId id, Client client, Cast cast, LocalDate today) {
        step(today.minusDays(8), client, cast, () -> {
            var settled = period(id, 2);
            receiving.dispute(id, settled.id(), settled.version(), "准时交付扣分的两单，是对方推迟了安装条件确认，邮件可查。");
            var open = period(id, 2);
            receiving.settle(id, open.id(), open.version(), Outcome.CHANGED, "客户采购部复核后同意改为 B。",
                    new ReceiveMarks(today.minusDays(8), null, given(id, "B"), null));
            return true;
        });
        step(today.minusDays(3), client, cast, () -> {
            var it = period(id, 5);
            receiving.dispute(id, it.id(), it.version(), "响应一项少计了 9 月的两次现场支持，请客户复核。");
            return true;
        });
    }

    /** The period a number of quarters after the first. */
    private PeriodDetails period(ScorecardId id, int quarter) {
        return cards.periods(cards.require(id)).reversed().get(quarter);
    }

    private Map<UUID, String> given(ScorecardId id, String marks) {
        var parts = marks.split(",");
        var criteria = cards.require(id).about().criteria();
        Map<UUID, String> given = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            given.put(requireNonNull(criteria.get(i).id()), parts[i]);
        }
        return given;
    }

    private <T> T step(LocalDate day, Client client, Cast cast, Supplier<T> work) {
        var moment = day.atTime(10, 20).atZone(CompanyTime.ZONE).toInstant();
        var now = clock.instant();
        return ScopedClock.at(moment.isAfter(now) ? now : moment,
                () -> Acting.as(cast.member(client.csr()).actor(), () -> batch.get(work)));
    }

}
