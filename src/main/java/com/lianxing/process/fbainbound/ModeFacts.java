package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.ModeAssessment;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.temporal.ChronoUnit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mode of transport that the rules recommend, and what each leaves of the time. */
@Component
class ModeFacts implements FormFacts {

    /** Later than this is a mode whose lead time nobody entered. */
    private static final long UNKNOWN = 5_000;

    private final ModeAssessment modes;
    private final Projects projects;
    private final Clock clock;
    private final MessageSource messages;

    ModeFacts(ModeAssessment modes, Projects projects, Clock clock, MessageSource messages) {
        this.modes = modes;
        this.projects = projects;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "modeFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Project plan = projects.require(project);
        ModeAssessment.Modes slack = modes.of(project);
        long days = ChronoUnit.DAYS.between(
                clock.today(plan.target().zone()), plan.target().local().toLocalDate());
        view.variable(FbaInbound.RECOMMENDED_MODE)
                .ifPresent(mode -> lines.line("fact.mode.recommended", lines.text("fact.mode." + mode)));
        lines.line("fact.mode.goods", slack.volumeLitres(), days);
        slack(lines, "OCEAN_FCL", slack.slackOcean());
        slack(lines, "OCEAN_LCL", slack.slackLcl());
        slack(lines, "OCEAN_FAST", slack.slackFastOcean());
        slack(lines, "AIR", slack.slackAir());
        if (slack.airForbidden()) {
            lines.item("fact.mode.grounded");
        } else if (slack.airGainUsdMinor() > 0) {
            lines.item("fact.mode.airGain", FactLines.amount(Money.ofMinor(slack.airGainUsdMinor(), "USD")));
        }
        return lines.markdown();
    }

    private static void slack(FactLines lines, String mode, long days) {
        String name = lines.text("fact.mode." + mode);
        if (days < -UNKNOWN) {
            lines.item("fact.mode.unknown", name);
        } else if (days < 0) {
            lines.item("fact.mode.late", name, -days);
        } else {
            lines.item("fact.mode.slack", name, days);
        }
    }
}
