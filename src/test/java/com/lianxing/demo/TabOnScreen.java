package com.lianxing.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The project tab of a task as a person uses it: rows of its sheets, and files. */
final class TabOnScreen {

    /** A file let go over an element, as the browser tells it. */
    private static final String DROP = """
            (zone, { name, content }) => {
              const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([bytes], name, { type: 'application/pdf' }));
              for (const type of ['dragenter', 'dragover', 'drop']) {
                zone.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
              }
            }
            """;

    private final Frame frame;

    TabOnScreen(Frame frame) {
        this.frame = frame;
    }

    Frame frame() {
        return frame;
    }

    /** The first card: project, due date, milestone. */
    Locator facts() {
        return frame.locator("section[aria-labelledby='tab-project']");
    }

    /** The amount that an approval is asked for. */
    Locator asked() {
        return frame.locator("section[aria-labelledby='tab-approval'] strong");
    }

    /** Names of the sheets that wait for rows. */
    List<String> emptySheets() {
        frame.waitForFunction(
                "() => [...document.querySelectorAll('[data-sheet]')].every((it) => it.querySelector('table'))");
        return frame.locator("[data-sheet]:has(.toolbar .primary):has(tr.empty)").all().stream()
                .map(sheet -> sheet.getAttribute("data-sheet"))
                .toList();
    }

    private Locator sheet(String name) {
        return frame.locator("[data-sheet='" + name + "']");
    }

    /** Types row by row, going on with the tabulator. */
    void type(String name, List<Map<String, String>> rows) {
        Locator sheet = sheet(name);
        for (int index = 0; index < rows.size(); index++) {
            Map<String, String> row = rows.get(index);
            for (String column : withNewRow(sheet)) {
                Locator cell = sheet.locator("[data-row='%d'][data-column='%s']".formatted(index, column));
                assertThat(cell).isFocused();
                String value = row.getOrDefault(column, "");
                if ("SELECT".equals(cell.evaluate("it => it.tagName"))) {
                    cell.selectOption(value);
                } else {
                    frame.page().keyboard().type(value);
                }
                frame.page().keyboard().press("Tab");
            }
        }
    }

    /** Pastes all rows at once, as they come from a spreadsheet. */
    void paste(String name, List<Map<String, String>> rows) {
        Locator sheet = sheet(name);
        List<String> columns = withNewRow(sheet);
        String cells = rows.stream().map(row -> joined(columns, row, "\t")).collect(Collectors.joining("\n"));
        frame.page().evaluate("text => navigator.clipboard.writeText(text)", cells);
        sheet.locator("[data-row='0'][data-column='" + columns.get(0) + "']").press("ControlOrMeta+V");
    }

    /** Reads a CSV file whose first line names the columns as the reader sees them. */
    void upload(String name, List<Map<String, String>> rows) {
        Locator sheet = sheet(name);
        List<String> columns = withNewRow(sheet);
        Map<String, String> headings = headings(sheet);
        String lines = joined(columns, headings, ",")
                + "\r\n"
                + rows.stream().map(row -> joined(columns, quoted(row), ",")).collect(Collectors.joining("\r\n"));
        sheet.locator("input[type='file']")
                .setInputFiles(new FilePayload(name + ".csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** Presses the button that saves, and waits until the rows are said to be saved. */
    void save(String name) {
        sheet(name).locator(".toolbar .primary").click();
        assertThat(sheet(name).locator(".message.success")).isVisible();
    }

    /** Adds a row, and answers the columns that are open to entry, in their order. */
    private static List<String> withNewRow(Locator sheet) {
        sheet.locator(".toolbar .button").nth(2).click();
        return sheet.locator("[data-row='0']").all().stream()
                .map(cell -> cell.getAttribute("data-column"))
                .toList();
    }

    private static Map<String, String> headings(Locator sheet) {
        return sheet.locator("[data-row='0']").all().stream()
                .collect(Collectors.toMap(
                        cell -> cell.getAttribute("data-column"),
                        cell -> cell.getAttribute("aria-label").replaceFirst(" 1$", "")));
    }

    /** As RFC 4180 writes what holds a comma. */
    private static Map<String, String> quoted(Map<String, String> row) {
        return row.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> '"' + cell.getValue().replace("\"", "\"\"") + '"'));
    }

    private static String joined(List<String> columns, Map<String, String> row, String separator) {
        return columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining(separator));
    }

    /** Labels of the kinds of files that the step still misses. */
    List<String> missingFiles() {
        Locator files = frame.locator("[data-files]");
        if (files.count() == 0) {
            return List.of();
        }
        assertThat(files.locator("[data-files-list] tr").first()).isVisible();
        return files.locator(".required-files .missing").all().stream()
                .map(item -> item.evaluate("it => it.firstChild.data"))
                .map(text -> String.valueOf(text).replace("○", "").strip())
                .toList();
    }

    /** Chooses a file in the dialogue of the browser. */
    void attach(String kind, String name) {
        chooseKind(kind);
        frame.locator("#file-input").setInputFiles(new FilePayload(name, "application/pdf", pdf(kind)));
        present(kind);
    }

    /** Drags a file from the desktop over the page. */
    void drop(String kind, String name) {
        chooseKind(kind);
        frame.locator("[data-files-zone]")
                .evaluate(
                        DROP,
                        Map.of("name", name, "content", Base64.getEncoder().encodeToString(pdf(kind))));
        present(kind);
    }

    private static byte[] pdf(String content) {
        return ("%PDF-1.4\n% " + content + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    private void chooseKind(String kind) {
        frame.locator("#file-kind").selectOption(new SelectOption().setLabel(kind));
    }

    private void present(String kind) {
        assertThat(frame.locator(".required-files .present").filter(new Locator.FilterOptions().setHasText(kind)))
                .isVisible();
    }
}
