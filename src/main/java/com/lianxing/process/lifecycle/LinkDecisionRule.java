package com.lianxing.process.lifecycle;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A linked project is cancelled only by whoever may cancel it for itself; stock that is kept gets a named owner, who is not
 * its sponsor.
 */
@Component
public class LinkDecisionRule {

    private final Projects projects;
    private final ProjectChanges changes;
    private final People people;

    LinkDecisionRule(Projects projects, ProjectChanges changes, People people) {
        this.projects = projects;
        this.changes = changes;
        this.people = people;
    }

    /** For the form of one kind of project. */
    public SubmissionRule of(String formId) {
        return new OfForm(formId);
    }

    private List<Violation> check(Submission submission) {
        Project linked = projects.require(
                new ProjectCode(submission.variable(LinkDecision.LINKED_PROJECT).orElseThrow()));
        boolean cancels =
                submission.text(LinkDecision.FIELD).filter("CANCEL"::equals).isPresent();
        Optional<String> owner = submission.text("newOwner");
        return new Violations()
                .when(
                        cancels && !mayCancel(linked, submission),
                        LinkDecision.FIELD,
                        "rule.linkedNotYours",
                        linked.code())
                .when(!cancels && isStock(linked) && owner.isEmpty(), "newOwner", "rule.ownerOfStock")
                .when(owner.filter(linked.sponsor()::equals).isPresent(), "newOwner", "rule.ownerIsSponsor")
                .list();
    }

    private boolean mayCancel(Project linked, Submission submission) {
        Optional<Person> person =
                Optional.ofNullable(submission.person().personId()).flatMap(people::find);
        return person.filter(one -> changes.mayAsk(linked, one)).isPresent();
    }

    private static boolean isStock(Project linked) {
        return LinkKind.FEEDS_STOCK.isNeededAs(linked);
    }

    private final class OfForm implements SubmissionRule {

        private final String formId;

        private OfForm(String formId) {
            this.formId = formId;
        }

        @Override
        public String formId() {
            return formId;
        }

        @Override
        public List<Violation> check(Submission submission) {
            return LinkDecisionRule.this.check(submission);
        }
    }
}
