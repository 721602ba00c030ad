package com.lianxing.database;

import com.lianxing.calendar.SystemClock;
import java.nio.file.Path;
import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.integration.spring.SpringLiquibase;
import org.postgresql.Driver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Chooses the server, and brings the schema up to date as the owner before anything else uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** The schema's owner on the server in use. */
    record Owner(String url, String user, String password) {

        DataSource dataSource() {
            return new SimpleDriverDataSource(new Driver(), url, user, password);
        }

        @Override
        public String toString() {
            return user + " on " + url;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = DatabaseDefaults.EMBEDDED, havingValue = "true")
    static class Embedded {

        /** Closed by Spring after the pool, which needs it, and so after the engine, which needs the pool. */
        @Bean
        EmbeddedServer embeddedServer(
                @Value("${lianxing.data-dir}") Path dataDir, @Value("${lianxing.durable:true}") boolean durable) {
            return new EmbeddedServer(dataDir, durable);
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(
                EmbeddedServer server, @Value("${lianxing.database}") String database) {
            server.createDatabase(database);
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "lianxing_app";
                }

                @Override
                public String getPassword() {
                    return server.secrets().app();
                }

                @Override
                public String getJdbcUrl() {
                    return server.url(database);
                }
            };
        }

        @Bean
        Owner embeddedOwner(EmbeddedServer server, JdbcConnectionDetails connection) {
            return new Owner(
                    connection.getJdbcUrl(), "lianxing_owner", server.secrets().owner());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = DatabaseDefaults.EMBEDDED, havingValue = "false")
    static class Outside {

        @Bean
        Owner outsideOwner(JdbcConnectionDetails connection, Environment environment) {
            String user = environment.getProperty("spring.liquibase.user", connection.getUsername());
            String password = environment.getProperty("spring.liquibase.password", connection.getPassword());
            return new Owner(connection.getJdbcUrl(), user, password);
        }
    }

    @Bean
    ClockSkew clockSkew(Owner owner) {
        return new ClockSkew(owner.dataSource(), new SystemClock());
    }

    @Bean
    StartLock startLock(Owner owner) {
        return new StartLock(owner.dataSource());
    }

    @Bean
    SpringLiquibase liquibase(Owner owner, ClockSkew clockSkew, StartLock startLock) {
        clockSkew.refuseStart();
        startLock.acquire();
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(owner.dataSource());
        liquibase.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        return liquibase;
    }
}
