package com.lianxing.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Channel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LianxingTest
class ProjectStepsTest {

    private static final Instant AT = Instant.parse("2026-09-01T02:00:00.000001Z");
    private static final String FORM = "f".repeat(64);

    @Autowired
    private ProjectSteps steps;

    @Autowired
    private Projects projects;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Clock clock;

    private ProjectCode code = new ProjectCode("FBA-US-2026-000");

    @BeforeEach
    void aProject() {
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        String owner = Staff.hired(identity, people, "s-owner", "Asia/Shanghai", Role.PROJECT_MANAGER);
        String sponsor = Staff.hired(identity, people, "s-sponsor", "Asia/Shanghai");
        code = ((Registration.Registered) projects.register(new NewProject(
                        "fba-inbound",
                        "steps " + UUID.randomUUID(),
                        owner,
                        sponsor,
                        Staff.DEPARTMENT,
                        LocalDateTime.ofInstant(clock.now(), zone).plusDays(60),
                        zone,
                        Set.of(Channel.AMAZON_US),
                        UUID.randomUUID().toString(),
                        Map.of())))
                .project()
                .code();
    }

    @Test
    void aSubmissionReadsBackAsItWas() {
        Map<String, Object> values =
                Map.of("poNo", "PO-1 ‘尾款’", "depositPct", 30L, "amount", "1234.50", "urgent", true);
        steps.record(code, null, "place-order", code + "-1", "s-owner", AT, values, FORM);
        assertThat(steps.list(code))
                .containsExactly(new ProjectStep(code, null, "place-order", code + "-1", "s-owner", AT, values, FORM));
    }

    @Test
    void theLastSubmissionOfAStepIsFoundPerShipment() {
        steps.record(code, null, "pay", code + "-1", "s-owner", AT, Map.of("n", 1L), FORM);
        steps.record(code, "S1", "pay", code + "-2", "s-owner", AT, Map.of("n", 2L), FORM);
        steps.record(code, "S1", "pay", code + "-3", "s-owner", AT, Map.of("n", 3L), FORM);
        assertThat(steps.latest(code, "pay")).map(ProjectStep::values).contains(Map.of("n", 1L));
        assertThat(steps.latest(code, "S1", "pay")).map(ProjectStep::values).contains(Map.of("n", 3L));
        assertThat(steps.latest(code, "S2", "pay")).isEmpty();
    }

    @Test
    void aTaskIsKeptOnceAndOtherContentIsAnError() {
        steps.record(code, null, "pay", code + "-1", "s-owner", AT, Map.of("a", 1L, "b", "2"), FORM);
        steps.record(code, null, "pay", code + "-1", "s-owner", AT.plusSeconds(1), Map.of("b", "2", "a", 1L), FORM);
        assertThat(steps.list(code)).hasSize(1);
        assertThatThrownBy(() ->
                        steps.record(code, null, "pay", code + "-1", "s-owner", AT, Map.of("a", 2L, "b", "2"), FORM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other content");
    }
}
