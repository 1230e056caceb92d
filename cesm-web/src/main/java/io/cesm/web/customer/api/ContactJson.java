package io.cesm.web.customer.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import io.cesm.domain.customer.ContactCard;
import io.cesm.domain.customer.ContactDetails;
import io.cesm.domain.customer.ContactFile;
import io.cesm.domain.customer.ContactKind;
import io.cesm.domain.customer.DecisionRole;
import io.cesm.domain.customer.PointKind;
import io.cesm.domain.customer.PointWish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A person at a customer as programs see them. */
record ContactJson(UUID id, UUID customer, String customerName, ContactKind kind, String name, @Nullable String nameEn,
        @Nullable String title, @Nullable String department, @Nullable DecisionRole decisionRole, BigDecimal roleWeight,
        @Nullable Integer influence, @Nullable Integer attitude, @Nullable String language, @Nullable String note,
        boolean active, @Nullable String externalKey, List<ContactFile.PointRow> points,
        List<ContactFile.ConsentRow> consents, long version) {

    static ContactJson of(ContactFile.Head head, List<ContactFile.PointRow> points,
            List<ContactFile.ConsentRow> consents) {
        var d = head.details();
        return new ContactJson(head.id().id(), head.customer().id(), head.customerName(), d.kind(), d.name(),
                d.nameEn(), d.title(), d.department(), d.decisionRole(), d.roleWeight(), d.influence(), d.attitude(),
                d.language(), d.note(), d.active(), d.externalKey(), points, consents, head.version());
    }

    /**
     * A line of the list.
     *
     * @param matched the phone, mail or former name by which they were found
     */
    record Row(UUID id, UUID customer, String customerName, String name, @Nullable String nameEn,
            @Nullable String title, @Nullable String department, @Nullable DecisionRole decisionRole,
            BigDecimal roleWeight, @Nullable String phone, @Nullable String email, boolean active,
            @Nullable String matched) {

        static Row of(ContactCard it) {
            return new Row(it.id().id(), it.customer().id(), it.customerName(), it.name(), it.nameEn(), it.title(),
                    it.department(), it.decisionRole(), it.roleWeight(), it.phone(), it.email(), it.active(),
                    it.matched());
        }
    }

    /** What a program sends; customer and points only when the person is noted. */
    record Body(@Nullable UUID customer, @NotBlank String name, @Nullable String nameEn, @Nullable ContactKind kind,
            @Nullable String title, @Nullable String department, @Nullable DecisionRole decisionRole,
            @Nullable BigDecimal roleWeight, @Nullable Integer influence, @Nullable Integer attitude,
            @Nullable String language, @Nullable String note, @Nullable Boolean active, @Nullable String externalKey,
            @Nullable @Valid List<Point> points, @Nullable Boolean keepOldName) {

        ContactDetails details() {
            return new ContactDetails(kind == null ? ContactKind.CUSTOMER : kind, name, nameEn, title, department,
                    decisionRole, roleWeight == null ? BigDecimal.ONE : roleWeight, influence, attitude, language, note,
                    !Boolean.FALSE.equals(active), externalKey);
        }

        List<PointWish> wishes() {
            return points == null ? List.of() : points.stream().map(Point::wish).toList();
        }
    }

    /** A phone, mail address, WeCom id or former name. */
    record Point(@NotNull PointKind kind, @NotBlank String value, @Nullable String label, @Nullable Boolean preferred) {

        PointWish wish() {
            return new PointWish(kind, value, label, Boolean.TRUE.equals(preferred));
        }
    }

}
