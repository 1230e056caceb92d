package io.cesm.satisfaction.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.time.CompanyTime;
import io.cesm.satisfaction.questionnaire.Block;
import io.cesm.satisfaction.questionnaire.Definition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what a link leads to. Looking changes nothing. */
@Service
public class AnswerLinks {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,100}");

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private static final String INVITED = """
            select i.id, i.survey_id, i.customer_id, i.contact_id, i.channel, coalesce(i.language, k.language) as language,
                   i.state, i.about, i.expires_at, c.name as customer, c.name_en as customer_en, c.tier, c.unit_id,
                   c.industry, k.name as contact, k.name_en as contact_en, k.decision_role, k.kind
              from survey_invitation i
              left join customer c on c.id = i.customer_id
              left join contact k on k.id = i.contact_id
             where\s""";

    private final JdbcClient jdbc;

    private final AskedSurveys heads;

    private final JsonMapper json;

    private final Clock clock;

    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    AnswerLinks(JdbcClient jdbc, AskedSurveys heads, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.json = json;
        this.clock = clock;
    }

    /** An open link as it was a moment ago, with what all who answer by it are. */
    private record Opened(UUID survey, String channel, boolean ended, Map<String, String> segments, long at) {
    }

    private record Invited(UUID survey, String channel, String state, boolean over, Respondent who) {
    }

    /**
     * What a link leads to.
     * @param visitor tells one browser from another at an open link
     * @return null if there is no such link
     */
    public @Nullable AnswerLink find(@Nullable String token, @Nullable String visitor) {
        if (token == null || !TOKEN.matcher(token).matches()) {
            return null;
        }
        if (opened.containsKey(token)) {
            return open(token, visitor).orElse(null);
        }
        var hash = AnswerSeal.hash(token);
        var invited = jdbc.sql(INVITED + "i.token_hash = ?").param(hash).query(this::invited).optional();
        return invited.isPresent() ? link(invited.get(), "link:" + HexFormat.of().formatHex(hash))
                : open(token, visitor).orElse(null);
    }

    /** An invitation as staff who ask by phone see it. */
    AnswerLink ofInvitation(UUID survey, UUID invitation) {
        var found = jdbc.sql(INVITED + "i.id = ? and i.survey_id = ?")
            .params(invitation, survey)
            .query(this::invited)
            .optional()
            .orElseThrow(UnknownThing::new);
        var hash = jdbc.sql("select token_hash from survey_invitation where id = ? and token_hash is not null")
            .param(invitation)
            .query(byte[].class)
            .optional();
        return link(found, hash.isPresent() ? "link:" + HexFormat.of().formatHex(hash.get()) : "asked:" + invitation)
            .by("PHONE");
    }

    /** An answer another system sends, of a person or of nobody known. */
    AnswerLink ofSystem(UUID survey, @Nullable UUID contact, @Nullable UUID customer, Map<String, String> about,
            String key) {
        var head = heads.require(survey);
        var who = contact == null && customer == null ? Respondent.nobody(Map.of()) : person(contact, customer, about);
        return link(
                head, head.on(CompanyTime.today(clock)), new Respondent(null, who.customer(), who.contact(),
                        who.customerName(), who.contactName(), who.language(), about, who.segments()),
                key, "API", false, false);
    }

    private Respondent person(@Nullable UUID contact, @Nullable UUID customer, Map<String, String> about) {
        return jdbc.sql("""
                select null::uuid as id, c.id as customer_id, k.id as contact_id, k.language, '{}'::jsonb as about,
                       c.name as customer, c.name_en as customer_en, c.tier, c.unit_id, c.industry, k.name as contact,
                       k.name_en as contact_en, k.decision_role, k.kind
                  from customer c left join contact k on k.customer_id = c.id and k.id = :contact
                 where c.id = coalesce(:customer, (select customer_id from contact where id = :contact))
                   and (cast(:contact as uuid) is null or k.id is not null)""")
            .param("contact", contact, java.sql.Types.OTHER)
            .param("customer", customer, java.sql.Types.OTHER)
            .query(this::respondent)
            .optional()
            .orElseThrow(UnknownThing::new);
    }

    private Optional<AnswerLink> open(String token, @Nullable String visitor) {
        var known = opened.get(token);
        if (known == null || System.nanoTime() - known.at() > FRESH) {
            known = read(AnswerSeal.hash(token));
            if (known == null) {
                opened.remove(token);
                return Optional.empty();
            }
            if (opened.size() > 1_000) {
                opened.clear();
            }
            opened.put(token, known);
        }
        var head = heads.require(known.survey());
        var state = known.ended() ? LinkState.WITHDRAWN : head.on(CompanyTime.today(clock));
        var key = "open:" + HexFormat.of().formatHex(AnswerSeal.hash(token + "\n" + visitor));
        return Optional.of(link(head, state, Respondent.nobody(known.segments()), key, known.channel(), true,
                known.channel().equals("TABLET")));
    }

    private @Nullable Opened read(byte[] hash) {
        return jdbc.sql("""
                select survey_id, channel, revoked_at is not null, segments from survey_link where token_hash = :hash
                union all
                select survey_id, 'TABLET', ended_at is not null, '{}' from survey_device where token_hash = :hash""")
            .param("hash", hash)
            .query((rs, i) -> new Opened(rs.getObject(1, UUID.class), rs.getString(2), rs.getBoolean(3),
                    about(rs.getString(4)), System.nanoTime()))
            .optional()
            .orElse(null);
    }

    private AnswerLink link(Invited it, String key) {
        var head = heads.require(it.survey());
        var state = switch (it.state()) {
            case "ANSWERED" -> LinkState.ANSWERED;
            case "WITHDRAWN", "DECLINED" -> LinkState.WITHDRAWN;
            case "EXPIRED" -> LinkState.EXPIRED;
            default -> it.over() ? LinkState.EXPIRED : head.on(CompanyTime.today(clock));
        };
        return link(head, state, it.who(), key, it.channel(), false, false);
    }

    private AnswerLink link(SurveyHead head, LinkState state, Respondent who, String key, String channel, boolean open,
            boolean kiosk) {
        var definition = heads.definition(head.version());
        return new AnswerLink(state, head, definition, who, key, channel, open, kiosk,
                competitors(definition, who.customer()));
    }

    /** The competitors at the customer, if anything is asked about them. */
    private Map<String, String> competitors(Definition definition, @Nullable UUID customer) {
        Map<String, String> found = new LinkedHashMap<>();
        if (customer != null && definition.pages()
            .stream()
            .flatMap(it -> it.blocks().stream())
            .anyMatch(it -> it.repeat() != null && it.repeat().over().equals(Block.Repeat.COMPETITORS))) {
            jdbc.sql("select id, name from competitor where customer_id = ? order by as_of desc, name limit 12")
                .param(customer)
                .query((rs, i) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .forEach(it -> {
                    if (!found.containsValue(it.getValue())) {
                        found.put(it.getKey(), it.getValue());
                    }
                });
        }
        return found;
    }

    private Invited invited(ResultSet rs, int i) throws SQLException {
        var expires = rs.getObject("expires_at", OffsetDateTime.class);
        return new Invited(rs.getObject("survey_id", UUID.class), rs.getString("channel"), rs.getString("state"),
                expires != null && expires.toInstant().isBefore(clock.instant()), respondent(rs, i));
    }

    private Respondent respondent(ResultSet rs, int i) throws SQLException {
        Map<String, String> segments = new LinkedHashMap<>();
        put(segments, "tier", rs.getString("tier"));
        put(segments, "region", rs.getString("unit_id"));
        put(segments, "industry", rs.getString("industry"));
        put(segments, "role", rs.getString("decision_role"));
        put(segments, "kind", rs.getString("kind"));
        var language = rs.getString("language");
        boolean english = "en".equals(language);
        return new Respondent(rs.getObject("id", UUID.class), rs.getObject("customer_id", UUID.class),
                rs.getObject("contact_id", UUID.class),
                named(english, rs.getString("customer"), rs.getString("customer_en")),
                named(english, rs.getString("contact"), rs.getString("contact_en")), language,
                about(rs.getString("about")), segments);
    }

    private static @Nullable String named(boolean english, @Nullable String name, @Nullable String nameInEnglish) {
        return english && nameInEnglish != null ? nameInEnglish : name;
    }

    private Map<String, String> about(String text) {
        Map<String, String> about = new LinkedHashMap<>();
        json.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {
        }).forEach((key, value) -> put(about, key, value == null ? null : value.toString()));
        return about;
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            map.put(key, value);
        }
    }

}
