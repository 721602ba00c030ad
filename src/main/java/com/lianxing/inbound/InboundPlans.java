package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a project's goods travel, and under which plan Amazon expects them; a later choice replaces an earlier one. */
@Service
public class InboundPlans {

    private static final ZoneId AMAZON_US = ZoneId.of("America/Los_Angeles");

    private final JdbcClient jdbc;
    private final Clock clock;

    InboundPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param volumeCbm in cubic metres, of everything that is shipped */
    public record FreightChoice(String mode, String incoterm, String lane, BigDecimal volumeCbm, BigDecimal grossKg) {}

    public void choose(ProjectCode project, FreightChoice choice, String by) {
        jdbc.sql("""
                        insert into freight_choice (project_code, mode, incoterm, lane, volume_cbm, gross_kg, chosen_by, chosen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        choice.mode(),
                        choice.incoterm(),
                        choice.lane(),
                        choice.volumeCbm(),
                        choice.grossKg(),
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last choice of the project. */
    public Optional<FreightChoice> choice(ProjectCode project) {
        return jdbc.sql("""
                        select mode, incoterm, lane, volume_cbm, gross_kg from freight_choice
                        where project_code = ? order by id desc limit 1""")
                .param(project.value())
                .query((row, number) -> new FreightChoice(
                        row.getString("mode"),
                        row.getString("incoterm"),
                        row.getString("lane"),
                        row.getBigDecimal("volume_cbm"),
                        row.getBigDecimal("gross_kg")))
                .optional();
    }

    /** Notes that the project's last plan is void; Amazon expects nothing of it any more. Once is enough. */
    public void voidPlan(ProjectCode project, String by) {
        jdbc.sql("""
                        insert into amazon_plan_void (project_code, plan_id, voided_by, voided_at)
                        select project_code, plan_id, ?, ? from amazon_plan where project_code = ? order by id desc limit 1
                        on conflict (project_code, plan_id) do nothing""")
                .params(by, clock.now().atOffset(ZoneOffset.UTC), project.value())
                .update();
    }

    /** Whether the project's last plan was voided. */
    public boolean isVoid(ProjectCode project) {
        return jdbc.sql("""
                        select exists (select 1 from amazon_plan_void v where v.project_code = p.project_code
                          and v.plan_id = p.plan_id)
                        from amazon_plan p where p.project_code = ? order by p.id desc limit 1""")
                .param(project.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** @param created when the plan was made at Amazon, from which its own time limits run */
    public void enterPlan(ProjectCode project, String planId, String name, Deadline created, String by) {
        jdbc.sql("""
                        insert into amazon_plan (project_code, plan_id, name, created_local, created_zone, created_at, entered_by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        planId,
                        name,
                        created.local(),
                        created.zone().getId(),
                        created.instant().atOffset(ZoneOffset.UTC),
                        by)
                .update();
    }

    /** The same, as Amazon made it for us; a second time it changes nothing. */
    @Transactional
    public void enterAmazonsPlan(ProjectCode project, String planId, String name, Instant created) {
        if (latest(project).filter(planId::equals).isEmpty()) {
            LocalDateTime local = LocalDateTime.ofInstant(created, AMAZON_US);
            enterPlan(project, planId, name, new Deadline(local, AMAZON_US, DeadlineKind.PLATFORM), "amazon");
        }
    }

    /** When the plan that counts was made at Amazon. */
    public Optional<Instant> createdAt(ProjectCode project) {
        return jdbc.sql("select created_at from amazon_plan where project_code = ? order by id desc limit 1")
                .param(project.value())
                .query((row, number) -> row.getTimestamp("created_at").toInstant())
                .optional();
    }

    /** Id of the plan that counts. */
    public Optional<String> latest(ProjectCode project) {
        return jdbc.sql("select plan_id from amazon_plan where project_code = ? order by id desc limit 1")
                .param(project.value())
                .query(String.class)
                .optional();
    }

    /** The project that has the plan, or had it before another one. */
    public Optional<ProjectCode> projectOf(String planId) {
        return jdbc.sql("select project_code from amazon_plan where plan_id = ? order by id desc limit 1")
                .param(planId)
                .query(String.class)
                .optional()
                .map(ProjectCode::new);
    }
}
