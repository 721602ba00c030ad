package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.audit.AuditReport;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.deliverable.ActorNames;
import com.lianxing.document.Document;
import com.lianxing.document.Documents;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.LandedCosts;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.money.Money;
import com.lianxing.process.Diagrams;
import com.lianxing.process.DoneSteps;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.Milestone;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Everything about one project: dates, money, who did what, files, and whether the record holds. */
@Controller
class ProjectPage {

    private static final Map<String, List<String>> MILESTONES = Map.of(
            "fba-inbound",
            List.of(
                    "PLAN_APPROVED",
                    "GOODS_READY",
                    "INBOUND_PLAN_CONFIRMED",
                    "DEPARTED",
                    "CUSTOMS_RELEASED",
                    "RECEIVED",
                    "SETTLED"),
            "fda-certification",
            List.of("FUNDED", "REGISTERED", "CLEARED", "SETTLED"),
            "black-friday-launch",
            List.of("CHARTERED", "STOCK_COMMITTED", "READY", "LAUNCH_DECIDED", "EVENT_OVER", "ACCOUNTED"));

    private final Projects projects;
    private final DoneSteps steps;
    private final People people;
    private final BudgetLedger ledger;
    private final WorkList work;
    private final Diagrams diagrams;
    private final Documents documents;
    private final Inbound inbound;
    private final LandedCosts landedCosts;
    private final Catalog catalog;
    private final AuditVerifier verifier;
    private final ProjectControls controls;
    private final ProjectLinkCard linkCard;
    private final OutsideWorkCard outsideWork;
    private final ScheduleCard scheduleCard;
    private final ActorNames names;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    ProjectPage(
            Projects projects,
            DoneSteps steps,
            People people,
            BudgetLedger ledger,
            WorkList work,
            Diagrams diagrams,
            Documents documents,
            Inbound inbound,
            LandedCosts landedCosts,
            Catalog catalog,
            AuditVerifier verifier,
            ProjectControls controls,
            ProjectLinkCard linkCard,
            OutsideWorkCard outsideWork,
            ScheduleCard scheduleCard,
            ActorNames names,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.projects = projects;
        this.steps = steps;
        this.people = people;
        this.ledger = ledger;
        this.work = work;
        this.diagrams = diagrams;
        this.documents = documents;
        this.inbound = inbound;
        this.landedCosts = landedCosts;
        this.catalog = catalog;
        this.verifier = verifier;
        this.controls = controls;
        this.linkCard = linkCard;
        this.outsideWork = outsideWork;
        this.scheduleCard = scheduleCard;
        this.names = names;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    record ProjectView(
            String code,
            String name,
            String lifecycle,
            String status,
            String owner,
            String sponsor,
            String department,
            String targetClocks,
            String channels) {}

    record OpenTask(
            String id, String name, String who, @Nullable String clocks, boolean late) {}

    record Member(String role, String person) {}

    /** @param expected when it will be reached as things stand, and how many days before it must be; null once it is */
    record MilestoneView(
            String name,
            @Nullable String reached,
            String state,
            @Nullable String expected,
            @Nullable Long slackDays) {}

    record EntryView(
            String at,
            EntryType type,
            BudgetLine line,
            Money usd,
            Money original,
            String rate,
            String person,
            String reference,
            String memo,
            boolean flagged) {}

    record StepDone(
            String name, @Nullable String shipment, String person, String at, List<DoneSteps.Entered> entered) {}

    record FileRow(
            String id,
            String name,
            String kind,
            int version,
            String size,
            String sha256,
            String uploadedBy,
            String uploadedAt) {}

    record AuditView(boolean sound, long entries, String checkedAt, List<String> findings) {}

    record LandedRow(
            String sku,
            String name,
            long units,
            Money total,
            @Nullable Money perUnit) {}

    @GetMapping("/projects/{code}")
    String project(@PathVariable String code, Model model) {
        Person reader = currentPerson.require();
        Project project = find(code);
        ProjectCode id = project.code();
        boolean budgeted = ledger.budgetVersion(id) > 0;
        model.addAttribute("project", view(project, reader));
        model.addAttribute(
                "openTasks",
                work.open(id).stream().map(item -> openTask(item, reader)).toList());
        model.addAttribute("team", team(id, reader));
        model.addAttribute("total", budgeted ? ledger.total(id) : null);
        model.addAttribute("lines", ledger.positions(id));
        model.addAttribute("entries", entries(id, reader));
        model.addAttribute("steps", done(id, reader));
        model.addAttribute("files", files(id, reader));
        model.addAttribute("diagrams", diagrams.of(id, reader.language()));
        model.addAttribute("audit", audit(id, reader));
        controls.write(project, reader, model);
        linkCard.write(project, reader, model);
        outsideWork.write(project, reader, model);
        ProjectSchedule planned = scheduleCard.write(project, reader, model);
        model.addAttribute("milestones", milestones(project, planned, reader));
        List<LandedRow> landed = landed(id, reader.language());
        model.addAttribute("landed", landed);
        model.addAttribute(
                "landedTotal",
                landed.isEmpty()
                        ? null
                        : landed.stream().map(LandedRow::total).reduce(Money.zero(Charge.USD), Money::plus));
        return "project";
    }

    private Project find(String code) {
        try {
            return projects.find(new ProjectCode(code))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, code, e);
        }
    }

    private ProjectView view(Project project, Person reader) {
        return new ProjectView(
                project.code().value(),
                project.name(),
                text("lifecycle." + project.lifecycle(), reader),
                project.status().name(),
                name(project.owner()),
                name(project.sponsor()),
                people.departments().stream()
                        .filter(department -> department.id().equals(project.department()))
                        .map(department -> department.name(reader.language()))
                        .findFirst()
                        .orElse(project.department()),
                BothClocks.text(project.target(), reader.language()),
                project.channels().stream()
                        .sorted()
                        .map(channel -> text(channel.messageKey(), reader))
                        .collect(Collectors.joining(", ")));
    }

    private OpenTask openTask(WorkItem item, Person reader) {
        String who = item.assignee() != null
                ? name(item.assignee())
                : item.groups().stream()
                        .map(group -> text("role." + group, reader))
                        .collect(Collectors.joining(", "));
        Instant due = item.dueAt();
        return new OpenTask(
                item.taskId(),
                item.name(reader.language()) + (item.shipmentId() == null ? "" : " · " + item.shipmentId()),
                who,
                due == null ? null : clocks(due, reader),
                due != null && due.isBefore(clock.now()));
    }

    private List<Member> team(ProjectCode code, Person reader) {
        return new TreeMap<>(projects.team(code))
                .entrySet().stream()
                        .map(member -> new Member(text(member.getKey().messageKey(), reader), name(member.getValue())))
                        .toList();
    }

    private List<MilestoneView> milestones(Project project, @Nullable ProjectSchedule planned, Person reader) {
        Map<String, Instant> reached =
                projects.milestones(project.code()).stream().collect(Collectors.toMap(Milestone::key, Milestone::at));
        List<MilestoneView> views = new ArrayList<>();
        boolean next = true;
        for (String key : MILESTONES.getOrDefault(project.lifecycle(), List.of())) {
            Instant at = reached.get(key);
            String state = at != null ? "DONE" : next ? "NEXT" : "LATER";
            next = next && at != null;
            Schedule.Row row =
                    at == null && planned != null ? planned.milestones().get(key) : null;
            views.add(new MilestoneView(
                    text("milestone." + key, reader),
                    at == null ? null : clocks(at, reader),
                    state,
                    row == null ? null : clocks(row.earliest().finish(), reader),
                    row == null ? null : row.slack().toDays()));
        }
        return views;
    }

    private List<EntryView> entries(ProjectCode code, Person reader) {
        List<EntryView> views = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries(code)) {
            String invoice = entry.invoiceNo();
            String hold = entry.holdId();
            views.add(new EntryView(
                    clocks(entry.at(), reader),
                    entry.type(),
                    entry.line(),
                    entry.usd(),
                    entry.original(),
                    entry.rate().value().toPlainString(),
                    name(entry.mandate().postedBy()),
                    invoice != null ? invoice : hold != null ? hold : "",
                    entry.memo(),
                    entry.flagged()));
        }
        Collections.reverse(views);
        return views;
    }

    private List<StepDone> done(ProjectCode code, Person reader) {
        List<StepDone> views = new ArrayList<>(steps.of(code, reader).stream()
                .map(done -> new StepDone(
                        done.name(),
                        done.step().shipmentId(),
                        name(done.step().person()),
                        clocks(done.step().at(), reader),
                        done.entered()))
                .toList());
        Collections.reverse(views);
        return views;
    }

    private List<FileRow> files(ProjectCode code, Person reader) {
        List<Document> all = new ArrayList<>(documents.list("project", code.value()));
        inbound.shipments(code).forEach(shipment -> all.addAll(documents.list("shipment", shipment.id())));
        return all.stream()
                .map(file -> new FileRow(
                        file.id().toString(),
                        file.name(),
                        messages.getMessage("evidence." + file.kind(), null, file.kind(), reader.language()),
                        file.version(),
                        Math.max(1, file.size() / 1024) + " kB",
                        file.sha256(),
                        name(file.uploadedBy()),
                        clocks(file.uploadedAt(), reader)))
                .toList();
    }

    private AuditView audit(ProjectCode code, Person reader) {
        AuditReport report = verifier.verify(Projects.SUBJECT, code.value());
        return new AuditView(
                report.isSound(),
                report.entries(),
                clocks(clock.now(), reader),
                report.findings().stream().map(Object::toString).toList());
    }

    private List<LandedRow> landed(ProjectCode code, Locale language) {
        Map<String, List<LandedCosts.Share>> bySku = landedCosts.of(code).stream()
                .collect(Collectors.groupingBy(LandedCosts.Share::sku, TreeMap::new, Collectors.toList()));
        return bySku.entrySet().stream()
                .map(entry -> {
                    Money total = entry.getValue().stream()
                            .map(LandedCosts.Share::cost)
                            .reduce(Money.zero(Charge.USD), Money::plus);
                    long units = entry.getValue().get(0).units();
                    Money perUnit = units == 0
                            ? null
                            : total.split(Collections.nCopies(Math.toIntExact(units), 1L))
                                    .get(0);
                    String name = catalog.find(entry.getKey())
                            .map(sku -> language.getLanguage().equals("zh") ? sku.nameZh() : sku.nameEn())
                            .orElse("");
                    return new LandedRow(entry.getKey(), name, units, total, perUnit);
                })
                .toList();
    }

    private String name(String person) {
        return names.of(person);
    }

    private static String clocks(Instant instant, Person reader) {
        return BothClocks.text(instant, reader.zone(), reader.language());
    }

    private String text(String key, Person reader) {
        return messages.getMessage(key, null, reader.language());
    }
}
