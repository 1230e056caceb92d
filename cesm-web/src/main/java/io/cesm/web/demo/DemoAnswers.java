package io.cesm.web.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.cesm.satisfaction.fielding.LinkTokens;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.time.CompanyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the people of the demo company's customers answered. Who loses satisfaction where,
 * follows from the customer; between the two waves delivery got better and contact worse.
 */
@Component
class DemoAnswers {

    private static final List<String> ASPECTS = List.of("quality", "delivery", "response", "support", "contact");

    /** Points on 1 to 7 by which the second wave differs. */
    private static final double[] CHANGE = { 0.1, 0.7, 0.2, 0.0, -0.4 };

    private static final double[] WEAKNESS = { 0.2, -0.9, -0.2, 0.1, 0.0 };

    private final JdbcTemplate jdbc;

    private final JsonMapper json;

    private final Clock clock;

    private final LinkTokens tokens;

    DemoAnswers(LinkTokens tokens, JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody who is asked, as the register knows them. */
    private record Person(UUID id, UUID customer, String language, Map<String, String> segments, List<UUID> competitors,
            double felt) {
    }

    /** One answer to be written. */
    private record Said(Person who, Instant at, Map<String, Object> items, Map<String, String> words,
            Map<String, String> about, boolean complete) {
    }

    /** The days told in full, with words and what became of them. */
    private static final int FULL = 178;

    void afterService(DemoSurveys.Open survey, List<Client> clients, Words voices, Dice dice, LocalDate today) {
        var people = people(clients);
        var asked = new ArrayList<Said>();
        for (int day = FULL; day >= 1; day--) {
            for (int i = dice.between(0, 4); i > 0; i--) {
                var who = dice.pick(people);
                asked.add(service(who, moment(today.minusDays(day), dice), day, voices, dice));
            }
        }
        asked.addAll(longAgo(people, voices, dice, today, survey.plan().opens()));
        write(survey, asked, "MAIL", dice, 62);
    }

    /**
     * The marks of the months before, so that there is something to compare with; things
     * were a little worse then, and nobody reads the words any more.
     */
    private List<Said> longAgo(List<Person> people, Words voices, Dice dice, LocalDate today, LocalDate from) {
        var asked = new ArrayList<Said>();
        int days = (int) ChronoUnit.DAYS.between(from, today);
        for (int day = days; day > FULL; day--) {
            if (dice.chance(80)) {
                var said = service(dice.pick(people), moment(today.minusDays(day), dice), FULL + (day - FULL) / 6,
                        voices, dice);
                asked.add(new Said(said.who(), said.at(), said.items(), Map.of(), said.about(), true));
            }
        }
        return asked;
    }

    private Said service(Person who, Instant at, int day, Words voices, Dice dice) {
        double felt = who.felt() + temper(dice) + (90 - day) / 300.0 + dice.between(-9, 9) / 10.0;
        Map<String, Object> items = new LinkedHashMap<>();
        items.put("q1", point(felt * 5 / 7, 1, 5, dice));
        items.put("q2", point(felt, 1, 7, dice));
        List.of("response", "competence", "information", "parts", "result")
            .forEach(row -> items.put("q3." + row,
                    dice.chance(8) ? "na" : point((felt + (row.equals("parts") ? -0.8 : 0.1)) * 5 / 7, 1, 5, dice)));
        boolean solved = felt > 4.3 || dice.chance(35);
        items.put("q4", solved ? "yes" : dice.chance(60) ? "part" : "no");
        int nps = point(felt * 10 / 7 + 0.6, 0, 10, dice);
        items.put("q6", nps);
        items.put("q8", nps <= 6 && dice.chance(60) ? "yes" : "no");
        Map<String, String> words = new LinkedHashMap<>();
        if (!solved) {
            words.put("q5", voice(voices.at("cross"), who, dice));
        }
        if (dice.chance(45)) {
            words.put("q7", voice(voices.at(nps >= 9 ? "glad" : nps >= 7 ? "fair" : "cross"), who, dice));
        }
        var about = new LinkedHashMap<>(
                Map.of("flow", "ITR", "touch_point", dice.chance(70) ? "repair" : "spare_parts"));
        about.put("case", "ITR-" + dice.between(10_000, 99_999));
        return new Said(who, at, items, words, about, true);
    }

    void wave(DemoSurveys.Open survey, List<Client> clients, Words voices, Dice dice, int later) {
        var asked = new ArrayList<Said>();
        for (var who : people(clients)) {
            int day = dice.between(1, 18);
            asked.add(relation(who, moment(survey.plan().opens().plusDays(day), dice), later, voices, dice));
        }
        write(survey, asked, "MAIL", dice, later == 0 ? 68 : 58);
    }

    private Said relation(Person who, Instant at, int later, Words voices, Dice dice) {
        Map<String, Object> items = new LinkedHashMap<>();
        double mean = 0;
        double temper = temper(dice);
        for (int i = 0; i < ASPECTS.size(); i++) {
            double felt = who.felt() + temper + WEAKNESS[i] + later * CHANGE[i] + dice.between(-8, 8) / 10.0;
            mean += felt / ASPECTS.size();
            items.put(ASPECTS.get(i) + ".e", point(6.1 + dice.between(-6, 7) / 10.0, 1, 7, dice));
            items.put(ASPECTS.get(i) + ".p", dice.chance(4) ? "na" : point(felt, 1, 7, dice));
            items.put("importance." + ASPECTS.get(i),
                    point(5.4 + (i == 1 || i == 2 ? 0.9 : 0) + dice.between(-8, 8) / 10.0, 1, 7, dice));
        }
        int nps = point(mean * 10 / 7 + 0.5, 0, 10, dice);
        items.put("overall", point(mean * 10 / 7, 1, 10, dice));
        items.put("nps", dice.chance(3) ? "na" : nps);
        for (var rival : who.competitors().stream().limit(2).toList()) {
            for (int i = 0; i < ASPECTS.size(); i++) {
                items.put("rival@" + rival + "." + ASPECTS.get(i), dice.chance(10) ? "na"
                        : point(4.7 + (i == 1 ? 0.5 : -0.1) + dice.between(-9, 9) / 10.0, 1, 7, dice));
            }
        }
        Map<String, String> words = new LinkedHashMap<>();
        if (dice.chance(55)) {
            words.put("why", voice(voices.at(nps >= 9 ? "glad" : nps >= 7 ? "fair" : "cross"), who, dice));
        }
        if (dice.chance(35)) {
            words.put("words", voice(voices.at("better"), who, dice));
        }
        return new Said(who, at, items, words, Map.of(), !dice.chance(5));
    }

    /** Some are cross with everything, whatever was done. */
    private static double temper(Dice dice) {
        return dice.chance(20) ? -dice.between(10, 32) / 10.0 : dice.between(-6, 5) / 10.0;
    }

    private static int point(double value, int least, int most, Dice dice) {
        return (int) Math.clamp(Math.round(value + dice.between(-4, 4) / 10.0), least, most);
    }

    private static String voice(Words voices, Person who, Dice dice) {
        return dice.pick(voices.items()).at(who.language().equals("en") ? 1 : 0).text();
    }

    private static Instant moment(LocalDate day, Dice dice) {
        return day.atTime(dice.between(8, 18), dice.between(0, 59)).atZone(CompanyTime.ZONE).toInstant();
    }

    private List<Person> people(List<Client> clients) {
        Map<UUID, Client> byId = clients.stream()
            .filter(Client::buys)
            .collect(Collectors.toMap(it -> it.id().id(), it -> it, (a, b) -> a));
        return jdbc
            .query("""
                    select k.id, k.customer_id, coalesce(k.language, 'zh'), c.tier, c.unit_id, c.industry, k.decision_role, k.kind,
                           (select array_agg(r.id order by r.as_of desc, r.name) from competitor r where r.customer_id = c.id)
                      from contact k join customer c on c.id = k.customer_id
                     where c.demo and k.active and k.merged_into is null and c.status = 'CUSTOMER' order by k.name_key, k.id""",
                    (rs, i) -> {
                        var customer = rs.getObject(2, UUID.class);
                        var client = byId.get(customer);
                        Map<String, String> segments = new LinkedHashMap<>();
                        put(segments, "tier", rs.getString(4));
                        put(segments, "region", rs.getString(5));
                        put(segments, "industry", rs.getString(6));
                        put(segments, "role", rs.getString(7));
                        put(segments, "kind", rs.getString(8));
                        var rivals = rs.getArray(9);
                        double lost = client == null ? 12 : client.mood().delivery() + client.mood().perception() * 2.0;
                        return new Person(rs.getObject(1, UUID.class), customer, rs.getString(3), segments,
                                rivals == null ? List.of() : List.of((UUID[]) rivals.getArray()), 6.4 - lost / 13);
                    });
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    /** Writes who was asked and what those said who answered. */
    private void write(DemoSurveys.Open survey, List<Said> asked, String channel, Dice dice, int answering) {
        var invitations = new ArrayList<Object[]>();
        var answers = new ArrayList<Object[]>();
        var keys = new ArrayList<Object[]>();
        var pending = new ArrayList<Object[]>();
        var now = clock.instant();
        boolean over = survey.plan().closes() != null && survey.plan().closes().isBefore(CompanyTime.dayOf(now));
        for (var each : asked) {
            var invitation = Uuid7.at(each.at().minusSeconds(90_000).toEpochMilli());
            boolean answered = each.at().isBefore(now) && dice.chance(answering);
            var sent = time(each.at().minusSeconds(dice.between(3_000, 170_000)));
            var state = answered ? each.complete() ? "ANSWERED" : "BEGUN"
                    : over ? "EXPIRED" : dice.chance(30) ? "OPENED" : "SENT";
            invitations.add(new Object[] { invitation, survey.id(), each.who().customer(), each.who().id(), channel,
                    each.who().language(), state, json.writeValueAsString(each.about()), sent, sent,
                    answered && each.complete() ? time(each.at()) : null, sent, tokens.digestOf(invitation) });
            if (answered) {
                var id = Uuid7.at(each.at().toEpochMilli());
                var day = java.sql.Date.valueOf(CompanyTime.dayOf(each.at()));
                Map<String, String> segments = new LinkedHashMap<>(each.who().segments());
                segments.putAll(each.about());
                segments.put("language", each.who().language());
                answers.add(new Object[] { id, day, survey.id(), survey.version(), each.complete(), channel,
                        each.who().language(), each.who().customer(), each.who().id(), time(each.at()),
                        json.writeValueAsString(segments), json.writeValueAsString(each.items()),
                        json.writeValueAsString(each.words()) });
                keys.add(new Object[] { survey.id(), "demo:" + id, id });
                pending.add(new Object[] { survey.id(), day, id });
            }
        }
        jdbc.batchUpdate("""
                insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state, about,
                                               not_before, sent_at, answered_at, created_at, token_hash, version)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, 0)""", invitations);
        frame(survey);
        jdbc.batchUpdate(
                """
                        insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language,
                                                     customer_id, contact_id, answered_at, segments, items, words)
                        values (?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb))""",
                answers);
        jdbc.batchUpdate("insert into survey_response_key (survey_id, key, response_id) values (?, ?, ?)", keys);
        jdbc.batchUpdate("insert into survey_pending (survey_id, answered_on, response_id) values (?, ?, ?)", pending);
    }

    /**
     * Whoever was invited stood in the frame: by a filter, or because of a service case.
     */
    private void frame(DemoSurveys.Open survey) {
        jdbc.update(
                """
                        insert into survey_frame (id, survey_id, customer_id, contact_id, source, tier, outcome, invitation_id, event,
                                                  event_key, added_at, outcome_at)
                        select gen_random_uuid(), i.survey_id, i.customer_id, i.contact_id,
                               case when i.about ? 'case' then 'EVENT' else 'FILTER' end, c.tier, 'INVITED', i.id,
                               case when i.about ? 'case' then 'CASE_CLOSED' end,
                               i.about ->> 'case' || case when i.again = 1 then '' else '-' || i.again end, i.created_at, i.sent_at
                          from (select x.*, row_number() over (partition by x.about ->> 'case' order by x.id) as again
                                  from survey_invitation x where x.survey_id = '%s') i
                          join customer c on c.id = i.customer_id"""
                    .formatted(survey.id()));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(java.time.ZoneOffset.UTC);
    }

}
