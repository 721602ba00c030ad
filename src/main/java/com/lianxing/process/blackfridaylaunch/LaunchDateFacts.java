package com.lianxing.process.blackfridaylaunch;

import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.launch.ChannelDates;
import com.lianxing.launch.Launches;
import com.lianxing.launch.Placement;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** When the event is, and the days left before each date of the channels. */
@Component
class LaunchDateFacts implements FormFacts {

    private final Projects projects;
    private final Launches launches;
    private final ObjectProvider<ProjectSchedules> schedules;
    private final Clock clock;
    private final MessageSource messages;

    LaunchDateFacts(
            Projects projects,
            Launches launches,
            ObjectProvider<ProjectSchedules> schedules,
            Clock clock,
            MessageSource messages) {
        this.schedules = schedules;
        this.projects = projects;
        this.launches = launches;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "launchDateFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        lines.line("fact.target", BothClocks.text(projects.require(project).target(), reader.language()));
        for (ChannelDates dates : launches.calendar(project)) {
            String channel = lines.text(dates.channel().messageKey());
            lines.item(
                    dates.isConfirmed() ? "fact.channel.confirmed" : "fact.channel.provisional",
                    channel,
                    BothClocks.text(dates.start(), reader.language()),
                    BothClocks.text(dates.end(), reader.language()));
            date(lines, reader, "fact.channel.dealsClose", dates.dealsClose());
            for (Placement placement : Placement.values()) {
                dates.arriveBy(placement)
                        .ifPresent(until -> date(lines, reader, "fact.channel.arriveBy." + placement, until));
            }
        }
        projects.find(project)
                .flatMap(found -> schedules.getObject().of(found, reader.language()))
                .ifPresent(planned -> lines.line(
                        planned.schedule().isFeasible() ? "fact.plan.kept" : "fact.plan.missed",
                        BothClocks.text(
                                planned.schedule().finish(),
                                projects.require(project).target().zone(),
                                reader.language()),
                        planned.schedule().buffer().toDays()));
        return lines.markdown();
    }

    private void date(FactLines lines, Reader reader, String key, Deadline until) {
        long days = Duration.between(clock.now(), until.instant()).toDays();
        lines.item(key, BothClocks.text(until, reader.language()), days);
    }
}
