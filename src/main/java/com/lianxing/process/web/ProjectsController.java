package com.lianxing.process.web;

import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.Deadline;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.BudgetTotal;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.LinePosition;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.web.Json.Amount;
import com.lianxing.process.web.Json.DeadlineView;
import com.lianxing.process.web.Json.Page;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects, their tasks, their money and their record, for reading. */
@RestController
@RequestMapping("/api/projects")
class ProjectsController {

    private static final int MOST = 200;

    private final Projects projects;
    private final BudgetLedger ledger;
    private final WorkList work;
    private final AuditTrail audit;

    ProjectsController(Projects projects, BudgetLedger ledger, WorkList work, AuditTrail audit) {
        this.projects = projects;
        this.ledger = ledger;
        this.work = work;
        this.audit = audit;
    }

    record BudgetView(Amount limit, Amount held, Amount spent, Amount available) {
        static BudgetView of(BudgetTotal total) {
            return new BudgetView(
                    Amount.of(total.limit()),
                    Amount.of(total.held()),
                    Amount.of(total.spent()),
                    Amount.of(total.available()));
        }
    }

    record ProjectView(
            String code,
            String lifecycle,
            String name,
            String status,
            String owner,
            DeadlineView targetDate,
            @Nullable DeadlineView nextDeadline,
            BudgetView budget) {}

    record TaskView(
            String id,
            String step,
            String name,
            @Nullable String shipmentId,
            @Nullable String assignee,
            Set<String> groups,
            @Nullable DeadlineView due) {}

    record LineView(BudgetLine line, Amount limit, Amount held, Amount spent, Amount excess, Amount available) {
        static LineView of(LinePosition position) {
            return new LineView(
                    position.line(),
                    Amount.of(position.limit()),
                    Amount.of(position.held()),
                    Amount.of(position.spent()),
                    Amount.of(position.excess()),
                    Amount.of(position.available()));
        }
    }

    record EntryView(
            String id,
            String type,
            BudgetLine line,
            Amount usd,
            @Nullable String holdId,
            boolean flagged) {}

    record BudgetDetail(int version, BudgetView total, List<LineView> lines, List<EntryView> entries) {}

    @GetMapping
    Page<ProjectView> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean stale) {
        int size = Math.max(1, Math.min(MOST, limit));
        List<Project> found = stale ? projects.listStale(after, size) : projects.list(after, size);
        List<ProjectCode> codes = found.stream().map(Project::code).toList();
        Map<String, WorkList.NextDeadline> deadlines = work.nextDeadlines(codes);
        Map<ProjectCode, BudgetTotal> budgets = ledger.totals(codes);
        List<ProjectView> views = found.stream()
                .map(project -> view(
                        project,
                        deadlines.get(project.code().value()),
                        budgets.getOrDefault(project.code(), BudgetTotal.NOTHING)))
                .toList();
        return new Page<>(
                views,
                found.size() < size ? null : found.get(found.size() - 1).code().value());
    }

    @GetMapping("/{code}")
    ProjectView one(@PathVariable String code) {
        Project project = require(code);
        return view(
                project,
                work.nextDeadlines(List.of(project.code())).get(project.code().value()),
                ledger.total(project.code()));
    }

    @GetMapping("/{code}/tasks")
    Page<TaskView> tasks(@PathVariable String code) {
        Project project = require(code);
        ZoneId zone = project.target().zone();
        return new Page<>(
                work.open(project.code()).stream().map(item -> task(item, zone)).toList(), null);
    }

    @GetMapping("/{code}/budget")
    BudgetDetail budget(@PathVariable String code) {
        Project project = require(code);
        return new BudgetDetail(
                ledger.budgetVersion(project.code()),
                BudgetView.of(ledger.total(project.code())),
                ledger.positions(project.code()).stream().map(LineView::of).toList(),
                ledger.entries(project.code()).stream()
                        .map(ProjectsController::entry)
                        .toList());
    }

    @GetMapping("/{code}/audit")
    Page<StoredEntry> audit(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        Project project = require(code);
        int size = Math.max(1, Math.min(MOST, limit));
        List<StoredEntry> entries = audit.entries("project", project.code().value(), after, size);
        return new Page<>(
                entries,
                entries.size() < size
                        ? null
                        : String.valueOf(entries.get(entries.size() - 1).seq()));
    }

    private Project require(String code) {
        return projects.find(ProjectCodes.parse(code)).orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code));
    }

    private static ProjectView view(Project project, WorkList.@Nullable NextDeadline nextDeadline, BudgetTotal budget) {
        Deadline target = project.target();
        return new ProjectView(
                project.code().value(),
                project.lifecycle(),
                project.name(),
                project.status().name(),
                project.owner(),
                DeadlineView.of(target),
                DeadlineView.of(nextDeadline == null ? null : nextDeadline.at(), target.zone()),
                BudgetView.of(budget));
    }

    private static TaskView task(WorkItem item, ZoneId zone) {
        return new TaskView(
                item.taskId(),
                item.step(),
                item.name(),
                item.shipmentId(),
                item.assignee(),
                item.groups(),
                DeadlineView.of(item.dueAt(), zone));
    }

    private static EntryView entry(LedgerEntry entry) {
        return new EntryView(
                entry.id(), entry.type().name(), entry.line(), Amount.of(entry.usd()), entry.holdId(), entry.flagged());
    }
}
