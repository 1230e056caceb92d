package io.cesm.domain.people;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Whom a list of people shows; a missing part does not restrict. */
public record StaffFilter(@Nullable String text, @Nullable Role role, @Nullable UnitId unit,
        @Nullable StaffStatus status) {

    public static StaffFilter everybody() {
        return new StaffFilter(null, null, null, null);
    }

    public static StaffFilter active() {
        return new StaffFilter(null, null, null, StaffStatus.ACTIVE);
    }

    String sql(Map<String, Object> params) {
        var where = new StringBuilder("true");
        if (text != null && !text.isBlank()) {
            where.append(
                    " and (s.name ilike :text or s.name_en ilike :text or s.login ilike :text or s.email ilike :text)");
            params.put("text", "%" + StaffBook.like(text.strip()) + "%");
        }
        if (role != null) {
            where.append(" and exists (select 1 from staff_role r where r.staff_id = s.id and r.role = :role)");
            params.put("role", role.name());
        }
        if (unit != null) {
            where.append(" and starts_with(u.path, (select path from org_unit where id = :unit))");
            params.put("unit", unit.id());
        }
        if (status != null) {
            where.append(" and s.status = :status");
            params.put("status", status.name());
        }
        return where.toString();
    }

}
