package com.lianxing.demo;

import com.lianxing.access.Credentials;
import com.lianxing.access.People;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.calendar.MovableClock;
import com.lianxing.catalog.Catalog;
import com.lianxing.document.Documents;
import com.lianxing.process.WorkList;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.sourcing.Supplier;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What a test of a whole project begins with: the people, products and values of the demo company, and a story to play. */
@Component
class Stories {

    private static final long DAYS_TO_TARGET = 150;
    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000);

    private final Credentials credentials;
    private final People people;
    private final DemoCatalogue catalogue;
    private final Catalog catalog;
    private final ProjectPlayer player;

    Stories(
            Credentials credentials,
            People people,
            DemoCatalogue catalogue,
            Catalog catalog,
            WorkList work,
            ApprovalRequests approvals,
            Projects projects,
            Sheet.Sheets sheets,
            Documents documents,
            MovableClock clock,
            AmazonSide amazon) {
        this.credentials = credentials;
        this.people = people;
        this.catalogue = catalogue;
        this.catalog = catalog;
        this.player = new ProjectPlayer(work, approvals, projects, sheets, documents, clock, amazon);
    }

    /** Makes the people, products and reference values, once. */
    void enrolTheCompany() {
        DemoAccounts.enrol(credentials, people);
        if (catalog.find("HOME-PILLOW-01").isEmpty()) {
            catalogue.fill();
        }
    }

    /** A story that nobody has played, with a factory and a forwarder of its own. */
    StepValues.Story tell(String name) {
        int number = NUMBERS.incrementAndGet();
        return new StepValues.Story(
                number,
                name + " " + number,
                DAYS_TO_TARGET,
                catalogue.supplier("Factory of story " + number, Supplier.Kind.FACTORY),
                catalogue.supplier("Forwarder of story " + number, Supplier.Kind.FORWARDER));
    }

    /** Who plays them. */
    ProjectPlayer player() {
        return player;
    }
}
