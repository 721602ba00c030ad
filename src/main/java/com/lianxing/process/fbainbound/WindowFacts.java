package com.lianxing.process.fbainbound;

import com.lianxing.calendar.BothClocks;
import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.AmazonOffers.Window;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** When Amazon's warehouses can take each shipment, beside the project's target date. */
@Component
class WindowFacts implements FormFacts {

    private final AmazonOffers offers;
    private final Projects projects;
    private final MessageSource messages;

    WindowFacts(AmazonOffers offers, Projects projects, MessageSource messages) {
        this.offers = offers;
        this.projects = projects;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "windowFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        Project project = projects.require(new ProjectCode(view.projectCode().orElseThrow()));
        lines.line("fact.windows.target", BothClocks.text(project.target(), reader.language()));
        List<Window> windows = offers.windows(project.code());
        lines.line(windows.isEmpty() ? "fact.windows.none" : "fact.windows.offers");
        windows.forEach(window -> lines.item(
                "fact.windows.offer",
                Markdown.escape(window.confirmationId()),
                window.firstDay().toString(),
                window.lastDay().toString(),
                availability(window, lines),
                BothClocks.text(window.validUntil(), AmazonOffers.AMAZON_US, reader.language())));
        return lines.markdown();
    }

    /** A word that Amazon has added since is shown as it is. */
    private static String availability(Window window, FactLines lines) {
        return switch (window.availability()) {
            case "AVAILABLE", "CONGESTED", "BLOCKED", "DISCOUNTED" ->
                lines.text("fact.windows." + window.availability());
            default -> Markdown.escape(window.availability());
        };
    }
}
