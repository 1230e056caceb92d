package io.cesm.web.start;

import java.io.PrintStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints one clear block when CESM is ready: where it is and how to get in. */
@Component
class StartBlock {

    private final ObjectProvider<StartNote> notes;

    private final Environment settings;

    StartBlock(ObjectProvider<StartNote> notes, Environment settings) {
        this.notes = notes;
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getServerNamespace() == null && context.getWebServer() != null) {
            print(System.out, context.getWebServer().getPort(), event.getTimeTaken());
        }
    }

    void print(PrintStream console, int port, @Nullable Duration taken) {
        var lines = new ArrayList<String>();
        lines.add("CESM is ready: " + address(port)
                + (taken == null ? "" : " (%.1f s)".formatted(taken.toMillis() / 1000.0)));
        notes.orderedStream().map(StartNote::lines).filter(note -> !note.isEmpty()).forEach(note -> {
            lines.add("");
            lines.addAll(note);
        });
        var rule = "-".repeat(78);
        console.println();
        console.println(rule);
        lines.forEach(line -> console.println("  " + line));
        console.println(rule);
        console.flush();
    }

    private String address(int port) {
        var given = settings.getProperty("cesm.public-base-url", "");
        if (!given.isBlank()) {
            return given;
        }
        var host = settings.getProperty("server.address", InetAddress.getLoopbackAddress().getHostAddress());
        var reachable = List.of("0.0.0.0", "127.0.0.1", "::").contains(host) ? "localhost" : host;
        return "http://" + reachable + ":" + port + "/";
    }

}
