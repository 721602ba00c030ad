package com.lianxing.process.amazonoperation;

import com.lianxing.audit.Sha256;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.AmazonOperations.Attempt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.InboundShipments.Box;
import com.lianxing.inbound.InboundShipments.BoxGroup;
import com.lianxing.inbound.InboundShipments.Choice;
import com.lianxing.inbound.InboundShipments.NewPlan;
import com.lianxing.inbound.InboundShipments.PackingOption;
import com.lianxing.inbound.InboundShipments.PlacementOption;
import com.lianxing.inbound.InboundShipments.Plan;
import com.lianxing.inbound.InboundShipments.PlanAccepted;
import com.lianxing.inbound.InboundShipments.Units;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each step is asked of Amazon, how one whose outcome nobody knows is found again, and what is kept of its success. */
@Component
class AmazonSteps {

    private final InboundShipments amazon;
    private final Inbound inbound;
    private final InboundPlans plans;
    private final AmazonOffers offers;
    private final AmazonDelivery delivery;
    private final ProjectSteps submitted;

    AmazonSteps(
            InboundShipments amazon,
            Inbound inbound,
            InboundPlans plans,
            AmazonOffers offers,
            AmazonDelivery delivery,
            ProjectSteps submitted) {
        this.amazon = amazon;
        this.inbound = inbound;
        this.plans = plans;
        this.offers = offers;
        this.delivery = delivery;
        this.submitted = submitted;
    }

    /**
     * What Amazon took.
     *
     * @param operationId null if it was done already
     */
    record Sent(String planId, @Nullable String operationId) {}

    Sent ask(Attempt attempt) {
        ProjectCode project = attempt.project();
        AmazonStep step = AmazonStep.valueOf(attempt.step());
        if (step == AmazonStep.CREATE_PLAN) {
            List<Units> units = inbound.items(project).stream()
                    .map(item -> new Units(item.sku().code(), item.quantity()))
                    .toList();
            PlanAccepted accepted = amazon.createPlan(new NewPlan(nameOf(attempt), units));
            return new Sent(accepted.planId(), accepted.operationId());
        }
        String plan = planOf(project);
        String operation = switch (step) {
            case CREATE_PLAN -> throw new IllegalStateException("handled above");
            case OFFER_PACKING -> amazon.offerPacking(plan);
            case CONFIRM_PACKING ->
                amazon.confirmPacking(plan, cheapestPacking(plan).id());
            case DESCRIBE_BOXES -> amazon.describeBoxes(plan, boxes(project, plan));
            case OFFER_PLACEMENTS -> amazon.offerPlacements(plan);
            case CONFIRM_PLACEMENT -> amazon.confirmPlacement(plan, chosenPlacement(project));
            case OFFER_TRANSPORT -> delivery.offerTransport(plan, chosenPlacement(project));
            case OFFER_WINDOWS -> delivery.offerWindows(attempt, plan);
            case CONFIRM_WINDOW -> delivery.confirmWindow(attempt, plan);
            case CONFIRM_TRANSPORT -> delivery.confirmTransport(plan, chosenPlacement(project));
            case VOID_PLAN -> amazon.voidPlan(plan);
        };
        return new Sent(plan, operation);
    }

    /**
     * Whether a call whose outcome nobody knows was done after all. Offers and boxes are not looked for: asked again, they
     * replace what was asked before. So are windows and carriers until they are used.
     */
    Optional<Sent> findDone(Attempt attempt) {
        ProjectCode project = attempt.project();
        return switch (AmazonStep.valueOf(attempt.step())) {
            case CREATE_PLAN -> amazon.findPlan(nameOf(attempt)).map(plan -> new Sent(plan.id(), null));
            case CONFIRM_PACKING ->
                done(project, plan -> plan.packings().stream().anyMatch(Choice::isAccepted));
            case CONFIRM_PLACEMENT ->
                done(
                        project,
                        plan -> plan.placements().stream()
                                .anyMatch(choice ->
                                        choice.isAccepted() && choice.optionId().equals(chosenPlacement(project))));
            case VOID_PLAN -> done(project, plan -> plan.state().equals("VOIDED"));
            case OFFER_PACKING,
                    DESCRIBE_BOXES,
                    OFFER_PLACEMENTS,
                    OFFER_TRANSPORT,
                    OFFER_WINDOWS,
                    CONFIRM_WINDOW,
                    CONFIRM_TRANSPORT -> Optional.empty();
        };
    }

    /** Keeps what the process goes on with; a second time it changes nothing. */
    void keep(Attempt attempt) {
        String plan = attempt.planId();
        if (plan == null) {
            return;
        }
        switch (AmazonStep.valueOf(attempt.step())) {
            case CREATE_PLAN -> {
                Plan made = amazon.plan(plan);
                plans.enterAmazonsPlan(attempt.project(), plan, made.name(), made.createdAt());
            }
            case OFFER_PLACEMENTS -> offers.keepPlacements(attempt, offered(plan));
            case CONFIRM_PLACEMENT -> delivery.keepShipments(attempt.project(), plan);
            case OFFER_WINDOWS -> delivery.keepWindows(attempt, plan);
            case VOID_PLAN -> plans.voidPlan(attempt.project(), "amazon");
            case OFFER_PACKING,
                    CONFIRM_PACKING,
                    DESCRIBE_BOXES,
                    OFFER_TRANSPORT,
                    CONFIRM_WINDOW,
                    CONFIRM_TRANSPORT -> {}
        }
    }

    private List<PlacementOption> offered(String plan) {
        return amazon.placementOptions(plan).stream()
                .filter(option -> option.state().equals("OFFERED"))
                .toList();
    }

    private Optional<Sent> done(ProjectCode project, Predicate<Plan> isDone) {
        Plan plan = amazon.plan(planOf(project));
        return isDone.test(plan) ? Optional.of(new Sent(plan.id(), null)) : Optional.empty();
    }

    /** The project and the attempt, in the 40 characters that Amazon allows: the same attempt has the same name. */
    static String nameOf(Attempt attempt) {
        String hash = Sha256.of(attempt.instanceId() + "/" + attempt.attempt());
        return attempt.project().value() + " " + hash.substring(0, 12);
    }

    private String planOf(ProjectCode project) {
        return plans.latest(project)
                .orElseThrow(() -> new AmazonFailure(
                        AmazonFailure.Kind.REFUSED, "the project " + project + " has no plan at Amazon"));
    }

    private String chosenPlacement(ProjectCode project) {
        return submitted
                .latest(project, "choose-placement")
                .map(step -> String.valueOf(step.values().get("optionId")))
                .orElseThrow(() -> new AmazonFailure(AmazonFailure.Kind.REFUSED, "nobody has chosen a placement"));
    }

    private PackingOption cheapestPacking(String plan) {
        return amazon.packingOptions(plan).stream()
                .filter(option ->
                        option.state().equals("OFFERED") || option.state().equals("ACCEPTED"))
                .min(Comparator.comparing(option -> option.fees().minus(option.discounts())))
                .orElseThrow(() -> new AmazonFailure(AmazonFailure.Kind.REFUSED, "Amazon offers no packing"));
    }

    /** Each box in the packing group of its SKU, of the packing that was accepted. */
    private List<BoxGroup> boxes(ProjectCode project, String plan) {
        PackingOption packing = amazon.packingOptions(plan).stream()
                .filter(option -> option.state().equals("ACCEPTED"))
                .findFirst()
                .orElseThrow(() -> new AmazonFailure(AmazonFailure.Kind.REFUSED, "no packing is confirmed"));
        List<Box> left = new ArrayList<>(inbound.boxes(project));
        List<BoxGroup> groups = new ArrayList<>();
        for (String group : packing.packingGroups()) {
            List<String> skus = amazon.skusOfPackingGroup(plan, group);
            List<Box> inGroup =
                    left.stream().filter(box -> skus.contains(box.sku())).toList();
            left.removeAll(inGroup);
            if (!inGroup.isEmpty()) {
                groups.add(new BoxGroup(group, inGroup));
            }
        }
        if (!left.isEmpty()) {
            throw new AmazonFailure(
                    AmazonFailure.Kind.REFUSED,
                    "Amazon's packing has no place for " + left.get(0).sku());
        }
        return groups;
    }
}
