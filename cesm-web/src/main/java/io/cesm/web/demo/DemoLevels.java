package io.cesm.web.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.level.Level;
import io.cesm.domain.level.LevelLedger;
import io.cesm.domain.level.Reading;
import io.cesm.domain.level.ReadingSource;
import io.cesm.domain.level.TwoAnchors;
import io.cesm.domain.people.Acting;
import io.cesm.domain.people.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the demo company measured itself and what its customers answered, quarter by
 * quarter: readings that do not come from expectations.
 */
@Component
@Order(40)
class DemoLevels implements DemoPart {

    private static final int QUARTERS = 6;

    private static final List<String> ASKED = List.of("product_quality", "delivery", "service_response",
            "technical_support", "solution", "commercial", "communication");

    private final LevelLedger ledger;

    private final Batch batch;

    DemoLevels(LevelLedger ledger, Batch batch) {
        this.ledger = ledger;
        this.batch = batch;
    }

    @Override
    public void tell(DemoWorld world) {
        Acting.as(Actor.system(DemoCompany.MAKER),
                () -> batch.finish(() -> put(world.clients(), world.texts().phrases(), world.dice(2), world.today())));
    }

    private void put(List<Client> clients, Words phrases, Dice dice, LocalDate today) {
        List<Reading> readings = new ArrayList<>();
        for (int back = QUARTERS; back >= 0; back--) {
            var day = quarterDay(today, back);
            var survey = Uuid7.next();
            for (var client : clients) {
                if (client.buys() && client.tier() <= 3) {
                    measure(client, phrases, dice, day, readings);
                    if (back % 2 == 0 && !client.people().isEmpty()) {
                        ask(client, survey, phrases, dice, day, readings);
                    }
                }
            }
        }
        ledger.put(readings);
    }

    /** The middle of a quarter some quarters ago, but never in the future. */
    private static LocalDate quarterDay(LocalDate today, int back) {
        var month = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3).minusMonths(3L * back);
        var day = month.plusMonths(1).withDayOfMonth(20);
        return day.isAfter(today) ? today.minusDays(1) : day;
    }

    private static void measure(Client client, Words phrases, Dice dice, LocalDate day, List<Reading> readings) {
        for (var measure : phrases.at("measures").items()) {
            var worst = BigDecimal.valueOf(measure.at(4).number());
            var ideal = BigDecimal.valueOf(measure.at(5).number());
            double share = (84 - client.mood().delivery() + dice.between(-6, 6)) / 100.0;
            var value = worst.add(ideal.subtract(worst).multiply(BigDecimal.valueOf(share)))
                .setScale(1, RoundingMode.HALF_UP);
            var label = "%s %s%s（%s）".formatted(measure.at(1).text(), value.stripTrailingZeros().toPlainString(),
                    measure.at(3).text().isEmpty() ? "" : " " + measure.at(3).text(), quarter(day));
            readings
                .add(Reading
                    .of(client.id(), measure.at(0).text(), Level.D, new TwoAnchors(worst, ideal).level(value), day,
                            new ReadingSource(ReadingSource.MEASUREMENT, Uuid7.next(), label))
                    .over(dice.between(4, 60)));
        }
    }

    private static void ask(Client client, UUID survey, Words phrases, Dice dice, LocalDate day,
            List<Reading> readings) {
        int answers = client.people().size();
        for (int i = 0; i < ASKED.size(); i++) {
            var source = new ReadingSource(ReadingSource.SURVEY_ITEM, survey,
                    "%s 满意度调查 · %s".formatted(quarter(day), phrases.at("survey").at(i).text()));
            int expected = dice.between(85, 93);
            int felt = 82 - client.mood().delivery() - client.mood().perception() + dice.between(-5, 6);
            readings.add(Reading.of(client.id(), ASKED.get(i), Level.E, BigDecimal.valueOf(expected), day, source)
                .over(answers));
            readings
                .add(Reading.of(client.id(), ASKED.get(i), Level.P, BigDecimal.valueOf(Math.max(45, felt)), day, source)
                    .over(answers));
        }
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "Q" + ((day.getMonthValue() - 1) / 3 + 1);
    }

}
