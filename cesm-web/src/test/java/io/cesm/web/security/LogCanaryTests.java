package io.cesm.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.cesm.domain.people.Role;
import io.cesm.web.support.Accounts;
import io.cesm.web.support.Api;
import io.cesm.web.support.People;
import io.cesm.web.support.SignedIn;
import io.cesm.web.support.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What people say, who they are and what opens doors never stands in the log. */
@WebTest
class LogCanaryTests {

    private static final String CANARY = "QZXCANARY";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        root().addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(heard);
    }

    @Test
    void neitherPasswordsNorTokensNorLinks() throws Exception {
        var csr = people.hire(Role.CSR);
        var login = people.withPassword(csr);
        mvc.perform(post("/login").with(csrf()).param("username", login).param("password", CANARY + "-wrong"));
        mvc.perform(post("/login").with(csrf()).param("username", CANARY).param("password", People.PASSWORD));
        mvc.perform(post("/api/v1/tokens").contentType("application/json")
            .content("{\"username\": \"%s\", \"password\": \"%s\"}".formatted(login, CANARY)));
        mvc.perform(get("/api/v1/customers").header("Authorization", "Bearer " + CANARY.repeat(6).substring(0, 48)));
        mvc.perform(get("/c/" + CANARY));
        mvc.perform(get("/invitation/" + CANARY));
        mvc.perform(get("/nowhere/" + CANARY).with(SignedIn.as(csr)));

        assertThat(log()).doesNotContain(CANARY, People.PASSWORD);
    }

    @Test
    void neitherWordsNorNamesNorNumbers() throws Exception {
        var account = new Accounts(context).make();
        var csr = new Api(context, account.csr());
        csr.post("/customers", "{\"name\": \"%s\", \"unit\": \"%s\"}".formatted(CANARY, account.unit()));
        csr.post("/contacts", """
                {"customer": "%s", "name": "%s", "points": [{"kind": "EMAIL", "value": "%s@example.com"}]}"""
            .formatted(account.customer(), CANARY, CANARY));
        csr.post("/expectations", "{\"customer\": \"%s\", \"contact\": \"%s\", \"verbatim\": \"%s\"}"
            .formatted(account.customer(), account.contact(), CANARY));
        csr.post("/expectations", "{\"verbatim\": \"%s\", \"%s\": 1}".formatted(CANARY, CANARY));
        csr.post("/expectations", "{\"customer\": \"%s\"}".formatted(CANARY));
        csr.get("/customers?q=" + CANARY);
        csr.get("/search?q=" + CANARY + "%0d%0aforged%1b%5b31m");
        csr.get("/expectations?cursor=" + CANARY);
        mvc.perform(post("/customers/new").with(SignedIn.as(account.csr()))
            .with(csrf())
            .header("User-Agent", CANARY + "${jndi:ldap://x}\r\nforged")
            .param("name", CANARY)
            .param("tier", CANARY));

        assertThat(log()).doesNotContain(CANARY, "forged", "jndi");
    }

    @Test
    void norWhatTheDatabaseSaysOfARow() {
        assertThat(org.assertj.core.api.Assertions
            .catchThrowableOfType(DataIntegrityViolationException.class,
                    () -> jdbc.sql("insert into customer (id, number, kind) values (gen_random_uuid(), ?, 'COMPANY')")
                        .param(CANARY)
                        .update())
            .getMostSpecificCause()
            .getMessage()).as("the driver does not tell the values of a refused row").doesNotContain(CANARY);
    }

    private String log() {
        return List.copyOf(heard.list)
            .stream()
            .map(it -> it.getLoggerName() + " " + it.getFormattedMessage()
                    + (it.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(it.getThrowableProxy())))
            .collect(Collectors.joining("\n"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

}
