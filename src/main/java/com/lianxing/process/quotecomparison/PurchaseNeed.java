package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.form.FactLines;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Need;
import com.lianxing.sourcing.Purchase;
import java.util.Set;

/** Says for some kinds of purchase what exactly a project wants, so that quotes for it can be compared. */
public interface PurchaseNeed {

    Set<Purchase> purchases();

    /** @throws java.util.NoSuchElementException if the project has not said what it wants */
    Need need(ProjectCode project, Purchase purchase);

    /** The same as a sentence for whoever asks suppliers, as Markdown. */
    String described(ProjectCode project, Purchase purchase, FactLines lines);
}
