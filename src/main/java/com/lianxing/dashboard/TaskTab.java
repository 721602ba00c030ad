package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.ApprovalStep;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.deliverable.ActorNames;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.process.PurchaseLines;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.Project;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.Quote;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.QuoteComparisons.Compared;
import com.lianxing.sourcing.Quotes;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The project tab of a task in Tasklist: project, budget, rows, files, help, and what was decided before. */
@Controller
class TaskTab {

    private final WorkList work;
    private final Sheet.Sheets sheets;
    private final Projects projects;
    private final BudgetLedger ledger;
    private final ApprovalRequests approvals;
    private final Suppliers suppliers;
    private final Quotes quotes;
    private final QuoteComparisons comparisons;
    private final ActorNames names;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    TaskTab(
            WorkList work,
            Sheet.Sheets sheets,
            Projects projects,
            BudgetLedger ledger,
            ApprovalRequests approvals,
            Suppliers suppliers,
            Quotes quotes,
            QuoteComparisons comparisons,
            ActorNames names,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.work = work;
        this.sheets = sheets;
        this.projects = projects;
        this.ledger = ledger;
        this.approvals = approvals;
        this.suppliers = suppliers;
        this.quotes = quotes;
        this.comparisons = comparisons;
        this.names = names;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    record TaskView(
            String id,
            String name,
            String role,
            @Nullable String clocks,
            @Nullable String deadlineKind,
            boolean late,
            boolean mine) {}

    record TabProject(String code, String name, String status, String targetClocks) {}

    record TabMilestone(String name, @Nullable String clocks, boolean late) {}

    record BudgetChange(
            BudgetLine line,
            LinePosition before,
            @Nullable LinePosition after,
            @Nullable Money change,
            @Nullable String warning) {}

    record Approver(
            String role,
            String person,
            String state,
            @Nullable String at,
            @Nullable String comment) {}

    record QuoteRow(
            String supplier,
            String number,
            String price,
            @Nullable Money usd,
            String transit,
            String validUntil,
            boolean chosen,
            @Nullable String fileId) {}

    record ApprovalView(
            String type,
            String reason,
            Money original,
            @Nullable String rate,
            boolean converted,
            @Nullable Money usd,
            String requestedBy,
            String requestedAt,
            @Nullable String vendor,
            String needByClocks,
            @Nullable String rule,
            List<Approver> approvers,
            List<QuoteRow> quotes) {}

    record LineAmountRow(BudgetLine line, Money usd) {}

    record SheetRef(String name, boolean required) {}

    record FileKind(String kind, String label) {}

    record TabFiles(boolean editable, List<FileKind> kinds) {}

    record DecisionRow(String step, String person, @Nullable String verdict, String at, String comment) {}

    @GetMapping("/tab/tasks/{taskId}")
    String tab(@PathVariable String taskId, Model model) {
        Person reader = currentPerson.require();
        WorkItem item = work.visible(taskId, reader.id());
        Project project = projects.require(item.project());
        ApprovalRequest request = approvals.ofInstance(item.processInstanceId()).orElse(null);
        model.addAttribute("task", view(item, reader));
        model.addAttribute(
                "project",
                new TabProject(
                        project.code().value(),
                        project.name(),
                        project.status().name(),
                        BothClocks.text(project.target(), reader.language())));
        model.addAttribute("help", work.help(taskId, reader.language()).orElse(null));
        model.addAttribute("budget", request == null ? null : change(request));
        model.addAttribute("approval", request == null ? null : approval(request, reader));
        model.addAttribute("lines", request == null ? List.of() : lines(request));
        model.addAttribute(
                "sheets",
                item.sheets().stream()
                        .filter(name ->
                                sheets.find(name).flatMap(item::subjectOf).isPresent())
                        .map(name -> new SheetRef(name, item.requiredSheets().contains(name)))
                        .toList());
        model.addAttribute("files", files(item, reader));
        model.addAttribute("decisions", decisions(item, reader));
        return "tab/task";
    }

    private TaskView view(WorkItem item, Person reader) {
        String role = item.groups().stream()
                .findFirst()
                .map(group -> text("role." + group, reader))
                .orElse("");
        Instant due = item.dueAt();
        return new TaskView(
                item.taskId(),
                item.name(reader.language()),
                role,
                due == null ? null : clocks(due, reader),
                messages.getMessage("deadlineKind." + item.deadlineKind(), null, reader.language()),
                due != null && due.isBefore(clock.now()),
                reader.id().equals(item.assignee()));
    }

    private @Nullable BudgetChange change(ApprovalRequest request) {
        BudgetLine line = request.line();
        Money usd = request.usd();
        if (line == null || usd == null) {
            return null;
        }
        LinePosition before = ledger.position(request.code(), line);
        LinePosition after =
                new LinePosition(line, before.limit(), before.held().plus(usd), before.spent(), before.excess());
        return new BudgetChange(line, before, after, usd, null);
    }

    private ApprovalView approval(ApprovalRequest request, Person reader) {
        return new ApprovalView(
                request.effectiveType().name(),
                request.reason(),
                request.original(),
                request.rate() == null ? null : request.rate().value().toPlainString(),
                request.rate() != null && !request.original().equals(request.usd()),
                request.usd(),
                name(request.requestedBy()),
                clocks(request.requestedAt(), reader),
                request.vendorId() == null
                        ? null
                        : suppliers.find(request.vendorId()).map(Supplier::name).orElse(null),
                BothClocks.text(request.needBy(), reader.language()),
                request.routing() == null || request.routing().route() == null
                        ? null
                        : String.valueOf(request.routing().route()),
                approvers(request, reader),
                quotes(request, reader));
    }

    /** What was compared before this was to be bought. */
    private List<QuoteRow> quotes(ApprovalRequest request, Person reader) {
        return PurchaseLines.of(request.line())
                .map(purchase -> quotes(request, purchase, reader))
                .orElse(List.of());
    }

    private List<QuoteRow> quotes(ApprovalRequest request, Purchase purchase, Person reader) {
        List<Compared> compared = comparisons
                .chosen(request.code(), purchase)
                .map(comparisons::compared)
                .orElse(List.of());
        return quotes.current(request.code(), purchase).stream()
                .map(quote -> row(
                        quote,
                        compared.stream().filter(offer -> offer.isOf(quote)).findFirst(),
                        reader))
                .toList();
    }

    private QuoteRow row(Quote quote, Optional<Compared> compared, Person reader) {
        String price = quote.price().toString();
        return new QuoteRow(
                quote.supplier(),
                quote.quoteNo(),
                quote.unit() == null
                        ? price
                        : messages.getMessage(
                                "ui.quote.perUnit",
                                new Object[] {price, text(quote.unit().messageKey(), reader)},
                                reader.language()),
                compared.map(Compared::usd).orElse(null),
                String.valueOf(quote.transitDays()),
                quote.validUntil().toString(),
                compared.map(Compared::chosen).orElse(false),
                null);
    }

    private List<Approver> approvers(ApprovalRequest request, Person reader) {
        List<Approver> approvers = new ArrayList<>();
        boolean now = true;
        for (ApprovalStep step : approvals.chain(request.id())) {
            String role = text(step.role().messageKey(), reader);
            var decision = step.decision();
            if (decision != null) {
                approvers.add(new Approver(
                        role,
                        name(decision.decidedBy()),
                        switch (decision.verdict()) {
                            case APPROVE -> "APPROVED";
                            case REJECT -> "REJECTED";
                            case RETURN -> "RETURNED";
                        },
                        clocks(decision.at(), reader),
                        decision.comment()));
            } else {
                String person = step.person();
                approvers.add(
                        new Approver(role, person == null ? "" : name(person), now ? "NOW" : "LATER", null, null));
                now = false;
            }
        }
        return approvers;
    }

    private static List<LineAmountRow> lines(ApprovalRequest request) {
        return request.lines().stream()
                .map((LineAmount amount) -> new LineAmountRow(amount.line(), amount.usd()))
                .toList();
    }

    private TabFiles files(WorkItem item, Person reader) {
        List<FileKind> kinds = new ArrayList<>();
        item.requiredEvidence().forEach(kind -> kinds.add(new FileKind(kind, text("evidence." + kind, reader))));
        kinds.add(new FileKind("OTHER", text("evidence.OTHER", reader)));
        return new TabFiles(reader.id().equals(item.assignee()), kinds);
    }

    private List<DecisionRow> decisions(WorkItem item, Person reader) {
        List<DecisionRow> rows = new ArrayList<>();
        for (ApprovalRequest request : approvals.of(item.project())) {
            for (ApprovalStep step : approvals.chain(request.id())) {
                var decision = step.decision();
                if (decision != null) {
                    rows.add(new DecisionRow(
                            request.reason(),
                            name(decision.decidedBy()),
                            decision.verdict().name(),
                            clocks(decision.at(), reader),
                            decision.comment()));
                }
            }
        }
        return rows;
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
