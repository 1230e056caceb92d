package io.cesm.web.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Starts the PostgreSQL of the data directory while the program still reads its classes:
 * unpacking, laying out files and recovering need another core, not this one.
 */
public final class EarlyPostgres implements ApplicationListener<ApplicationEvent> {

    private static final Logger log = LoggerFactory.getLogger(EarlyPostgres.class);

    private @Nullable CompletableFuture<KeptPostgres> starting;

    private boolean handedOver;

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationContextInitializedEvent begun) {
            var context = begun.getApplicationContext();
            if (starting == null && KeptDatabaseConfiguration.isWanted(context.getEnvironment())) {
                start(context.getEnvironment());
                context.getBeanFactory().registerSingleton("earlyPostgres", this);
            }
        }
        else if (event instanceof ApplicationFailedEvent && !handedOver && starting != null) {
            starting.thenAccept(EarlyPostgres::stop).exceptionally(nothingToStop -> null);
        }
    }

    private void start(ConfigurableEnvironment environment) {
        var directory = Path.of(environment.getRequiredProperty("cesm.data-dir"));
        var future = new CompletableFuture<KeptPostgres>();
        starting = future;
        Thread.ofPlatform().name("postgres-start").daemon().start(() -> {
            try {
                future.complete(KeptPostgres.in(directory));
            }
            catch (Throwable ex) {
                future.completeExceptionally(ex);
            }
        });
    }

    /** The server, once it runs; whoever asks also stops it. */
    KeptPostgres server() {
        if (starting == null) {
            throw new IllegalStateException("nothing was started");
        }
        try {
            var server = starting.join();
            handedOver = true;
            return server;
        }
        catch (CompletionException ex) {
            if (ex.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw ex;
        }
    }

    private static void stop(KeptPostgres server) {
        try {
            server.close();
        }
        catch (IOException ex) {
            log.warn("PostgreSQL could not be stopped; the next start does it", ex);
        }
    }

}
