package io.cesm.domain.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cesm.domain.kernel.Question;
import io.cesm.domain.kernel.Tallies;
import io.cesm.domain.kernel.UnknownThing;
import io.cesm.domain.people.CurrentActor;
import io.cesm.domain.people.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is known of one customer, part by part, one statement each. */
@Component
public class CustomerFile {

    private final JdbcClient jdbc;

    private final CurrentActor current;

    CustomerFile(JdbcClient jdbc, CurrentActor current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /**
     * The head of the file.
     * @throws UnknownThing if there is none, it was merged away or is out of reach
     */
    public Head head(CustomerId id) {
        return find(id, Tallies.NONE).ask(jdbc).orElseThrow(UnknownThing::new).head();
    }

    /**
     * Asks for the head of the file, if it is there and within reach.
     * @param beside what others want to have counted in the same statement
     */
    public Question<Optional<Counted>> find(CustomerId id, Tallies beside) {
        var scope = current.actor().scope();
        Map<String, @Nullable Object> params = new HashMap<>(beside.params());
        params.putAll(scope.params());
        params.put("id", id.id());
        return new Question<>(
                """
                        select c.id, c.number, c.kind, c.status, c.parent_id, c.unit_id, c.name, c.name_en, c.industry,
                               c.address, c.website, c.note, c.external_key, c.former_names, c.tier, c.version, u.name as unit_name, u.name_en as unit_name_en, p.name as parent_name,
                               p.name_en as parent_name_en,
                               t.value_basis, t.annual_value, t.currency, t.valid_from as tier_since,
                               (select count(*) from customer b where b.parent_id = c.id and b.status <> 'MERGED') as children,
                               (select count(*) from contact k where k.customer_id = c.id and k.merged_into is null) as people%s
                          from customer c left join org_unit u on u.id = c.unit_id left join customer p on p.id = c.parent_id
                          left join customer_tier t on t.customer_id = c.id and t.valid_to is null
                         where c.id = :id and c.status <> 'MERGED' and %s"""
                    .formatted(beside.columns(), scope.sql("c.id")),
                params, rs -> rs.next() ? Optional.of(new Counted(head(rs), beside.counts(rs))) : Optional.empty());
    }

    public List<TierRow> tiers(CustomerId id) {
        return of(id,
                "select t.tier, t.value_basis, t.annual_value, t.currency, t.valid_from, t.valid_to"
                        + " from customer_tier t where t.customer_id = :id and ",
                "t.customer_id", " order by t.valid_from desc",
                (rs, i) -> new TierRow(rs.getInt(1), rs.getString(2), rs.getBigDecimal(3), rs.getString(4),
                        rs.getObject(5, LocalDate.class), rs.getObject(6, LocalDate.class)));
    }

    public List<CompetitorRow> competitors(CustomerId id) {
        return of(id,
                "select t.id, t.name, t.product, t.share_percent, t.as_of, t.note from competitor t"
                        + " where t.customer_id = :id and ",
                "t.customer_id", " order by t.share_percent desc nulls last, t.name, t.id",
                (rs, i) -> new CompetitorRow(rs.getObject(1, UUID.class), new CompetitorFacts(rs.getString(2),
                        rs.getString(3), rs.getBigDecimal(4), rs.getObject(5, LocalDate.class), rs.getString(6))));
    }

    public List<ReferenceRow> references(CustomerId id) {
        return of(id,
                "select t.id, t.kind, t.code, t.name, t.quantity, t.valid_from, t.valid_to, t.note"
                        + " from customer_reference t where t.customer_id = :id and ",
                "t.customer_id", " order by t.kind, t.name, t.id",
                (rs, i) -> new ReferenceRow(rs.getObject(1, UUID.class),
                        new ReferenceFacts(ReferenceKind.valueOf(rs.getString(2)), rs.getString(3), rs.getString(4),
                                rs.getBigDecimal(5), rs.getObject(6, LocalDate.class), rs.getObject(7, LocalDate.class),
                                rs.getString(8))));
    }

    /** What hangs directly below. */
    public List<CustomerCard> children(CustomerId id) {
        return of(id,
                "select c.id, c.number, c.name, c.name_en, c.kind, c.status, c.tier, c.unit_id, u.name as unit_name,"
                        + " u.name_en as unit_name_en, c.parent_id from customer c left join org_unit u on u.id = c.unit_id"
                        + " where c.parent_id = :id and c.status <> 'MERGED' and ",
                "c.id", " order by c.name_key, c.id limit 200", CustomerBook::card);
    }

    /**
     * From the top of the tree down to, but without, the customer; only what is in reach.
     */
    public List<CustomerCard> above(CustomerId id) {
        return of(id, """
                with recursive up (id, parent_id, step) as (
                    select id, parent_id, 0 from customer where id = :id
                    union all
                    select c.id, c.parent_id, step + 1 from customer c join up on c.id = up.parent_id where step < 20)
                select c.id, c.number, c.name, c.name_en, c.kind, c.status, c.tier, c.unit_id, u.name as unit_name,
                       u.name_en as unit_name_en, c.parent_id
                  from up join customer c on c.id = up.id left join org_unit u on u.id = c.unit_id
                 where up.step > 0 and\s""", "c.id", " order by up.step desc", CustomerBook::card);
    }

    private <T> List<T> of(CustomerId id, String select, String column, String order,
            org.springframework.jdbc.core.RowMapper<T> row) {
        var scope = current.actor().scope();
        return jdbc.sql(select + scope.sql(column) + order)
            .param("id", id.id())
            .params(scope.params())
            .query(row)
            .list();
    }

    private static Head head(ResultSet rs) throws SQLException {
        var unit = rs.getObject("unit_id", UUID.class);
        var parent = rs.getObject("parent_id", UUID.class);
        var details = new CustomerDetails(CustomerKind.valueOf(rs.getString("kind")),
                CustomerStatus.valueOf(rs.getString("status")), parent == null ? null : new CustomerId(parent),
                unit == null ? null : new UnitId(unit), rs.getString("name"), rs.getString("name_en"),
                rs.getString("industry"), rs.getString("address"), rs.getString("website"), rs.getString("note"),
                rs.getString("external_key"));
        return new Head(new CustomerId(rs.getObject("id", UUID.class)), rs.getString("number"), details,
                rs.getString("unit_name"), rs.getString("unit_name_en"), rs.getString("parent_name"),
                rs.getString("parent_name_en"), List.of((String[]) rs.getArray("former_names").getArray()),
                rs.getObject("tier", Integer.class), rs.getString("value_basis"), rs.getBigDecimal("annual_value"),
                rs.getString("currency"), rs.getObject("tier_since", LocalDate.class), rs.getInt("children"),
                rs.getInt("people"), rs.getLong("version"));
    }

    /** The head of a customer's file, with the counts asked for. */
    public record Counted(Head head, List<Integer> counts) {
    }

    /** The head of a customer's file. */
    public record Head(CustomerId id, String number, CustomerDetails details, @Nullable String unitName,
            @Nullable String unitNameEn, @Nullable String parentName, @Nullable String parentNameEn,
            List<String> formerNames, @Nullable Integer tier, @Nullable String valueBasis,
            @Nullable BigDecimal annualValue, @Nullable String currency, @Nullable LocalDate tierSince, int children,
            int people, long version) {

        public CustomerCard card() {
            return new CustomerCard(id, number, details.name(), details.nameEn(), details.kind(), details.status(),
                    tier, details.unit(), unitName, unitNameEn, details.parent());
        }
    }

    /** A time in a tier. */
    public record TierRow(int tier, @Nullable String valueBasis, @Nullable BigDecimal annualValue, String currency,
            LocalDate from, @Nullable LocalDate to) {
    }

    /** A competitor at the customer. */
    public record CompetitorRow(UUID id, CompetitorFacts facts) {
    }

    /** A product, contract or installed machine of the customer. */
    public record ReferenceRow(UUID id, ReferenceFacts facts) {
    }

}
