package com.lianxing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the whole product: web, engine, and, unless an outside database is named, PostgreSQL itself. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class LianxingApplication {

    public static void main(String[] args) {
        SpringApplication.run(LianxingApplication.class, args);
    }
}
