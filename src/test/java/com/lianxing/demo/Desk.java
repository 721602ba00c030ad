package com.lianxing.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.process.WorkItem;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where one person of the demo company works: a browser of their own, signed in, with Tasklist open. */
final class Desk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final DemoAccounts.Account person;
    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    private Desk(DemoAccounts.Account person, String url, BrowserContext context) {
        this.person = person;
        this.url = url;
        this.context = context;
        this.page = context.newPage();
        page.onPageError(error -> troubles.add("script: " + error));
        page.onRequest(request -> unanswered.add(request.url()));
        page.onRequestFinished(request -> unanswered.remove(request.url()));
        page.onRequestFailed(request -> {
            unanswered.remove(request.url());
            troubles.add(request.failure() + ": " + request.url());
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.status() + ": " + response.url());
            }
        });
    }

    /** What went wrong in this browser so far, for whoever looks into a failure. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Signs in on the login page. The browser speaks the other language, which must not matter afterwards. */
    static Desk of(DemoAccounts.Account person, Browser browser, String url) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale(isChinese(person) ? "en-US" : "zh-CN")
                .setTimezoneId(person.zone().getId())
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(15_000);
        Desk desk = new Desk(person, url, context);
        desk.signIn();
        desk.openTasklist();
        return desk;
    }

    private void signIn() {
        page.navigate(url + "/login?lang=" + (isChinese() ? "zh" : "en"));
        page.fill("#username", person.id());
        page.fill("#password", DemoAccounts.PASSWORD);
        page.locator(".login .primary").click();
        page.waitForURL(url + "/");
    }

    private static boolean isChinese(DemoAccounts.Account person) {
        return person.language().equals(Locale.CHINESE);
    }

    boolean isChinese() {
        return isChinese(person);
    }

    DemoAccounts.Account person() {
        return person;
    }

    Page page() {
        return page;
    }

    /** One of two texts, that of the person's language. */
    String in(String chinese, String english) {
        return isChinese() ? chinese : english;
    }

    /** Opens a page of the application. */
    void visit(String path) {
        page.navigate(url + path);
    }

    /** Where Tasklist does not come up, the failure says what it shows instead and what it waits for. */
    void openTasklist() {
        visit("/camunda/app/tasklist/default/");
        try {
            assertThat(filter(in("我的任务", "My tasks"))).isVisible();
        } catch (AssertionError e) {
            screenshot("no-tasklist-" + person.id());
            throw new AssertionError(
                    "%s%n%s at %s%nshows: %s%ntroubles: %s%nunanswered: %s"
                            .formatted(
                                    e.getMessage(),
                                    person.id(),
                                    page.url(),
                                    page.locator("body").innerText(),
                                    troubles,
                                    unanswered),
                    e);
        }
    }

    Locator filter(String name) {
        return page.locator(".task-filter a").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Opens the start form of a process by its name. */
    FormOnScreen begin(String process) {
        page.locator(".start-process-action a").click();
        Response form = page.waitForResponse(
                Pattern.compile("/deployed-start-form"),
                () -> page.locator(".modal-body")
                        .getByText(process, new Locator.GetByTextOptions().setExact(true))
                        .click());
        return form(page.locator(".modal-body .fjs-container"), form);
    }

    /** Presses the start button of the form. */
    Response start() {
        return page.waitForResponse(
                Pattern.compile("/submit-form"),
                () -> page.locator("button[ng-click='startProcessInstance()']").click());
    }

    /** Finds the task in the list of the person's tasks, or of the person's groups, and opens it. */
    TabOnScreen open(WorkItem task) {
        if (!page.url().contains("/tasklist/")) {
            openTasklist();
        }
        filter(task.assignee() == null ? in("我的角色", "My groups") : in("我的任务", "My tasks"))
                .click();
        return at(
                task,
                () -> page.locator("li.task h4 a[href*='task=" + task.taskId() + "']")
                        .click());
    }

    /** The task in the list, in the middle column. */
    Locator card(WorkItem task) {
        return page.locator("li.task:has(h4 a[href*='task=" + task.taskId() + "'])");
    }

    /** Waits until the open task shows this beside Tasklist's own due date. */
    void awaitBesideDueDate(String text) {
        page.waitForFunction("""
                text => {
                  const line = document.querySelector('.task-card .due-date');
                  return line && getComputedStyle(line, '::after').content.includes(text);
                }
                """, text);
    }

    /** Opens the task by its address, as from a link in a message. */
    TabOnScreen look(WorkItem task) {
        // A page of its own: the one before would still be asking for a task that is done by now.
        page.navigate("about:blank");
        return at(task, () -> page.navigate(url + "/camunda/app/tasklist/default/#/?task=" + task.taskId()));
    }

    /** Goes back to the project tab of the open task. */
    TabOnScreen tab(WorkItem task) {
        return at(task, () -> openTab(in("项目", "Project")));
    }

    private TabOnScreen at(WorkItem task, Runnable how) {
        page.waitForResponse(Pattern.compile("/tab/tasks/" + task.taskId()), how);
        Locator element = page.locator("iframe.lianxing-project-tab[src$='" + task.taskId() + "']");
        Frame frame = element.elementHandle().contentFrame();
        frame.waitForLoadState();
        return new TabOnScreen(frame);
    }

    /** Takes the task, and answers its tab anew. */
    TabOnScreen claim(WorkItem task) {
        return at(task, () -> page.locator("button[ng-click='claim()']").click());
    }

    /** Goes over to the form of the open task. */
    FormOnScreen form() {
        Response form = page.waitForResponse(Pattern.compile("/deployed-form"), () -> openTab(in("表单", "Form")));
        return form(page.locator(".task-card .fjs-container"), form);
    }

    void openTab(String name) {
        page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    private static FormOnScreen form(Locator root, Response response) {
        assertThat(root).isVisible();
        return new FormOnScreen(root, json(response));
    }

    /** Presses the button that completes the task, and answers the status of the server's reply. */
    int complete() {
        return page.waitForResponse(
                        Pattern.compile("/submit-form"),
                        () -> page.locator("button[ng-click='complete()']").click())
                .status();
    }

    /** What Tasklist says on top of the page. */
    Locator notice() {
        return page.locator(".notifications .alert");
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** A picture for the README: see {@code src/docs/manual/images}. */
    void picture(String name) {
        page.mouse().move(0, 0);
        screenshot("readme/" + name);
    }

    /** A picture for the README of the first diagram of a project, whole and large enough to read. */
    void pictureOfDiagram(String project, String name) {
        page.setViewportSize(3000, 2300);
        visit("/projects/" + project);
        Locator diagram = page.locator("[data-diagram]").first();
        // As over the whole screen, for which a browser without a window does not always have one.
        diagram.evaluate("figure => { figure.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: #fff';"
                + " figure.querySelector('[data-diagram-canvas]').style.height = '100vh';"
                + " figure.dispatchEvent(new Event('fullscreenchange')); }");
        diagram.locator("[data-diagram-canvas]")
                .screenshot(new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve("readme/" + name + ".png")));
    }

    static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
