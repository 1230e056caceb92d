package io.cesm.web.mailbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail box to which customers write. Without a host none is read.
 *
 * @param protocol imaps, or imap inside a house that is trusted
 * @param port 0 for the usual one of the protocol
 * @param address the address customers write to; answers to our mails go there
 * @param firstDays how old mails may be when a box is read for the first time
 */
@ConfigurationProperties("cesm.mailbox")
record MailboxSettings(@DefaultValue("") String host, @DefaultValue("imaps") String protocol,
        @DefaultValue("0") int port, @DefaultValue("") String user, @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder, @DefaultValue("") String address, @DefaultValue("20s") Duration timeout,
        @DefaultValue("3") int firstDays) {

    boolean isOn() {
        return !host.isBlank();
    }

    /** Names the box in the database and on pages. */
    String name() {
        return user + "@" + host + "/" + folder;
    }

}
