package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.calendar.MovableClock;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Passwords, guessing them, and what a browser is told to keep to itself. */
@LianxingTest
class SignInTest {

    private static final String ACCOUNT = "forgetful";

    @LocalServerPort
    private int port;

    @Autowired
    private EnginePeople people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter security;

    @AfterEach
    void forget() {
        clock.release();
        people.remove(ACCOUNT);
    }

    @Test
    void guessingIsSlowedDownAndThenEnded() {
        people.have(ACCOUNT, Role.OPERATIONS);
        clock.moveTo(clock.now());

        assertThat(signsIn("wrong horse battery")).isFalse();
        assertThat(signsIn(EnginePeople.PASSWORD)).as("at once").isFalse();
        clock.moveBy(Duration.ofSeconds(4));
        assertThat(signsIn(EnginePeople.PASSWORD)).as("after three seconds").isTrue();

        jdbc.sql("update act_id_user set attempts_ = 9 where id_ = ?")
                .param(ACCOUNT)
                .update();
        clock.moveBy(Duration.ofHours(1));
        assertThat(signsIn("wrong horse battery")).isFalse();
        clock.moveBy(Duration.ofDays(1));
        assertThat(signsIn(EnginePeople.PASSWORD)).as("after the tenth").isFalse();
        assertThat(Visitor.program(port, ACCOUNT, EnginePeople.PASSWORD)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(401);
        identity.unlockUser(ACCOUNT);
        assertThat(signsIn(EnginePeople.PASSWORD)).as("unlocked").isTrue();
    }

    @Test
    void aWeakPasswordIsTakenOnNoPath() {
        Visitor admin = Visitor.program(port, "admin", "suite-password-1");
        for (String weak : List.of("short", "forgetful-01")) {
            String user = "{\"profile\":{\"id\":\"forgetful\",\"firstName\":\"F\",\"lastName\":\"L\"},"
                    + "\"credentials\":{\"password\":\"" + weak + "\"}}";
            var answer = admin.post("/engine-rest/user/create", user);
            assertThat(answer.statusCode()).as(weak + answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("至少 12 个字符");
            User made = identity.newUser(ACCOUNT);
            made.setPassword(weak);
            assertThatThrownBy(() -> identity.saveUser(made)).as(weak).isInstanceOf(RuntimeException.class);
        }
        assertThat(identity.createUserQuery().userId(ACCOUNT).count()).isZero();

        people.have(ACCOUNT, Role.OPERATIONS);
        String stored = jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(ACCOUNT)
                .query(String.class)
                .single();
        assertThat(stored).startsWith("{PBKDF2-SHA256-310000}").doesNotContain(EnginePeople.PASSWORD);
    }

    @Test
    void cookiesStayInTheBrowserAndOnTheSite() {
        Visitor nobody = Visitor.nobody(port);
        String session = nobody.get("/login").headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("LIANXING="))
                .findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Lax");
        people.have(ACCOUNT, Role.OPERATIONS);
        Visitor person = Visitor.nobody(port);
        person.fill("/login", "/login", Map.of("username", ACCOUNT, "password", EnginePeople.PASSWORD));
        String token = person.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .findFirst()
                .orElseThrow();
        assertThat(token).contains("SameSite=Strict");
    }

    @Test
    void overTlsTheBrowserIsToldToStayThere() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setServletPath("/login");
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        security.doFilter(request, response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void nobodyIsServedWithoutAnAdministrator() throws IOException {
        List<User> administrators = identity.createUserQuery()
                .memberOfGroup(Role.CAMUNDA_ADMIN.id())
                .list();
        administrators.forEach(user -> identity.deleteMembership(user.getId(), Role.CAMUNDA_ADMIN.id()));
        try {
            assertThatThrownBy(() -> named(null, null).ensure(identity))
                    .isInstanceOf(NoAdministrator.class)
                    .hasMessageContaining("empty");
            assertThatThrownBy(() -> named(ACCOUNT, "").ensure(identity)).isInstanceOf(NoAdministrator.class);
            assertThatThrownBy(() -> named(ACCOUNT, "short").ensure(identity))
                    .isInstanceOf(NoAdministrator.class)
                    .hasMessageContaining("easy to guess");
            assertThat(identity.createUserQuery().userId(ACCOUNT).count()).isZero();
        } finally {
            administrators.forEach(user -> identity.createMembership(user.getId(), Role.CAMUNDA_ADMIN.id()));
        }
    }

    private static Administrator named(@Nullable String id, @Nullable String password) {
        return new Administrator(id, password, Locale.CHINESE, ZoneId.of("Asia/Shanghai"));
    }

    private boolean signsIn(String password) {
        String location = Visitor.nobody(port)
                .fill("/login", "/login", Map.of("username", ACCOUNT, "password", password))
                .headers()
                .firstValue("Location")
                .orElse("");
        return !location.endsWith("/login?error");
    }
}
