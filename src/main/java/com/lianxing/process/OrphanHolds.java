package com.lianxing.process;

import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Money set aside for a project whose process is gone, because somebody removed the instance past the application: no
 * step is left that would spend it or give it back. Looked for each night; the project's owner and its finance are told
 * once.
 */
@Component
class OrphanHolds {

    /** Also what the tests of faults ask for after whatever they broke. */
    static final String SQL = """
            select hold.hold_id, hold.project_code, hold.line,
                   hold.usd_minor - hold.settled_minor - hold.released_minor as rest_minor
            from hold join project on project.code = hold.project_code
            where hold.status = 'OPEN' and not exists (
              select 1 from act_ru_execution instance
              where instance.business_key_ = project.code and instance.parent_id_ is null
                and split_part(instance.proc_def_id_, ':', 1) = project.lifecycle)
            order by hold.project_code, hold.hold_id""";

    private static final Logger LOG = LoggerFactory.getLogger(OrphanHolds.class);

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Outbox outbox;
    private final MessageSource texts;
    private final Clock clock;

    OrphanHolds(JdbcClient jdbc, Projects projects, Outbox outbox, MessageSource texts, Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    record OrphanHold(String id, ProjectCode project, BudgetLine line, Money rest) {}

    @Scheduled(cron = "${lianxing.orphan-holds.cron:0 30 3 * * *}", zone = "UTC")
    void report() {
        find().forEach(this::report);
    }

    List<OrphanHold> find() {
        return jdbc.sql(SQL)
                .query((row, number) -> new OrphanHold(
                        row.getString("hold_id"),
                        new ProjectCode(row.getString("project_code")),
                        BudgetLine.valueOf(row.getString("line")),
                        Money.ofMinor(row.getLong("rest_minor"), Charge.USD)))
                .list();
    }

    private void report(OrphanHold hold) {
        LOG.warn("{} holds {} on {} and its process is gone: {}", hold.project(), hold.rest(), hold.line(), hold.id());
        String owner = projects.require(hold.project()).owner();
        String finance = projects.memberFor(hold.project(), Role.FINANCE).orElse(owner);
        Stream.of(owner, finance)
                .distinct()
                .forEach(person -> outbox.put(new Notification(
                        String.join(":", "ORPHAN_HOLD", hold.id(), hold.rest().toString(), person),
                        person,
                        "ORPHAN_HOLD",
                        hold.project().value(),
                        text(hold, Locale.CHINESE),
                        text(hold, Locale.ENGLISH),
                        clock.now())));
    }

    private String text(OrphanHold hold, Locale language) {
        String line = texts.getMessage("budgetLine." + hold.line(), null, language);
        Object[] arguments = {hold.project().value(), hold.rest().toString(), line};
        return texts.getMessage("notice.orphanHold", arguments, language);
    }
}
