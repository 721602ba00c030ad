package com.lianxing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test inside the running product: the suite's one Spring context, engine and database, over HTTP if it likes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = LianxingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = LianxingTest.SuiteDatabase.class)
public @interface LianxingTest {

    String DATABASE = "lianxing_suite";

    /** Points the product at an empty database of the suite's server, as an operator would at an outside one. */
    class SuiteDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = TestDatabase.create(DATABASE) + "?socketFactory=" + BreakableSockets.class.getName();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "suite",
                            Map.ofEntries(
                                    Map.entry("spring.datasource.url", url),
                                    Map.entry("spring.datasource.username", TestDatabase.APP),
                                    Map.entry("spring.datasource.password", TestDatabase.password()),
                                    Map.entry("spring.liquibase.user", TestDatabase.OWNER),
                                    Map.entry("spring.liquibase.password", TestDatabase.password()),
                                    Map.entry("lianxing.embedded", false),
                                    Map.entry("lianxing.data-dir", "target/suite-data"),
                                    Map.entry("lianxing.demo", false),
                                    Map.entry("lianxing.clock", "movable"),
                                    Map.entry("lianxing.secure-cookies", false),
                                    Map.entry("lianxing.admin.id", "admin"),
                                    Map.entry("lianxing.admin.password", "suite-password-1"),
                                    Map.entry("camunda.bpm.job-execution.enabled", false))));
        }
    }
}
