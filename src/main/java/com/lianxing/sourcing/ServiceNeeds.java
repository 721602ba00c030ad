package com.lianxing.sourcing;

import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import com.lianxing.project.SheetRows;
import java.util.List;
import org.springframework.stereotype.Service;

/** Which services a project buys outside. */
@Service
public class ServiceNeeds {

    static final String TABLE = "service_need";

    private final SheetRows rows;

    ServiceNeeds(SheetRows rows) {
        this.rows = rows;
    }

    /**
     * @param specification what exactly; what was paid before is looked up by it
     * @param pieces how many tests, filings or years
     */
    public record ServiceNeed(Purchase purchase, String specification, long pieces) {

        /** What quotes for it are brought to. */
        public Need need() {
            return new Need(purchase, purchase.name(), specification, null, Load.ofPieces(pieces), Unit.PIECE);
        }
    }

    /** One of each kind at most, in the order in which they were entered. */
    public List<ServiceNeed> of(ProjectCode project) {
        return rows.current(
                TABLE,
                Sheet.Subject.of(project),
                (row, number) -> new ServiceNeed(
                        Purchase.valueOf(row.getString("purchase")),
                        row.getString("specification"),
                        row.getLong("pieces")));
    }

    /** @throws java.util.NoSuchElementException if the project needs none of that kind */
    public ServiceNeed require(ProjectCode project, Purchase purchase) {
        return of(project).stream()
                .filter(need -> need.purchase() == purchase)
                .findFirst()
                .orElseThrow();
    }
}
