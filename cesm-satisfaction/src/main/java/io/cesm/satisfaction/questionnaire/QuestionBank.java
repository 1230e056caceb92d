package io.cesm.satisfaction.questionnaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.cesm.domain.kernel.FieldRefusal;
import io.cesm.domain.kernel.Refusal;
import io.cesm.domain.kernel.StaleVersion;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.kernel.Uuid7;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.Right;

/**
 * Questions to use again. Those that come with the product are there for all; a company
 * adds its own, and the office certifies what must be asked in the same words everywhere.
 */
@Service
@Transactional
public class QuestionBank {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{1,59}");

    private final Map<String, BankQuestion> supplied = new LinkedHashMap<>();

    private final JdbcClient jdbc;

    private final CurrentActor current;

    private final Clock clock;

    QuestionBank(JdbcClient jdbc, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.clock = clock;
        DefinitionJson.tree(Templates.text("bank")).forEach(it -> {
            var key = it.path("key").asString();
            supplied.put(key,
                    new BankQuestion(key, DefinitionJson.words(it.path("topic").toString()),
                            DefinitionJson.question(it.path("question")), it.path("certified").booleanValue(), true,
                            null, null, 0));
        });
    }

    /** All questions, the supplied ones first. */
    @Transactional(readOnly = true)
    public List<BankQuestion> all() {
        var all = new ArrayList<>(supplied.values());
        all.addAll(own());
        return all;
    }

    /** The certified questions by key. */
    @Transactional(readOnly = true)
    public Map<String, Question> certified() {
        Map<String, Question> certified = new LinkedHashMap<>();
        all().stream().filter(BankQuestion::certified).forEach(it -> certified.put(it.key(), it.question()));
        return certified;
    }

    @Transactional(readOnly = true)
    public BankQuestion require(String key) {
        return all().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow(UnknownThing::new);
    }

    /** Keeps a question under a new key. */
    public void add(String key, String topic, Question question) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (!KEY.matcher(key).matches()) {
            throw new FieldRefusal("key", "questionnaire.bank_key");
        }
        if (all().stream().anyMatch(it -> it.key().equals(key))) {
            throw new FieldRefusal("key", "questionnaire.bank_key_taken", key);
        }
        var tree = DefinitionJson.tree(question);
        tree.remove("show");
        tree.remove("bank");
        jdbc.sql("""
                insert into bank_question (id, key, topic, question, certified, changed_at, version)
                values (?, ?, ?, cast(? as jsonb), false, ?, 0)""")
            .params(Uuid7.next(), key, Texts.required(topic, 80, "topic"), tree.toString(), now())
            .update();
    }

    /** Certifies a question of the company, or takes the certificate back. */
    public void certify(String key, long version, boolean certified, @Nullable String note) {
        current.actor().requireMay(Right.SETTINGS);
        own(key, version);
        var by = current.actor().staff();
        jdbc.sql("""
                update bank_question set certified = :certified, certified_at = :at, certified_by = :by, note = :note,
                       changed_at = :now, version = version + 1 where key = :key""")
            .param("certified", certified)
            .param("at", certified ? now() : null)
            .param("by", certified && by != null ? by.id() : null)
            .param("note", Texts.optional(note, 1000, "note"))
            .param("now", now())
            .param("key", key)
            .update();
    }

    /** Forgets a question of the company; questionnaires that took it keep their copy. */
    public void remove(String key, long version) {
        current.actor().requireMay(Right.SURVEY_EDIT);
        if (own(key, version).certified()) {
            throw new Refusal("questionnaire.bank_certified");
        }
        jdbc.sql("delete from bank_question where key = ?").param(key).update();
    }

    private BankQuestion own(String key, long version) {
        var it = own().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow(UnknownThing::new);
        StaleVersion.check(version, it.version());
        return it;
    }

    private List<BankQuestion> own() {
        return jdbc.sql("""
                select key, topic, question, certified, note, certified_at, version from bank_question
                 order by topic, key""").query(QuestionBank::row).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static BankQuestion row(ResultSet rs, int i) throws SQLException {
        var at = rs.getObject("certified_at", OffsetDateTime.class);
        return new BankQuestion(rs.getString("key"), new Words(Map.of("zh", rs.getString("topic"))),
                DefinitionJson.question(DefinitionJson.tree(rs.getString("question"))), rs.getBoolean("certified"),
                false, rs.getString("note"), at == null ? null : at.toInstant(), rs.getLong("version"));
    }

}
