package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.Sheet.Saved;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The grids of a task's project tab: read by whoever may see the task, changed by the person the task is assigned to. */
@RestController
@RequestMapping("/api/tasks/{taskId}/sheets/{name}")
class TaskSheetsController {

    private final WorkList work;
    private final Sheet.Sheets sheets;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;

    TaskSheetsController(WorkList work, Sheet.Sheets sheets, CurrentPerson currentPerson, MessageSource messages) {
        this.work = work;
        this.sheets = sheets;
        this.currentPerson = currentPerson;
        this.messages = messages;
    }

    record OptionView(String value, String label) {}

    record ColumnView(
            String key,
            String label,
            String type,
            boolean required,
            boolean readOnly,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<OptionView> options) {}

    record RowBody(@NotNull Map<String, String> values) {}

    record SheetView(
            String sheet, String title, boolean editable, List<ColumnView> columns, List<RowBody> rows, long version) {}

    record SheetBody(long version, @NotNull List<@NotNull @Valid RowBody> rows) {}

    record ErrorView(int row, @Nullable String column, String message) {}

    @GetMapping
    SheetView read(@PathVariable String taskId, @PathVariable String name) {
        Person reader = currentPerson.require();
        WorkItem item = work.visible(taskId, reader.id());
        Sheet sheet = sheetOf(item, name);
        return view(item, sheet, subject(item, sheet), reader);
    }

    /** 422 with the cells to blame, 409 if somebody saved first, 403 unless the task is assigned to the caller. */
    @PutMapping
    SheetView save(@PathVariable String taskId, @PathVariable String name, @Valid @RequestBody SheetBody body) {
        Person reader = currentPerson.require();
        WorkItem item = work.visible(taskId, reader.id());
        Sheet sheet = sheetOf(item, name);
        if (!reader.id().equals(item.assignee())) {
            throw Refusal.duty("SHEET_BY_ASSIGNEE");
        }
        if (!item.editableSheets().contains(name)) {
            throw Refusal.rule("SHEET_READ_ONLY");
        }
        Sheet.Subject subject = subject(item, sheet);
        List<Map<String, String>> rows =
                body.rows().stream().map(RowBody::values).toList();
        Saved saved = sheet.save(subject, body.version(), rows, reader.id());
        if (saved instanceof Saved.Outdated) {
            throw Refusal.lost("SHEET_OUTDATED");
        }
        if (saved instanceof Saved.Refused refused) {
            throw refusedCells(refused, reader.language());
        }
        return view(item, sheet, subject, reader);
    }

    private Sheet sheetOf(WorkItem item, String name) {
        if (!item.sheets().contains(name)) {
            throw Refusal.notFound("SHEET_UNKNOWN", name);
        }
        return sheets.find(name).orElseThrow(() -> Refusal.notFound("SHEET_UNKNOWN", name));
    }

    private static Sheet.Subject subject(WorkItem item, Sheet sheet) {
        return item.subjectOf(sheet).orElseThrow(() -> Refusal.notFound("SHEET_UNKNOWN", sheet.name()));
    }

    private SheetView view(WorkItem item, Sheet sheet, Sheet.Subject subject, Person reader) {
        Sheet.Content content = sheet.read(subject);
        boolean editable =
                reader.id().equals(item.assignee()) && item.editableSheets().contains(sheet.name());
        return new SheetView(
                sheet.name(),
                text("sheet." + sheet.name(), reader.language()),
                editable,
                sheet.columns().stream()
                        .map(column -> column(sheet, subject, column, reader.language()))
                        .toList(),
                content.rows().stream().map(RowBody::new).toList(),
                content.version());
    }

    private ColumnView column(Sheet sheet, Sheet.Subject subject, Column column, Locale language) {
        boolean number = column.type() == Sheet.Type.INTEGER || column.type() == Sheet.Type.DECIMAL;
        return new ColumnView(
                column.key(),
                text("sheet." + sheet.name() + "." + column.key(), language),
                column.type().name().toLowerCase(Locale.ROOT),
                column.required(),
                false,
                number ? column.least() : null,
                number ? column.most() : null,
                sheet.options(subject, column).stream()
                        .map(option -> new OptionView(option, optionLabel(column, option, language)))
                        .toList());
    }

    private String optionLabel(Column column, String option, Locale language) {
        return column.optionTexts() == null ? option : text(column.optionTexts() + option, language);
    }

    private ErrorResponseException refusedCells(Saved.Refused refused, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setType(URI.create("urn:lianxing:problem:sheet-refused"));
        problem.setTitle(text("sheet.refused.title", language));
        problem.setDetail(text("sheet.refused.detail", language));
        problem.setProperty(
                "errors",
                refused.errors().stream()
                        .map(error -> new ErrorView(error.row(), error.column(), message(error, language)))
                        .toList());
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }

    private String message(CellError error, Locale language) {
        return messages.getMessage(error.messageKey(), error.arguments().toArray(), language);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
