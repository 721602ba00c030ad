package com.lianxing.process.engine.form;

import com.lianxing.audit.ShownViews;
import org.springframework.stereotype.Component;

/** Forms as they were shown go among the audit trail's views; the entry of the submission then names the last one. */
@Component
class ShownInTrail implements ShownKeeper {

    private static final String FORM = "application/vnd.camunda.form+json";

    private final ShownViews views;

    ShownInTrail(ShownViews views) {
        this.views = views;
    }

    @Override
    public void keep(String taskId, String personId, String view) {
        views.keep(taskId, personId, FORM, view);
    }
}
