package io.cesm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts CESM. */
@SpringBootApplication
public class CesmApplication {

    public static void main(String[] args) {
        SpringApplication.run(CesmApplication.class, args);
    }

}
