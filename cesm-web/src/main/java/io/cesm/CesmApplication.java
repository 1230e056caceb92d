package io.cesm;

import io.cesm.web.database.EarlyPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts CESM. */
@SpringBootApplication
public class CesmApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(CesmApplication.class);
        application.addListeners(new EarlyPostgres());
        application.run(args);
    }

}
