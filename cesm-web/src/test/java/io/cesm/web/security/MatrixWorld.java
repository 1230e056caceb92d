package io.cesm.web.security;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import io.cesm.domain.complaint.FileComplaint;
import io.cesm.domain.complaint.FilingComplaints;
import io.cesm.domain.customer.ContactId;
import io.cesm.domain.customer.CustomerId;
import io.cesm.domain.people.Right;
import io.cesm.domain.people.Role;
import io.cesm.domain.people.StaffId;
import io.cesm.domain.people.UnitId;
import io.cesm.domain.topissue.NominateTopIssue;
import io.cesm.domain.topissue.NominatingTopIssues;
import io.cesm.expectation.CaptureExpectation;
import io.cesm.expectation.LoggingExpectations;
import io.cesm.web.followup.Answered;
import io.cesm.web.security.BrowserContext.Proof;
import io.cesm.web.security.MatrixRoutes.Route;
import io.cesm.web.support.People;
import io.cesm.web.support.Tokens;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** A customer with those who look after it and those who do not, and how they ask. */
@TestComponent
class MatrixWorld {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(?::([^}]*))?}");

    private final MockMvc mvc;

    private final People people;

    private final Tokens tokens;

    private final SessionStore sessions;

    private final LoggingExpectations logging;

    private final FilingComplaints filing;

    private final JdbcClient jdbc;

    private final ApplicationContext context;

    private final Map<Principal, StaffId> staff = new EnumMap<>(Principal.class);

    private final Map<Principal, String> secrets = new EnumMap<>(Principal.class);

    /**
     * Each question comes from a network of its own, so that none has to wait for others.
     */
    private final AtomicInteger asked = new AtomicInteger();

    private UnitId unit;

    private UUID customer;

    private UUID contact;

    private String expectation = "";

    private String complaint = "";

    private String topIssue = "";

    private String followUp = "";

    private StaffId bystander;

    MatrixWorld(MockMvc mvc, People people, Tokens tokens, SessionStore sessions, LoggingExpectations logging,
            FilingComplaints filing, JdbcClient jdbc, ApplicationContext context) {
        this.mvc = mvc;
        this.people = people;
        this.tokens = tokens;
        this.sessions = sessions;
        this.logging = logging;
        this.filing = filing;
        this.jdbc = jdbc;
        this.context = context;
    }

    void open() {
        var company = people.company();
        unit = people.office(company);
        var elsewhere = people.office(company);
        bystander = people.hire(unit, Role.CSR);
        for (var principal : Principal.values()) {
            if (principal.role != null) {
                staff.put(principal, people.hire(principal.elsewhere ? elsewhere : unit, principal.role));
            }
        }
        customer = UUID.randomUUID();
        jdbc.sql(
                "insert into customer (id, number, kind, status, unit_id, name, name_key, search, created_at, updated_at,"
                        + " version) values (?, ?, 'COMPANY', 'CUSTOMER', ?, '鸿远', '鸿远', '', now(), now(), 0)")
            .params(customer, "M-" + customer, unit.id())
            .update();
        contact = UUID.randomUUID();
        jdbc.sql("insert into contact (id, customer_id, kind, name, name_key, language, search, created_at, updated_at,"
                + " version) values (?, ?, 'CUSTOMER', '林总', '林总', 'zh', '', now(), now(), 0)")
            .params(contact, customer)
            .update();
        for (var member : new Principal[] { Principal.CSR_OF_THE_TEAM, Principal.AR_OF_THE_TEAM,
                Principal.TOKEN_TO_READ, Principal.CSR_BEFORE_CODE, Principal.DISABLED }) {
            jdbc.sql("insert into account_team (id, customer_id, staff_id, role, valid_from) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), customer, staff.get(member).id(),
                        member == Principal.AR_OF_THE_TEAM ? "AR" : "CSR", LocalDate.of(2020, 1, 1))
                .update();
        }
        expectation = people
            .as(staff.get(Principal.CSR_OF_THE_TEAM),
                    () -> logging
                        .capture(CaptureExpectation.of(new CustomerId(customer), new ContactId(contact), "每月提供一次质量月报")))
            .toString();
        complaint = people
            .as(staff.get(Principal.CSR_OF_THE_TEAM),
                    () -> filing.file(FileComplaint.of(new CustomerId(customer), new ContactId(contact), "主轴过热停机"),
                            List.of()))
            .toString();
        topIssue = people
            .as(staff.get(Principal.CSR_OF_THE_TEAM),
                    () -> context.getBean(NominatingTopIssues.class)
                        .nominate(new NominateTopIssue("主轴过热停机", "一个月停机四次", List.of(new CustomerId(customer)), null,
                                null, null, List.of(), false)))
            .id()
            .toString();
        followUp = followUp();
        staff.forEach((principal, id) -> secrets.put(principal,
                principal == Principal.TOKEN_TO_READ ? tokens.secret(id, Right.VIEW) : tokens.secret(id)));
        people.disable(staff.get(Principal.DISABLED));
        people.substitute(staff.get(Principal.CSR_OF_THE_TEAM), staff.get(Principal.SUBSTITUTE));
    }

    private String followUp() {
        var answered = new Answered(context, "NAMED", null);
        var answer = answered.by(customer, contact, "{\"q1\": 1}", "{\"q7\": \"无人理会\"}");
        answered.read();
        return jdbc.sql("select id from follow_up where response_id = ?").param(answer).query(String.class).single();
    }

    String ask(Route route, Principal principal) throws Exception {
        return ask(route, principal, address(route, false));
    }

    /** Asks for something that does not exist. */
    String askForNothing(Route route, Principal principal) throws Exception {
        return ask(route, principal, address(route, true));
    }

    boolean isOfCustomer(Route route) {
        return route.pattern()
            .matches("(/api/v1)?/(customers|contacts|expectations|follow-ups|complaints|top-issues)/\\{.*");
    }

    private String ask(Route route, Principal principal, String address) throws Exception {
        var asking = request(HttpMethod.valueOf(route.verb()), java.net.URI.create(address)).accept(MediaType.ALL);
        int n = asked.getAndIncrement();
        var network = "10." + (n / 65536) % 256 + "." + (n / 256) % 256 + "." + n % 256;
        asking.with(it -> {
            it.setRemoteAddr(network);
            return it;
        });
        boolean api = address.startsWith("/api/");
        if (api) {
            asking.contentType(MediaType.APPLICATION_JSON).content(route.verb().equals("GET") ? "" : "{}");
        }
        else if (!route.verb().equals("GET")) {
            asking.with(csrf()).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        }
        if (principal == Principal.TOKEN_TO_READ || (api && principal.proof == Proof.STRONG)
                || (api && principal.proof == Proof.PASSWORD && !principal.half)) {
            asking.header("Authorization", "Bearer " + secrets.get(principal));
        }
        else if (principal.role != null) {
            asking.cookie(new Cookie("cesm", session(principal)));
        }
        MockHttpServletResponse answer;
        try {
            answer = mvc.perform(asking).andReturn().getResponse();
        }
        catch (ServletException broken) {
            return "500 " + broken.getRootCause();
        }
        var to = answer.getRedirectedUrl();
        if (to != null && to.startsWith("/login/code")) {
            return "code";
        }
        if (to != null && to.startsWith("/login") && !address.equals("/logout")) {
            return address.startsWith("/me/sessions/end") && principal.proof != null && !principal.half
                    && principal != Principal.DISABLED && principal != Principal.TOKEN_TO_READ ? "302" : "login";
        }
        if (to != null && to.startsWith("/me/second-factor")) {
            return "factor";
        }
        return String.valueOf(answer.getStatus());
    }

    private String session(Principal principal) {
        var session = sessions.createSession();
        session.setAttribute(SessionStore.STAFF, staff.get(principal).toString());
        session.setAttribute(BrowserContext.PROOF, principal.proof.name());
        session.setAttribute(BrowserContext.HANDLE, UUID.randomUUID().toString());
        session.setAttribute(BrowserSessions.DEVICE, "test");
        session.setAttribute(BrowserSessions.ADDRESS, "127.0.0.1");
        sessions.save(session);
        return session.getId();
    }

    private String address(Route route, boolean nothing) {
        return VARIABLE.matcher(route.pattern()).replaceAll(it -> {
            if (it.group(2) != null) {
                return it.group(2).split("\\|")[0];
            }
            boolean first = it.start() == route.pattern().indexOf('{');
            return first && !nothing && it.group(1).equals("id") ? object(route.pattern())
                    : UUID.nameUUIDFromBytes(it.group(1).getBytes()).toString();
        });
    }

    private String object(String pattern) {
        var plain = pattern.replaceFirst("^/api/v1", "");
        if (plain.startsWith("/customers/")) {
            return customer.toString();
        }
        if (plain.startsWith("/contacts/")) {
            return contact.toString();
        }
        if (plain.startsWith("/expectations/")) {
            return expectation;
        }
        if (plain.startsWith("/complaints/")) {
            return complaint;
        }
        if (plain.startsWith("/top-issues/")) {
            return topIssue;
        }
        if (plain.startsWith("/follow-ups/")) {
            return followUp;
        }
        if (plain.startsWith("/admin/people/") || plain.startsWith("/staff/")) {
            return bystander.toString();
        }
        if (plain.startsWith("/admin/units/") || plain.startsWith("/units/")) {
            return unit.toString();
        }
        return UUID.nameUUIDFromBytes(pattern.getBytes()).toString();
    }

    /** Who asks. */
    enum Principal {

        ANONYMOUS(null, false, null, false), DISABLED(Role.CSR, false, Proof.PASSWORD, false),
        ADMIN_WITHOUT_FACTOR(Role.ADMIN, false, Proof.PASSWORD, true),
        CSR_BEFORE_CODE(Role.CSR, false, Proof.PASSWORD_BEFORE_CODE, true),
        TOKEN_TO_READ(Role.CSR, false, Proof.PASSWORD, false), CSR_OF_THE_TEAM(Role.CSR, false, Proof.PASSWORD, false),
        CSR_OF_OTHERS(Role.CSR, false, Proof.PASSWORD, false), SUBSTITUTE(Role.CSR, false, Proof.PASSWORD, false),
        AR_OF_THE_TEAM(Role.AR, false, Proof.PASSWORD, false), AR_OF_OTHERS(Role.AR, false, Proof.PASSWORD, false),
        MANAGER(Role.MANAGER, false, Proof.STRONG, false), MANAGER_ELSEWHERE(Role.MANAGER, true, Proof.STRONG, false),
        OFFICE(Role.OFFICE, false, Proof.STRONG, false), ADMIN(Role.ADMIN, false, Proof.STRONG, false),
        AUDITOR(Role.AUDITOR, false, Proof.PASSWORD, false);

        private final Role role;

        private final boolean elsewhere;

        private final Proof proof;

        private final boolean half;

        Principal(Role role, boolean elsewhere, Proof proof, boolean half) {
            this.role = role;
            this.elsewhere = elsewhere;
            this.proof = proof;
            this.half = half;
        }

    }

}
