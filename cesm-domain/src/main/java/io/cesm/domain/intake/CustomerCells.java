package io.cesm.domain.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cesm.domain.customer.IncomingContact;
import io.cesm.domain.customer.IncomingCustomer;
import io.cesm.domain.intake.PhoneCells.Numbers;
import io.cesm.domain.kernel.NameKey;
import io.cesm.domain.kernel.Texts;
import io.cesm.domain.people.Role;
import org.jspecify.annotations.Nullable;

/** The cells of one row of a customer list, read as customer and person. */
final class CustomerCells {

    private final ImportRow row;

    private final @Nullable String key;

    private final @Nullable String name;

    private final List<String> phones = new ArrayList<>();

    private final List<String> housePhones = new ArrayList<>();

    private final List<RowProblem> problems = new ArrayList<>();

    CustomerCells(ImportRow row, PhoneCells reader) {
        this.row = row;
        this.key = row.first("key");
        var given = row.first("name");
        this.name = given == null ? null : Texts.clean(given).replaceAll("\\s+", " ");
        row.all("phone").forEach(cell -> read(cell, "phone", reader, phones));
        row.all("fax").forEach(cell -> read(cell, "fax", reader, phones));
        row.all("housePhone").forEach(cell -> read(cell, "housePhone", reader, housePhones));
    }

    private void read(String cell, String target, PhoneCells reader, List<String> into) {
        Numbers found = reader.read(cell);
        if (found.destroyed()) {
            problems.add(RowProblem.of(target, "import.phone_destroyed", cell));
        }
        if (found.guessed()) {
            problems.add(RowProblem.of(target, "import.phone_guessed", cell, String.join(", ", found.numbers())));
        }
        into.addAll(found.numbers());
    }

    @Nullable String key() {
        return key;
    }

    @Nullable String name() {
        return name;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** By what the customer is recognised; null if by nothing. */
    @Nullable String identity() {
        if (key != null) {
            return "k" + key.strip();
        }
        return name == null ? null : "n" + NameKey.of(name);
    }

    /** A fingerprint of what is said about the customer itself. */
    long said() {
        var customer = customer(0);
        return SeenRows.print(Stream
            .of(customer.name(), customer.nameEn(), customer.kind(), customer.status(), customer.parentKey(),
                    customer.unit(), customer.tier(), customer.valueBasis(), customer.annualValue(),
                    customer.industry(), customer.address(), customer.website(), customer.team())
            .map(String::valueOf)
            .collect(Collectors.joining("\n")));
    }

    boolean hasPerson() {
        return row.first("contactName") != null || row.first("contactKey") != null;
    }

    IncomingCustomer customer(int index) {
        List<String> house = new ArrayList<>(housePhones);
        List<String> mails = new ArrayList<>(row.all("houseMail"));
        if (!hasPerson()) {
            house.addAll(phones);
            mails.addAll(row.all("mail"));
        }
        return new IncomingCustomer(index, key, name, row.first("nameEn"), row.first("kind"), row.first("status"),
                row.first("parent"), row.first("unit"), row.first("tier"), row.first("valueBasis"),
                row.first("annualValue"), row.first("currency"), row.first("industry"), joined("address", ", "),
                row.first("website"), joined("note", "\n"), row.all("formerName"), team(), house, mails);
    }

    /** The customer of a row that only adds a person: nothing is said about it again. */
    IncomingCustomer known(int index) {
        return new IncomingCustomer(index, key, name, null, null, null, null, null, null, null, null, null, null, null,
                null, null, List.of(), Map.of(), housePhones, row.all("houseMail"));
    }

    IncomingContact person(int index, String customerId) {
        return new IncomingContact(index, row.first("contactKey"), customerId, null, row.first("contactName"),
                row.first("contactNameEn"), row.first("title"), row.first("department"), row.first("role"),
                row.first("weight"), row.first("influence"), row.first("language"), row.first("contactKind"),
                row.first("contactNote"), phones, row.all("mail"), row.all("wecom"), row.all("contactFormerName"));
    }

    /** Phones and mail addresses by which a duplicate may be recognised. */
    List<String> points() {
        return Stream.of(phones.stream(), housePhones.stream(), row.all("mail").stream(), row.all("houseMail").stream())
            .flatMap(it -> it)
            .toList();
    }

    private @Nullable String joined(String target, String between) {
        var all = row.all(target).stream().map(String::strip).distinct().toList();
        return all.isEmpty() ? null : String.join(between, all);
    }

    private Map<Role, String> team() {
        Map<Role, String> team = new EnumMap<>(Role.class);
        for (var role : List.of(Role.AR, Role.SR, Role.FR, Role.CSR)) {
            var login = row.first(role.name().toLowerCase(java.util.Locale.ROOT));
            if (login != null) {
                team.put(role, login);
            }
        }
        return team;
    }

}
